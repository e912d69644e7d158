import { expect, test } from 'vitest';
import { checkClock, checkLength, checkNames, checkRawHtml } from './check-shape.ts';

const lines = (count: number) => 'x\n'.repeat(count);

test.each([
	['src/lib/domain/status.ts', 300],
	['tests/e2e/sign-in.spec.ts', 300],
	['src/lib/components/Card.svelte', 150],
	['src/routes/(app)/+page.svelte', 150],
	['src/routes/(app)/+page.server.ts', 79],
	['src/routes/api/v1/matrix/+server.ts', 79],
	['src/routes/api/v1/matrix/server.test.ts', 300],
	['src/routes/form-action.ts', 300]
])('%s may have %i lines and no more', (path, most) => {
	expect(checkLength([{ path, text: lines(most) }])).toEqual([]);
	expect(checkLength([{ path, text: lines(most + 1) }])).toHaveLength(1);
});

test.each([
	'src/lib/domain/utils.ts',
	'src/lib/domain/index.ts',
	'src/lib/server/db/helpers.ts',
	'src/lib/server/helpers/dates.ts',
	'src/lib/domain/plainDate.ts',
	'src/lib/ui/tag.svelte'
])('%s is no good name', (path) => {
	expect(checkNames([{ path, text: '' }])).toHaveLength(1);
});

test.each([
	'src/lib/domain/plain-date.ts',
	'src/lib/domain/plain-date.test.ts',
	'src/lib/domain/section55.ts',
	'src/lib/ui/Tag.svelte',
	'src/routes/(app)/recommendations/[ref]/[org]/+page.server.ts'
])('%s is a good name', (path) => {
	expect(checkNames([{ path, text: '' }])).toEqual([]);
});

test('raw HTML is seen in a component', () => {
	const path = 'src/lib/components/Card.svelte';
	expect(checkRawHtml([{ path, text: '<p>{@html body}</p>' }])).toHaveLength(1);
	expect(checkRawHtml([{ path, text: '<p>{body}</p>' }])).toEqual([]);
});

test.each(['new Date()', 'new Date', 'Date.now()', 'Date()', '[1].map(Date.now)'])(
	'a rule may not say %s',
	(text) => {
		const path = 'src/lib/domain/deadline.ts';
		expect(checkClock([{ path, text: `export const a = ${text};` }])).toHaveLength(1);
	}
);

test('a rule may compute with the dates it is given', () => {
	const path = 'src/lib/domain/deadline.ts';
	const text = `// new Date() would be wrong here.\nexport const a = new Date(0).getTime() + Date.UTC(2026, 0);`;
	expect(checkClock([{ path, text }])).toEqual([]);
});
