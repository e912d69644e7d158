import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../../../../tests/support/database.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { RUN_MAX_MS } from '../services/job-runs.ts';
import type { Job } from './job.ts';
import { runJob, runJobByHand } from './run-job.ts';
import { startJobs } from './start-jobs.ts';

let app: TestApp;
let ran: number;

beforeEach(() => {
	app = openTestApp();
	ran = 0;
});

describe('a job', () => {
	test('runs once a day, and its row says what it came to', async () => {
		expect(await runJob(daily(), app)).toEqual({ result: 'done', outcome: 'Ran' });
		expect(await runJob(daily(), app)).toEqual({ result: 'done-already' });
		app.goTo('2026-03-03');
		expect(await runJob(daily(), app)).toEqual({ result: 'done', outcome: 'Ran' });
		expect(ran).toBe(2);
		expect(rowsOf(app, 'job_run')).toMatchObject([
			{ job: 'daily', period: '2026-03-02', outcome: 'Ran', finished_at: expect.any(Number) },
			{ job: 'daily', period: '2026-03-03', outcome: 'Ran', finished_at: expect.any(Number) }
		]);
	});

	test('of the day goes by London’s day, not that of the server', async () => {
		app.goTo(Date.parse('2026-06-01T23:30:00Z'));
		await runJob(daily(), app);
		expect(rowsOf(app, 'job_run')[0]!.period).toBe('2026-06-02');
	});

	test('of the minute runs once in each, also in the hour that the clocks repeat', async () => {
		const job = { ...daily(), every: 'minute' as const };
		for (const at of ['00:30:00', '00:30:59', '00:31:00', '01:30:00']) {
			app.goTo(Date.parse(`2026-10-25T${at}Z`));
			await runJob(job, app);
		}
		expect(ran).toBe(3);
	});

	test('asked for by many at once runs once', async () => {
		const results = await Promise.all(Array.from({ length: 8 }, () => runJob(daily(), app)));
		expect(results.filter(({ result }) => result === 'done')).toHaveLength(1);
		expect(ran).toBe(1);
	});

	test('is not run beside itself, by hand or by the clock, until the other has died', async () => {
		const { promise, resolve } = Promise.withResolvers<string>();
		const slow = runJob({ ...daily(), run: () => promise }, app);
		await expect.poll(() => rowsOf(app, 'job_run')).toHaveLength(1);
		app.goTo(app.clock.now() + RUN_MAX_MS - 1);
		expect(await runJobByHand(daily(), app)).toEqual({ result: 'running' });
		app.goTo(app.clock.now() + 1);
		expect(await runJobByHand(daily(), app)).toMatchObject({ result: 'done' });
		resolve('Late');
		expect(await slow).toEqual({ result: 'done', outcome: 'Late' });
	});

	test('with nothing to do leaves no row', async () => {
		const idle = { ...daily(), isNeeded: () => Promise.resolve(false) };
		expect(await runJob(idle, app)).toEqual({ result: 'not-needed' });
		expect(rowsOf(app, 'job_run')).toEqual([]);
	});

	test('that throws is marked as failed, without what it said, and can run by hand', async () => {
		const broken = { ...daily(), run: () => Promise.reject(new TypeError('alex@kent.test')) };
		await expect(runJob(broken, app)).rejects.toThrow(TypeError);
		expect(rowsOf(app, 'job_run')).toMatchObject([{ outcome: 'Failed: TypeError' }]);
		expect(await runJobByHand(daily(), app)).toMatchObject({ result: 'done' });
	});
});

test('a run that has taken its time, or stops with the service, leaves the rest and says so', async () => {
	const asked: boolean[] = [];
	const slow: Job = {
		...daily(),
		isNeeded: () => Promise.resolve(true),
		run: (context, { isOver }) => {
			asked.push(isOver());
			app.goTo(context.clock.now() + RUN_MAX_MS / 2);
			asked.push(isOver());
			return Promise.resolve('Half of it');
		}
	};
	const said = { result: 'done', outcome: 'Half of it; there is more to do' };
	expect(await runJob(slow, app)).toEqual(said);
	expect(asked).toEqual([false, true]);
	const stopped: Job = {
		...daily(),
		name: 'stopped',
		run: (_context, { isOver }) => Promise.resolve(String(isOver()))
	};
	expect(await runJob(stopped, app, AbortSignal.abort())).toMatchObject({ outcome: 'true' });
});

test('stopping waits for the piece of work in hand, so that its run is not left open', async () => {
	const { promise, resolve } = Promise.withResolvers<string>();
	let isTold = false;
	const long: Job = {
		...daily(),
		pattern: '* * * * * *',
		run: async (_context, { isOver }) => {
			const outcome = await promise;
			isTold = isOver();
			return outcome;
		}
	};
	const stop = startJobs(app, () => expect.unreachable(), [long]);
	await expect.poll(() => rowsOf(app, 'job_run'), { timeout: 5000 }).toHaveLength(1);
	let hasStopped = false;
	const stopping = stop().then(() => (hasStopped = true));
	await sleep(50);
	expect(hasStopped).toBe(false);
	resolve('Put away');
	await stopping;
	expect(isTold).toBe(true);
	expect(rowsOf(app, 'job_run')).toMatchObject([{ outcome: 'Put away' }]);
});

test('by the clock each runs, what one throws ends no other, and they stop when told', async () => {
	const wrong: string[] = [];
	const every = { ...daily(), pattern: '* * * * * *', every: 'minute' as const };
	const broken = { ...every, name: 'broken', run: () => Promise.reject(new Error('It broke')) };
	const stop = startJobs(app, (job) => void wrong.push(job), [broken, every]);
	await expect.poll(() => [ran, wrong.length], { timeout: 5000 }).toEqual([1, 1]);
	await stop();
	app.goTo('2026-03-03');
	await sleep(1200);
	expect(ran).toBe(1);
	expect(wrong).toEqual(['broken']);
});

function daily(): Job {
	return {
		name: 'daily',
		summary: 'Counts',
		pattern: '0 3 * * *',
		every: 'day',
		run: () => {
			ran += 1;
			return Promise.resolve('Ran');
		}
	};
}
