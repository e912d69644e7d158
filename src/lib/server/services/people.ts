import type { Actor, RoleHolding } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { checkRoleHoldings, withoutRepeats } from '#lib/domain/role-rules.ts';
import { eq } from 'drizzle-orm';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { giveRoles, rolesText } from '../db/queries/person-roles.ts';
import { person } from '../db/schema/person.ts';

export interface NewPerson {
	readonly email: string;
	readonly name: string;
	readonly roles: readonly RoleHolding[];
	/** From `hashPassword`; null where the person is still to choose one. */
	readonly passwordHash: string | null;
}

/**
 * Enters a person with their roles; null as actor is the service itself (command line, sample register).
 * @returns the person's id
 * @throws Refusal 'email-taken', or one of `checkRoleHoldings`
 */
export function createPerson(
	context: Context,
	actor: Actor | null,
	facts: NewPerson
): Promise<number> {
	if (actor) mustBeAbleTo(actor, 'manage-people');
	return context.db.write((tx) => addPerson(tx, actor, facts, momentOf(context.clock)));
}

async function addPerson(
	tx: Queryable,
	actor: Actor | null,
	facts: NewPerson,
	moment: Moment
): Promise<number> {
	const roles = withoutRepeats(facts.roles);
	checkRoleHoldings(roles);
	const { name, passwordHash } = facts;
	const email = facts.email.trim().toLowerCase();
	await checkEmailIsFree(tx, email);
	const [row] = await tx
		.insert(person)
		.values({ email, name, passwordHash, createdAt: moment.at })
		.returning({ id: person.id });
	const personId = row!.id;
	await giveRoles(tx, personId, roles, moment.today);
	await record(tx, {
		action: 'person.invite',
		actor,
		moment,
		particulars: { personId, name, email, roles: await rolesText(tx, personId) }
	});
	return personId;
}

async function checkEmailIsFree(tx: Queryable, email: string): Promise<void> {
	const taken = await tx.select({ id: person.id }).from(person).where(eq(person.email, email));
	if (taken.length > 0) throw new Refusal('email-taken', { field: 'email' });
}
