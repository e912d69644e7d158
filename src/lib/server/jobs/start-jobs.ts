import { setTimeout as pause } from 'node:timers/promises';
import { Cron } from 'croner';
import type { Job, JobContext } from './job.ts';
import { JOBS } from './jobs.ts';
import { runJob } from './run-job.ts';

/** How long a stop waits for the piece of work that is in hand, in milliseconds. */
const PATIENCE_MS = 15_000;

/**
 * Runs every job by the clock, none beside itself, and what one throws does not end the others.
 * @returns what stops them: no job begins any more, and those that run finish what they have in hand
 */
export function startJobs(
	context: JobContext,
	onError: (job: string, thrown: unknown) => void,
	jobs: readonly Job[] = JOBS
): () => Promise<void> {
	const stopping = new AbortController();
	const running = new Set<Promise<unknown>>();
	const crons = jobs.map(
		(job) =>
			new Cron(
				job.pattern,
				{
					protect: true,
					unref: true,
					timezone: 'Europe/London',
					catch: (thrown: unknown) => onError(job.name, thrown)
				},
				async () => {
					const run = runJob(job, context, stopping.signal);
					running.add(run);
					await run.finally(() => running.delete(run));
				}
			)
	);
	return async () => {
		for (const cron of crons) cron.stop();
		stopping.abort();
		await Promise.race([Promise.allSettled(running), pause(PATIENCE_MS, null, { ref: false })]);
	};
}
