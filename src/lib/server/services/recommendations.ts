import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { mustBeAsSeen } from '#lib/domain/seen.ts';
import { and, eq } from 'drizzle-orm';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { findInspection, latestWording } from '../db/queries/administered.ts';
import { findAllocatable } from '../db/queries/allocated.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { recommendation, recommendationWording } from '../db/schema/recommendation.ts';

/** A working summary in the inspectorate's or our own words, with where it comes from. */
export interface Summary {
	readonly text: string;
	readonly source: string;
	readonly sourceUrl?: string | undefined;
}

export interface NewRecommendation extends Summary {
	readonly number: number;
	readonly title: string;
	readonly theme: string;
	readonly submissionKey: string;
}

/**
 * Adds a recommendation with a working summary, which falls to nobody yet. Official wording comes another way:
 * it takes two people.
 * @returns its reference
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted' or 'number-taken'
 */
export async function addRecommendation(
	context: Context,
	actor: Actor,
	inspectionCode: string,
	{ number, title, theme, submissionKey, ...summary }: NewRecommendation
): Promise<string> {
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'manage-inspections');
	const reference = recommendationReference(inspectionCode, number);
	await context.db.write(async (tx) => {
		const { id: inspectionId } = await findInspection(tx, inspectionCode);
		await claimSubmission(tx, actor, submissionKey, moment);
		const [existing] = await tx
			.select({ id: recommendation.id })
			.from(recommendation)
			.where(and(eq(recommendation.inspectionId, inspectionId), eq(recommendation.number, number)));
		if (existing) throw new Refusal('number-taken', { field: 'number', facts: { reference } });
		const [made] = await tx
			.insert(recommendation)
			.values({ inspectionId, number, title, theme })
			.returning({ id: recommendation.id });
		if (!made) throw new Error('The recommendation was not stored');
		await insertSummary(tx, made.id, summary, actor.personId, moment.at);
		await record(tx, {
			action: 'recommendation.add',
			actor,
			moment,
			particulars: { reference, title, theme }
		});
	});
	return reference;
}

/**
 * Another short title or theme. What it was is in the trail.
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted' or 'stale'
 */
export async function changeRecommendation(
	context: Context,
	actor: Actor,
	reference: string,
	command: {
		readonly title: string;
		readonly theme: string;
		readonly seen: string;
		readonly submissionKey: string;
	}
): Promise<void> {
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'manage-inspections');
	const { title, theme } = command;
	await context.db.write(async (tx) => {
		const found = await findAllocatable(tx, reference);
		await claimSubmission(tx, actor, command.submissionKey, moment);
		mustBeAsSeen({ title: found.title, theme: found.theme }, command.seen);
		await tx.update(recommendation).set({ title, theme }).where(eq(recommendation.id, found.id));
		await record(tx, {
			action: 'recommendation.change',
			actor,
			moment,
			particulars: { reference, title, theme, titleBefore: found.title, themeBefore: found.theme }
		});
	});
}

/**
 * Another working summary; what stood before stays in history. Official wording is never replaced by one.
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted', 'stale' or 'wording-official'
 */
export async function writeSummary(
	context: Context,
	actor: Actor,
	reference: string,
	{
		seen,
		submissionKey,
		...summary
	}: Summary & { readonly seen: string; readonly submissionKey: string }
): Promise<void> {
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'manage-inspections');
	await context.db.write(async (tx) => {
		const { id } = await findAllocatable(tx, reference);
		await claimSubmission(tx, actor, submissionKey, moment);
		const standing = await latestWording(tx, id);
		if (standing?.kind === 'official') throw new Refusal('wording-official');
		mustBeAsSeen({ wording: standing?.id ?? null }, seen);
		await insertSummary(tx, id, summary, actor.personId, moment.at);
		await record(tx, {
			action: 'recommendation.write-summary',
			actor,
			moment,
			particulars: { reference, source: summary.source }
		});
	});
}

async function insertSummary(
	tx: Queryable,
	recommendationId: number,
	{ text, source, sourceUrl }: Summary,
	loadedBy: number,
	at: number
): Promise<void> {
	await tx.insert(recommendationWording).values({
		...{ recommendationId, kind: 'working-summary', text, source },
		...{ sourceUrl: sourceUrl ?? null, loadedBy, at }
	});
}
