import { randomBytes } from 'node:crypto';
import type { Actor } from '#lib/domain/actor.ts';
import { claimWeight } from '#lib/domain/claim-risk.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import {
	drawSample,
	mustBeDrawable,
	mustBeRecordable,
	type SampleOutcome,
	type SamplingMethod
} from '#lib/domain/sampling.ts';
import { eq } from 'drizzle-orm';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { findSampleItem, findSampleScope, listWaitingClaims } from '../db/queries/sample.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { assignment } from '../db/schema/assignment.ts';
import { organisation } from '../db/schema/organisation.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { inspection } from '../db/schema/inspection.ts';
import { sampleDraw, sampleItem, sampleOutcome } from '../db/schema/sample.ts';

export interface DrawCommand {
	/** 'OIC' for every recommendation of the inspection, 'OIC-7' for one. */
	readonly from: string;
	readonly size: number;
	readonly method: SamplingMethod;
	readonly submissionKey: string;
}

/**
 * Draws from the claims that wait for a decision now. The seed, and what was drawn from, are kept, so that
 * anybody can draw again and see that nobody chose.
 * @returns the key of the sample, for its address
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted', or as `mustBeDrawable`
 */
export async function drawClaims(
	context: Context,
	actor: Actor,
	command: DrawCommand
): Promise<string> {
	const moment = momentOf(context.clock);
	const { from, size, method } = command;
	mustBeAbleTo(actor, 'draw-sample');
	const key = randomBytes(9).toString('hex');
	const seed = randomBytes(16).toString('hex');
	return context.db.write(async (tx) => {
		const scope = await findSampleScope(tx, from);
		await claimSubmission(tx, actor, command.submissionKey, moment);
		const claims = await listWaitingClaims(tx, scope);
		mustBeDrawable(claims.length, size);
		const population = claims.map((claim) => ({
			id: claim.id,
			weight: method === 'random' ? 1 : claimWeight(claim)
		}));
		const [draw] = await tx
			.insert(sampleDraw)
			.values({
				...{ at: moment.at, onDay: moment.today, actorId: actor.personId },
				...{ key, ...scope, method, seed, size },
				population: JSON.stringify(population.map(({ id, weight }) => [id, weight])),
				populationSize: population.length
			})
			.returning({ id: sampleDraw.id });
		if (!draw) throw new Error('The sample was not stored');
		await tx.insert(sampleItem).values(
			drawSample(population, size, seed).map((claimId, index) => ({
				...{ drawId: draw.id, claimId },
				position: index + 1
			}))
		);
		await record(tx, {
			action: 'sample.draw',
			actor,
			moment,
			particulars: { reference: from, key, method, seed, count: size, of: population.length }
		});
		return key;
	});
}

export interface OutcomeCommand extends FormStamp {
	readonly outcome: SampleOutcome;
	readonly reason?: string | undefined;
}

/**
 * Records what checking one drawn claim came to. It decides nothing about the assignment. A later outcome
 * takes the place of an earlier one, which stays in the record.
 * @param position of the claim in the sample, from 1
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted', 'stale', or as `mustBeRecordable`
 */
export async function recordOutcome(
	context: Context,
	actor: Actor,
	key: string,
	position: number,
	command: OutcomeCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	const { outcome } = command;
	mustBeAbleTo(actor, 'record-sample-outcome');
	await context.db.write(async (tx) => {
		const found = await findSampleItem(tx, key, position);
		await claimSubmission(tx, actor, command.submissionKey, moment);
		if (found.outcomeId !== command.version) {
			throw new Refusal('stale', { facts: { version: found.outcomeId, changes: [] } });
		}
		const reason = writtenOrNull(command.reason);
		mustBeRecordable(found.claimedBy, actor.personId, outcome, reason);
		await tx.insert(sampleOutcome).values({
			...{ at: moment.at, onDay: moment.today, actorId: actor.personId },
			...{ itemId: found.id, outcome, reason }
		});
		const about = await nameOf(tx, found.assignmentId);
		await record(tx, {
			action: 'sample.record-outcome',
			actor,
			moment,
			// Neither assignment nor organisation: what is being checked is the inspectorate's to know.
			particulars: { ...about, key, position, outcome, reason }
		});
	});
}

async function nameOf(tx: Queryable, assignmentId: number) {
	const [row] = await tx
		.select({
			code: inspection.code,
			number: recommendation.number,
			organisation: organisation.name
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(eq(assignment.id, assignmentId));
	if (!row) throw new Error('The claim has no assignment');
	return { reference: `${row.code}-${row.number}`, organisation: row.organisation };
}
