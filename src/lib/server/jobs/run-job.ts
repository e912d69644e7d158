import { londonDay } from '#lib/domain/plain-date.ts';
import { claimRun, finishRun, RUN_MAX_MS } from '../services/job-runs.ts';
import type { Job, JobContext, Turn } from './job.ts';

export type JobResult =
	| { readonly result: 'done'; readonly outcome: string }
	/** Somebody else has had this period, another run goes on, or there was nothing to do. */
	| { readonly result: 'done-already' | 'running' | 'not-needed' };

/**
 * Runs a job for the period that it is in, once whoever asks and however many ask.
 * @throws what the work throws, after the run was marked as failed
 */
export async function runJob(
	job: Job,
	context: JobContext,
	stopping?: AbortSignal
): Promise<JobResult> {
	if (job.isNeeded && !(await job.isNeeded(context))) return { result: 'not-needed' };
	const now = context.clock.now();
	return runFor(job, context, periodOf(job, now), {
		isByHand: false,
		isOver: isOver(context, stopping)
	});
}

/** Runs a job because somebody asked for it, whatever was done before. */
export async function runJobByHand(job: Job, context: JobContext): Promise<JobResult> {
	const period = `by hand ${new Date(context.clock.now()).toISOString()}`;
	return runFor(job, context, period, { isByHand: true, isOver: isOver(context) });
}

/** Half of the time after which a run counts as dead: a piece of work may take as long again. */
const SHARE_MS = RUN_MAX_MS / 2;

function isOver({ clock }: JobContext, stopping?: AbortSignal): () => boolean {
	const end = clock.now() + SHARE_MS;
	return () => stopping?.aborted === true || clock.now() >= end;
}

async function runFor(
	job: Job,
	context: JobContext,
	period: string,
	turn: Turn
): Promise<JobResult> {
	const claim = await claimRun(context, job.name, period);
	if (claim !== 'claimed') return { result: claim };
	try {
		const told = await job.run(context, turn);
		const hasMore = job.isNeeded !== undefined && (await job.isNeeded(context));
		const outcome = hasMore ? `${told}; there is more to do` : told;
		await finishRun(context, job.name, period, outcome);
		return { result: 'done', outcome };
	} catch (thrown) {
		const name = thrown instanceof Error ? thrown.name : typeof thrown;
		// Where even that cannot be written, what was thrown first says more.
		await finishRun(context, job.name, period, `Failed: ${name}`).catch(() => undefined);
		throw thrown;
	}
}

/** '2026-03-02T12:05' in UTC, which no change of the clocks repeats; for a day, London's. */
function periodOf({ every }: Job, now: number): string {
	return every === 'day' ? londonDay(now) : new Date(now).toISOString().slice(0, 16);
}
