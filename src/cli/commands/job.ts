import { JOBS } from '#lib/server/jobs/jobs.ts';
import { runJobByHand } from '#lib/server/jobs/run-job.ts';
import { Stop, type Command } from '../io.ts';
import { withRegister } from '../register-folder.ts';

export const job: Command = {
	name: 'job',
	summary: 'Runs one job now, whenever it ran last',
	usage: `<name>  one of ${JOBS.map(({ name }) => name).join(', ')}`,
	async run([name], io) {
		const found = JOBS.find((candidate) => candidate.name === name);
		if (!found) {
			const names = JOBS.map((candidate) => candidate.name).join(', ');
			throw new Stop(`Say which job: ${names}`, 2);
		}
		return withRegister(io, async (app) => {
			const run = await runJobByHand(found, app);
			if (run.result !== 'done') throw new Stop(`${found.name} is running now. Try again later.`);
			io.out(run.outcome);
			return 0;
		});
	}
};
