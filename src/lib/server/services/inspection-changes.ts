import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { InspectionFacts } from '#lib/domain/inspection.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { mustBeAsSeen } from '#lib/domain/seen.ts';
import { eq } from 'drizzle-orm';
import { insertInspection } from '../audit/insert-inspection.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import { findInspection, inspectionFacts } from '../db/queries/administered.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { inspection } from '../db/schema/inspection.ts';

export interface NewInspection extends InspectionFacts {
	readonly submissionKey: string;
}

/**
 * Adds an inspection without recommendations.
 * @throws Refusal 'not-allowed', 'already-submitted' or 'inspection-code-taken'
 */
export async function addInspection(
	context: Context,
	actor: Actor,
	{ submissionKey, ...facts }: NewInspection
): Promise<void> {
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'manage-inspections');
	await context.db.write(async (tx) => {
		await claimSubmission(tx, actor, submissionKey, moment);
		await insertInspection(tx, actor, facts, moment);
	});
}

interface Change {
	/** As `seenText` of what the form was drawn from. */
	readonly seen: string;
	readonly submissionKey: string;
}

/**
 * Corrects what is shown of an inspection. Its code and the day of publication stay: references and
 * deadlines rest on them.
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted' or 'stale'
 */
export async function changeInspection(
	context: Context,
	actor: Actor,
	code: string,
	command: Change & { readonly title: string; readonly url: string; readonly licence: string }
): Promise<void> {
	mustBeAbleTo(actor, 'manage-inspections');
	const { title, url, licence } = command;
	await change(context, actor, code, command, { title, url, licence }, 'inspection.change');
}

/**
 * How claims of an inspection are decided on.
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted' or 'stale'
 */
export async function setInspection(
	context: Context,
	actor: Actor,
	code: string,
	command: Change & {
		readonly isCountersigned: boolean;
		/** Null for never. */
		readonly recheckMonths: number | null;
	}
): Promise<void> {
	mustBeAbleTo(actor, 'set-inspection');
	const { isCountersigned, recheckMonths } = command;
	await change(
		...([context, actor, code, command] as const),
		{ isCountersigned, recheckMonths },
		'inspection.set'
	);
}

async function change(
	context: Context,
	actor: Actor,
	code: string,
	{ seen, submissionKey }: Change,
	facts: Partial<ReturnType<typeof inspectionFacts>>,
	action: string
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await findInspection(tx, code);
		await claimSubmission(tx, actor, submissionKey, moment);
		mustBeAsSeen(inspectionFacts(found), seen);
		await tx.update(inspection).set(facts).where(eq(inspection.id, found.id));
		const previous = Object.fromEntries(
			Object.keys(facts).map((name) => [
				`${name}Before`,
				found[name as keyof ReturnType<typeof inspectionFacts>]
			])
		);
		await record(tx, {
			...{ action, actor, moment },
			particulars: { reference: code, ...facts, ...previous }
		});
	});
}
