import type { Command } from './io.ts';

/** One line a command, its options below it. */
export function helpText(commands: readonly Command[]): string {
	const width = Math.max(...commands.map(({ name }) => name.length));
	const lines = commands.flatMap(({ name, summary, usage }) => [
		`  ${name.padEnd(width)}  ${summary}`,
		...(usage === undefined ? [] : [`  ${' '.repeat(width)}  ${usage}`])
	]);
	return [
		'npm run tracker -- <command>',
		'',
		...lines,
		'',
		'DATA_DIR says where the register is; without it, in ./data.'
	].join('\n');
}
