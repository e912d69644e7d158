import { importsOf } from './imports.ts';
import { resolveOurs } from './resolve.ts';
import { isTest, type Source } from './source.ts';

/**
 * Looks for files that import each other, directly or in a round, types included.
 * @returns one sentence for each round, naming its files in order
 */
export function checkCycles(sources: readonly Source[]): string[] {
	const graph = new Map<string, string[]>();
	for (const source of sources) {
		if (isTest(source.path)) continue;
		const targets = importsOf(source).map(({ specifier }) => resolveOurs(source.path, specifier));
		graph.set(
			source.path,
			targets.filter((target) => target !== null)
		);
	}
	const done = new Set<string>();
	const rounds: string[] = [];
	for (const start of graph.keys()) walk(start, [], graph, done, rounds);
	return rounds;
}

/** Depth first; a file that is met again on the way to itself closes a round. */
function walk(
	path: string,
	way: readonly string[],
	graph: ReadonlyMap<string, readonly string[]>,
	done: Set<string>,
	rounds: string[]
): void {
	const met = way.indexOf(path);
	if (met >= 0) {
		const round = [...way.slice(met), path].join(' → ');
		rounds.push(
			`${round}: these import each other. Move what they share into a file that imports neither.`
		);
		return;
	}
	if (done.has(path)) return;
	for (const target of graph.get(path) ?? []) walk(target, [...way, path], graph, done, rounds);
	done.add(path);
}
