import type { Actor, RoleHolding } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import {
	checkRoleHoldings,
	isSameHolding,
	withoutRepeats,
	type NamedHolding
} from '#lib/domain/role-rules.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { accountOf } from '../db/queries/person-account.ts';
import {
	countOtherAdministrators,
	endRole,
	giveRoles,
	resolveHoldings,
	rolesOf,
	rolesText
} from '../db/queries/person-roles.ts';

export interface RoleChange {
	readonly roles: readonly NamedHolding[];
	/** The roles as the page showed them (`rolesText`), so that nobody undoes what they did not see. */
	readonly seen: string;
}

/**
 * The person holds exactly these roles from now on; they count from the next request, in open sessions too.
 * @throws Refusal 'not-found', 'own-roles', 'stale', 'last-administrator', 'unknown-organisation', or one of
 * `checkRoleHoldings`
 */
export async function setRoles(
	context: Context,
	actor: Actor,
	personId: number,
	change: RoleChange
): Promise<void> {
	mustBeAbleTo(actor, 'manage-people');
	if (personId === actor.personId) throw new Refusal('own-roles', { field: 'roles' });
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const { name } = await accountOf(tx, personId);
		const previous = await rolesText(tx, personId);
		if (previous !== change.seen) throw stale(name, previous, moment.at);
		const wanted = withoutRepeats(await resolveHoldings(tx, change.roles));
		checkRoleHoldings(wanted);
		const held = await rolesOf(tx, personId);
		const ended = held.filter((one) => !wanted.some((other) => isSameHolding(one, other)));
		const given = wanted.filter((one) => !held.some((other) => isSameHolding(one, other)));
		if (ended.length + given.length === 0) return;
		await checkAdministratorRemains(tx, personId, ended);
		for (const holding of ended) await endRole(tx, personId, holding, moment.today);
		await giveRoles(tx, personId, given, moment.today);
		await record(tx, {
			action: 'person.set-roles',
			actor,
			moment,
			particulars: { personId, name, roles: await rolesText(tx, personId), previous }
		});
	});
}

async function checkAdministratorRemains(
	tx: Queryable,
	personId: number,
	ended: readonly RoleHolding[]
): Promise<void> {
	if (!ended.some(({ role }) => role === 'administrator')) return;
	if ((await countOtherAdministrators(tx, personId)) === 0) {
		throw new Refusal('last-administrator', { field: 'roles' });
	}
}

function stale(name: string, roles: string, at: number): Refusal {
	const changes = [{ sentence: `The roles of ${name} are now: ${roles}.`, at }];
	return new Refusal('stale', { field: 'roles', facts: { version: 0, changes } });
}
