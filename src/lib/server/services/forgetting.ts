import { lt, lte } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
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

/**
 * Rows that only serve for a while, once they have served. Nothing that is part of the record is among them:
 * that is never deleted, and triggers see to it.
 */
export async function forgetWhatExpired({ db, clock }: Context): Promise<Forgotten> {
	const at = clock.now();
	return db.write(async (tx) => {
		const sessions = await forgetSessions(tx, at);
		const attempts = await tx
			.delete(throttle)
			.where(lte(throttle.windowStartedAt, at - THROTTLE_WINDOW_MS))
			.returning({ key: throttle.key });
		const submissions = await tx
			.delete(submission)
			.where(lt(submission.at, at - SUBMISSION_KEPT_MS))
			.returning({ key: submission.key });
		const runs = await tx
			.delete(jobRun)
			.where(lt(jobRun.startedAt, at - JOB_RUN_KEPT_MS))
			.returning({ id: jobRun.id });
		return {
			sessions,
			attempts: attempts.length,
			submissions: submissions.length,
			runs: runs.length
		};
	});
}
