import { describe, expect, test } from 'vitest';
import { arrows, type Room } from './arrows.ts';
import { checkArrows } from './check-arrows.ts';
import { roomOf } from './rooms.ts';

const check = (path: string, text: string) => checkArrows([{ path, text }]);

describe('the table', () => {
	const file = (room: Room) =>
		({ routes: 'src/routes/+page.ts', hooks: 'src/hooks.server.ts', cli: 'src/cli/a.ts' })[
			room as string
		] ?? (room === 'server/app' ? 'src/lib/server/app.ts' : `src/lib/${room}/a.ts`);
	const target = (room: Room) => (room === 'server/app' ? 'src/lib/server/config.ts' : file(room));
	const rooms = Object.keys(arrows) as Room[];

	test.each(rooms)('%s is the room of its files', (room) => {
		expect(roomOf(file(room))).toBe(room);
	});

	test.each(rooms)('%s may import exactly what the table says', (from) => {
		const up = '../'.repeat(file(from).split('/').length - 1);
		const isAccepted = (to: Room) => {
			const specifier = `${up}${target(to).replace('a.ts', 'b.ts')}`;
			return check(file(from), `import { a } from '${specifier}';`).length === 0;
		};
		const itself = arrows[from].standsAlone ? [] : [from];
		expect(new Set(rooms.filter(isAccepted))).toEqual(new Set([...arrows[from].may, ...itself]));
	});

	test('a handful of arrows, written out so that a change of the table is seen', () => {
		expect(arrows.domain.may).toEqual([]);
		expect(arrows.wording.may).toEqual(['domain']);
		expect(arrows.ui.may).toEqual([]);
		expect(arrows['server/db'].may).toEqual(['domain']);
		expect(arrows['server/reads'].may).toEqual(['server/db', 'domain']);
		expect(arrows.routes.may).not.toContain('server/db');
		expect(arrows.hooks.may).not.toContain('server/db');
	});
});

describe('a forbidden import', () => {
	test('is named with its line, the reason and where it should go', () => {
		const text = `// A rule.\n\nimport { open } from '#lib/server/db/open.ts';`;
		expect(check('src/lib/domain/status.ts', text)).toEqual([
			'src/lib/domain/status.ts:3 imports #lib/server/db/open.ts: domain may import nothing of ours, ' +
				'not server/db. A rule takes its facts as arguments: hand them in from the service or read ' +
				'that has them, or move the line there.'
		]);
	});

	test.each([
		['a relative import', `import { a } from '../server/db/open.ts';`],
		['an import of a type', `import type { A } from '#lib/server/db/open.ts';`],
		['a re-export', `export { a } from '#lib/server/db/open.ts';`],
		['a re-export of everything', `export * from '#lib/server/db/open.ts';`],
		['an import for its effect', `import '#lib/server/db/open.ts';`],
		['a dynamic import', `const a = async () => (await import('#lib/server/db/open.ts')).a;`],
		['an imported type', `export type A = import('#lib/server/db/open.ts').A;`],
		['a require', `const a = require('../server/db/open.ts');`],
		['a glob', `const a = import.meta.glob('../server/db/*.ts');`],
		['the framework’s name for lib', `import { a } from '$lib/server/db/open.ts';`]
	])('is caught as %s', (_, text) => {
		expect(check('src/lib/wording/labels.ts', text)).toHaveLength(1);
	});

	test.each([
		['the script', `<script lang="ts">\n\timport { a } from '#lib/server/reads/a.ts';\n</script>`],
		[
			'a type in the script',
			`<script lang="ts">\n\timport type { A } from '#lib/server/reads/a.ts';\n</script>`
		],
		[
			'the module script',
			`<script module lang="ts">\n\timport { a } from '#lib/server/reads/a.ts';\n</script>`
		],
		['the markup', `<p>\n{#await import('#lib/server/reads/a.ts') then a}{a}{/await}</p>`],
		[
			'a type in the markup',
			`<script lang="ts"></script>\n{(a as import('#lib/server/reads/a.ts').A).b}`
		]
	])('is caught in %s of a component, with its line', (_, text) => {
		const problems = check('src/lib/components/Card.svelte', text);
		expect(problems).toHaveLength(1);
		expect(problems[0]).toContain('src/lib/components/Card.svelte:2 imports');
	});
});

describe('services', () => {
	const path = 'src/lib/server/services/assignments.ts';

	test('never import each other, not even a type', () => {
		const [problem] = check(path, `import type { A } from './deadlines.ts';`);
		expect(problem).toContain('do not import each other');
		expect(problem).toContain('src/lib/server/db/queries');
	});

	test.each([
		`import type { Close } from '#lib/forms/close.ts';`,
		`import { type Close } from '#lib/forms/close.ts';`,
		`export type { Close } from '#lib/forms/close.ts';`
	])('may take types from forms: %s', (text) => {
		expect(check(path, text)).toEqual([]);
	});

	test.each([
		`import { parseClose } from '#lib/forms/close.ts';`,
		`import { type Close, parseClose } from '#lib/forms/close.ts';`
	])('may not call forms: %s', (text) => {
		expect(check(path, text)[0]).toContain('only types from forms');
	});
});

describe('what is no file of a room', () => {
	test('a file that stands in no room is reported', () => {
		expect(check('src/lib/helpers/dates.ts', '')[0]).toContain('stands in no room');
	});

	test('an import of something outside the rooms is reported', () => {
		expect(check('src/lib/domain/a.ts', `import a from '../../../data/a.json';`)[0]).toContain(
			'data/a.json stands in no room'
		);
	});

	test('what runs may not need a test', () => {
		const text = `import { a } from '../../../tests/support/builders.ts';`;
		expect(check('src/lib/domain/a.ts', text)[0]).toContain('nothing that runs may need a test');
	});

	test('tests put together what they need', () => {
		expect(check('src/lib/domain/a.test.ts', `import '#lib/server/db/open.ts';`)).toEqual([]);
	});

	test('packages and what the framework makes up are no business of the table', () => {
		const text = `import type { PageServerLoad } from './$types';\nimport { fail } from '@sveltejs/kit';`;
		expect(check('src/routes/+page.server.ts', text)).toEqual([]);
	});
});
