import { expect, test } from 'vitest';
import { checkCycles } from './check-cycles.ts';
import type { Source } from './source.ts';

/** Files of one room, each importing the ones named. */
function domain(graph: Record<string, string[]>): Source[] {
	return Object.entries(graph).map(([name, targets]) => ({
		path: `src/lib/domain/${name}.ts`,
		text: targets.map((target) => `import type { T } from './${target}.ts';`).join('\n')
	}));
}

test('two files that import each other are a round, also with types only', () => {
	expect(checkCycles(domain({ a: ['b'], b: ['a'] }))).toEqual([
		'src/lib/domain/a.ts → src/lib/domain/b.ts → src/lib/domain/a.ts: these import each other. ' +
			'Move what they share into a file that imports neither.'
	]);
});

test('a long way round is named in order, without the way to it', () => {
	const [round] = checkCycles(domain({ start: ['a'], a: ['b'], b: ['c'], c: ['a'] }));
	expect(round).toMatch(/^src\/lib\/domain\/a\.ts → .*b\.ts → .*c\.ts → src\/lib\/domain\/a\.ts:/);
});

test('a file that imports itself is a round', () => {
	expect(checkCycles(domain({ a: ['a'] }))).toHaveLength(1);
});

test('two ways to the same file are no round', () => {
	expect(checkCycles(domain({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([]);
});
