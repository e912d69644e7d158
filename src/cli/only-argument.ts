import { parseArgs } from 'node:util';
import { Stop } from './io.ts';

/** The one word that a command is given. @throws Stop where there is none, or more */
export function onlyArgument(args: readonly string[], what: string): string {
	const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
	const [only, ...others] = positionals;
	if (only === undefined || others.length > 0) throw new Stop(`Give ${what}, and nothing else.`, 2);
	return only;
}
