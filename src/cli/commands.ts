import { init } from './commands/init.ts';
import { ready } from './commands/ready.ts';
import { sample } from './commands/sample.ts';
import { signIns } from './commands/sign-ins.ts';
import type { Command } from './io.ts';

/** In the order in which somebody meets them. */
export const COMMANDS: readonly Command[] = [
	{ name: 'help', summary: 'This list', run: () => Promise.resolve(0) },
	init,
	ready,
	sample,
	signIns
];
