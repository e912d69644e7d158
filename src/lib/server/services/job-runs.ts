import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { jobRun } from '../db/schema/service.ts';

/** A run that has not ended after this long has died with its process, and holds nobody up any more. */
export const RUN_MAX_MS = 10 * 60_000;

export type Claim = 'claimed' | 'done-already' | 'running';

/**
 * Before a job runs: its row for the period is made, once. Of two that ask at the same moment one gets it,
 * and nobody gets it while another run of the same job goes on.
 */
export async function claimRun(
	{ db, clock }: Context,
	job: string,
	period: string
): Promise<Claim> {
	const startedAt = clock.now();
	return db.write(async (tx) => {
		const running = await tx
			.select({ id: jobRun.id })
			.from(jobRun)
			.where(
				and(
					eq(jobRun.job, job),
					isNull(jobRun.finishedAt),
					gt(jobRun.startedAt, startedAt - RUN_MAX_MS)
				)
			);
		if (running.length > 0) return 'running';
		const claimed = await tx
			.insert(jobRun)
			.values({ job, period, startedAt })
			.onConflictDoNothing()
			.returning({ id: jobRun.id });
		return claimed.length > 0 ? 'claimed' : 'done-already';
	});
}

/** @param outcome one line for whoever runs the service */
export async function finishRun(
	{ db, clock }: Context,
	job: string,
	period: string,
	outcome: string
): Promise<void> {
	await db.write((tx) =>
		tx
			.update(jobRun)
			.set({ finishedAt: clock.now(), outcome: outcome.slice(0, 500) })
			.where(and(eq(jobRun.job, job), eq(jobRun.period, period)))
	);
}
