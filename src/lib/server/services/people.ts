import type { Actor, RoleHolding } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { checkRoleHoldings, withoutRepeats, type NamedHolding } from '#lib/domain/role-rules.ts';
import { record } from '../audit/record.ts';
import { issueLink } from '../auth/one-time-links.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { accountOf, findAccount } from '../db/queries/person-account.ts';
import { giveRoles, resolveHoldings, rolesText } from '../db/queries/person-roles.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { person } from '../db/schema/person.ts';
import { mailInvitation } from '../mail/doors.ts';

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
export async function createPerson(
	context: Context,
	actor: Actor | null,
	facts: NewPerson
): Promise<number> {
	if (actor) mustBeAbleTo(actor, 'manage-people');
	return context.db.write((tx) => addPerson(tx, actor, facts, momentOf(context.clock)));
}

export interface Invitation {
	readonly email: string;
	readonly name: string;
	readonly roles: readonly NamedHolding[];
	/** Of the form, so that it is carried out once. */
	readonly key: string;
}

export interface Invited {
	readonly personId: number;
	/** The whole address of the one-time link, for an administrator to hand over where no mail is sent. */
	readonly link: string;
}

/**
 * Enters a person and sends a link to choose a password with.
 * @throws Refusal as `createPerson`, 'unknown-organisation', 'already-submitted'
 */
export async function invite(context: Context, actor: Actor, facts: Invitation): Promise<Invited> {
	mustBeAbleTo(actor, 'manage-people');
	const moment = momentOf(context.clock);
	return context.db.write(async (tx) => {
		await claimSubmission(tx, actor, facts.key, moment);
		const roles = await resolveHoldings(tx, facts.roles);
		const newcomer = { ...facts, roles, passwordHash: null };
		const personId = await addPerson(tx, actor, newcomer, moment);
		const link = await sendInvitation(tx, actor, personId, context.origin, moment.at);
		return { personId, link };
	});
}

/**
 * The invitation again, with a new link; the one before stops working.
 * @throws Refusal 'not-found', 'person-deactivated', 'invitation-accepted'
 */
export async function renewInvitation(
	context: Context,
	actor: Actor,
	personId: number
): Promise<Invited> {
	mustBeAbleTo(actor, 'manage-people');
	const moment = momentOf(context.clock);
	return context.db.write(async (tx) => {
		const { name, deactivatedAt, passwordHash } = await accountOf(tx, personId);
		if (deactivatedAt !== null) throw new Refusal('person-deactivated');
		if (passwordHash !== null) throw new Refusal('invitation-accepted');
		const link = await sendInvitation(tx, actor, personId, context.origin, moment.at);
		const particulars = { personId, name };
		await record(tx, { action: 'person.renew-invitation', actor, moment, particulars });
		return { personId, link };
	});
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

/** @returns the whole address of the link */
async function sendInvitation(
	tx: Queryable,
	actor: Actor,
	personId: number,
	origin: string,
	at: number
): Promise<string> {
	const account = await accountOf(tx, personId);
	const link = await issueLink(tx, 'invitation', personId, actor.personId, at);
	return mailInvitation(tx, account, actor.name, link, origin, at);
}

async function checkEmailIsFree(tx: Queryable, email: string): Promise<void> {
	if (await findAccount(tx, email)) throw new Refusal('email-taken', { field: 'email' });
}
