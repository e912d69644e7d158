import { JOBS } from '#lib/server/jobs/jobs.ts';
import { readLatestRuns } from '#lib/server/reads/job-runs.ts';
import { formatInstant } from '#lib/wording/dates.ts';
import type { Command } from '../io.ts';
import { withRegister } from '../register-folder.ts';

export const jobs: Command = {
	name: 'jobs',
	summary: 'What happens by the clock, and how it went last time',
	run: (_args, io) =>
		withRegister(io, async (app) => {
			const runs = new Map((await readLatestRuns(app)).map((run) => [run.job, run]));
			for (const { name, summary, pattern } of JOBS) {
				const run = runs.get(name);
				io.out(`${name} (${pattern}): ${summary}`);
				io.out(`  ${run ? lastTime(run) : 'It has never run'}`);
			}
			return 0;
		})
};

function lastTime({ startedAt, outcome }: { startedAt: number; outcome: string | null }): string {
	return `${formatInstant(startedAt)}: ${outcome ?? 'it has not ended yet, or was broken off'}`;
}
