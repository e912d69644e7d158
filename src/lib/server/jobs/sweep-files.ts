import { plural } from '#lib/wording/counts.ts';
import { sweepFiles as sweep } from '../services/file-sweep.ts';
import type { Job } from './job.ts';

export const sweepFiles: Job = {
	name: 'sweep-files',
	summary: 'Removes uploads that broke off and files that no evidence speaks of, after a day',
	// Asked every hour, claimed once a day: where the machine is off at night it happens later.
	pattern: '17 3-23 * * *',
	every: 'day',
	async run(context) {
		const { removed, abandonedUploads } = await sweep(context);
		return `${plural(removed.length, 'file')} and ${plural(abandonedUploads, 'broken-off upload')} removed`;
	}
};
