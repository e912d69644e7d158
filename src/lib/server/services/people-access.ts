import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { eq } from 'drizzle-orm';
import { record } from '../audit/record.ts';
import { voidLinks } from '../auth/one-time-links.ts';
import { endSessionsOf } from '../auth/sessions.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { accountOf } from '../db/queries/person-account.ts';
import { countOtherAdministrators, rolesOf } from '../db/queries/person-roles.ts';
import { person } from '../db/schema/person.ts';

/**
 * The person is out at once: their sessions and links end. What they did stays in the record.
 * @throws Refusal 'not-found', 'own-account', 'last-administrator'
 */
export async function deactivate(context: Context, actor: Actor, personId: number): Promise<void> {
	mustBeAbleTo(actor, 'manage-people');
	if (personId === actor.personId) throw new Refusal('own-account');
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const { name, deactivatedAt } = await accountOf(tx, personId);
		if (deactivatedAt !== null) return;
		await checkAdministratorRemains(tx, personId);
		await tx.update(person).set({ deactivatedAt: moment.at }).where(eq(person.id, personId));
		await endSessionsOf(tx, personId, moment.at);
		await voidLinks(tx, 'invitation', personId, moment.at);
		await voidLinks(tx, 'reset', personId, moment.at);
		const particulars = { personId, name };
		await record(tx, { action: 'person.deactivate', actor, moment, particulars });
	});
}

/** With the roles and the password from before. @throws Refusal 'not-found' */
export async function reactivate(context: Context, actor: Actor, personId: number): Promise<void> {
	mustBeAbleTo(actor, 'manage-people');
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const { name, deactivatedAt } = await accountOf(tx, personId);
		if (deactivatedAt === null) return;
		await tx.update(person).set({ deactivatedAt: null }).where(eq(person.id, personId));
		const particulars = { personId, name };
		await record(tx, { action: 'person.reactivate', actor, moment, particulars });
	});
}

async function checkAdministratorRemains(tx: Queryable, personId: number): Promise<void> {
	const held = await rolesOf(tx, personId);
	if (!held.some(({ role }) => role === 'administrator')) return;
	if ((await countOtherAdministrators(tx, personId)) === 0) {
		throw new Refusal('last-administrator');
	}
}
