import { backup } from './commands/backup.ts';
import { check } from './commands/check.ts';
import { init } from './commands/init.ts';
import { job } from './commands/job.ts';
import { jobs } from './commands/jobs.ts';
import { load } from './commands/load.ts';
import { openPeriod } from './commands/open-period.ts';
import { people } from './commands/people.ts';
import { ready } from './commands/ready.ts';
import { resetLink } from './commands/reset-link.ts';
import { restore } from './commands/restore.ts';
import { rollups } from './commands/rollups.ts';
import { sample } from './commands/sample.ts';
import { searchIndex } from './commands/search-index.ts';
import { signIns } from './commands/sign-ins.ts';
import { sweep } from './commands/sweep.ts';
import type { Command } from './io.ts';

/** In the order in which somebody meets them. */
export const COMMANDS: readonly Command[] = [
	{ name: 'help', summary: 'This list', run: () => Promise.resolve(0) },
	sample,
	signIns,
	init,
	ready,
	load,
	openPeriod,
	people,
	resetLink,
	check,
	backup,
	restore,
	rollups,
	sweep,
	searchIndex,
	jobs,
	job
];
