import { setImmediate as letOthersIn } from 'node:timers/promises';
import { inArray, lt, lte } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { forgetSessions } from '../auth/sessions.ts';
import { THROTTLE_WINDOW_MS } from '../auth/throttle.ts';
import { submission } from '../db/schema/history.ts';
import { throttle } from '../db/schema/person.ts';
import { jobRun } from '../db/schema/service.ts';

const DAY = 24 * 60 * 60_000;
/** No form stands open in a browser for longer than this and is then sent twice. */
export const SUBMISSION_KEPT_MS = 30 * DAY;
export const JOB_RUN_KEPT_MS = 30 * DAY;

export interface Forgotten {
	readonly sessions: number;
	readonly attempts: number;
	readonly submissions: number;
	readonly runs: number;
}

/** Rows of one transaction: some milliseconds, so that nobody who clicks meanwhile waits for longer. */
const BATCH = 2000;

/**
 * Rows that only serve for a while, once they have served. Nothing that is part of the record is among them:
 * that is never deleted, and triggers see to it.
 * @param isOver asked between two batches: whether to leave the rest to the next run
 */
export async function forgetWhatExpired(
	{ db, clock }: Context,
	isOver: () => boolean = () => false
): Promise<Forgotten> {
	const at = clock.now();
	async function inBatches(forget: (tx: Queryable) => Promise<number>): Promise<number> {
		let sum = 0;
		for (;;) {
			const forgotten = await db.write(forget);
			sum += forgotten;
			if (forgotten < BATCH || isOver()) return sum;
			// Without it what waits on the network would wait until all is done.
			await letOthersIn();
		}
	}
	return {
		sessions: await inBatches((tx) => forgetSessions(tx, at, BATCH)),
		attempts: await inBatches((tx) => forgetAttempts(tx, at - THROTTLE_WINDOW_MS)),
		submissions: await inBatches((tx) => forgetSubmissions(tx, at - SUBMISSION_KEPT_MS)),
		runs: await inBatches((tx) => forgetRuns(tx, at - JOB_RUN_KEPT_MS))
	};
}

async function forgetAttempts(tx: Queryable, until: number): Promise<number> {
	const expired = tx
		.select({ key: throttle.key })
		.from(throttle)
		.where(lte(throttle.windowStartedAt, until))
		.limit(BATCH);
	const forgotten = await tx
		.delete(throttle)
		.where(inArray(throttle.key, expired))
		.returning({ key: throttle.key });
	return forgotten.length;
}

async function forgetSubmissions(tx: Queryable, before: number): Promise<number> {
	const expired = tx
		.select({ key: submission.key })
		.from(submission)
		.where(lt(submission.at, before))
		.limit(BATCH);
	const forgotten = await tx
		.delete(submission)
		.where(inArray(submission.key, expired))
		.returning({ key: submission.key });
	return forgotten.length;
}

async function forgetRuns(tx: Queryable, before: number): Promise<number> {
	const expired = tx
		.select({ id: jobRun.id })
		.from(jobRun)
		.where(lt(jobRun.startedAt, before))
		.limit(BATCH);
	const forgotten = await tx
		.delete(jobRun)
		.where(inArray(jobRun.id, expired))
		.returning({ id: jobRun.id });
	return forgotten.length;
}
