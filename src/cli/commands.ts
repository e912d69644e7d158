import { init } from './commands/init.ts';
import { ready } from './commands/ready.ts';
import type { Command } from './io.ts';

/** In the order in which somebody meets them. */
export const COMMANDS: readonly Command[] = [
	{ name: 'help', summary: 'This list', run: () => Promise.resolve(0) },
	init,
	ready
];
