import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { OrganisationKind, Region } from '#lib/domain/organisation.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { mustBeAsSeen } from '#lib/domain/seen.ts';
import { eq } from 'drizzle-orm';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import { organisationFacts } from '../db/queries/administered.ts';
import { findBody } from '../db/queries/allocated.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { organisation } from '../db/schema/organisation.ts';

export interface OrganisationFacts {
	readonly name: string;
	readonly kind: OrganisationKind;
	readonly region: Region | null;
	readonly chiefOfficerTitle: string;
	readonly localPolicingBody: string | null;
	readonly country: string | null;
	/** The first day; null where it was always there. */
	readonly validFrom: PlainDate | null;
}

/**
 * Adds one organisation, to which nothing falls yet.
 * @throws Refusal 'not-allowed', 'already-submitted', 'organisation-code-taken', 'region-needed'
 */
export async function addOrganisation(
	context: Context,
	actor: Actor,
	command: OrganisationFacts & { readonly code: string; readonly submissionKey: string }
): Promise<void> {
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'manage-organisations');
	const { submissionKey, ...facts } = command;
	await context.db.write(async (tx) => {
		await claimSubmission(tx, actor, submissionKey, moment);
		mustHaveRegion(facts);
		const [existing] = await tx
			.select({ id: organisation.id })
			.from(organisation)
			.where(eq(organisation.code, facts.code));
		if (existing) {
			throw new Refusal('organisation-code-taken', { field: 'code', facts: { code: facts.code } });
		}
		const [made] = await tx.insert(organisation).values(facts).returning({ id: organisation.id });
		if (!made) throw new Error('The organisation was not stored');
		await record(tx, {
			action: 'organisation.add',
			actor,
			moment,
			organisationId: made.id,
			particulars: { organisation: facts.name, code: facts.code }
		});
	});
}

/**
 * Corrects what is known of an organisation. Its code stays: addresses rest on it.
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted', 'stale', 'region-needed' or
 *   'ends-before-it-begins'
 */
export async function changeOrganisation(
	context: Context,
	actor: Actor,
	code: string,
	command: OrganisationFacts & { readonly seen: string; readonly submissionKey: string }
): Promise<void> {
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'manage-organisations');
	const { submissionKey, seen, ...facts } = command;
	await context.db.write(async (tx) => {
		const found = await findBody(tx, code);
		await claimSubmission(tx, actor, submissionKey, moment);
		mustBeAsSeen(organisationFacts(found), seen);
		mustHaveRegion(facts);
		if (found.validTo !== null && facts.validFrom !== null && facts.validFrom > found.validTo) {
			throw new Refusal('ends-before-it-begins', { field: 'validFrom' });
		}
		await tx.update(organisation).set(facts).where(eq(organisation.id, found.id));
		await record(tx, {
			action: 'organisation.change',
			actor,
			moment,
			organisationId: found.id,
			particulars: { organisation: found.name, ...facts, nameBefore: found.name }
		});
	});
}

/** The same rule as for a table of organisations: forces and regional units are listed by region. */
function mustHaveRegion({ kind, region }: OrganisationFacts): void {
	if (region === null && (kind === 'police-force' || kind === 'regional-unit')) {
		throw new Refusal('region-needed', { field: 'region' });
	}
}
