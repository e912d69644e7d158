import { expect, test } from 'vitest';
import { canonicalQuery, parseView } from './saved-view.ts';

const SENT = { page: 'dashboard', query: '?region=London', submissionKey: 'x'.repeat(20) };

test.each([
	['dashboard', 'theme=B&region=London&region=London&utm=1', 'region=London&theme=B'],
	['dashboard', 'status=confirmed', null],
	['dashboard', 'region=Atlantis', null],
	['assignments', 'page=7&sort=due&status=confirmed&q=+kent+', 'q=kent&sort=due&status=confirmed'],
	['assignments', 'next=//evil.test&as-at=2026-02-30', ''],
	['reviews', 'page=2&risk=high', 'risk=high'],
	['reviews', 'risk=huge', null],
	['matrix', 'show=freshness&region=London&page=3', 'region=London&show=freshness'],
	['matrix', 'show=colour', null],
	['assignments', `${'organisation=KENT&'.repeat(300)}`, 'organisation=KENT']
] as const)('of %s?%s what its page reads is kept', (page, query, kept) => {
	expect(canonicalQuery(page, query)).toBe(kept);
});

test('too long a query is none', () => {
	const themes = Array.from({ length: 40 }, (_, index) => `theme=${'x'.repeat(150)}${index}`);
	expect(canonicalQuery('dashboard', themes.join('&'))).toBeNull();
});

test('a new view needs a name, and one that is replaced keeps its own', () => {
	expect(parseView(SENT)).toMatchObject({ ok: false, problems: [{ field: 'name' }] });
	expect(parseView({ ...SENT, name: ' London ' })).toMatchObject({
		ok: true,
		command: { name: 'London', query: 'region=London', replaces: '' }
	});
	expect(parseView({ ...SENT, replaces: 'ab12' })).toMatchObject({ ok: true });
	expect(parseView({ ...SENT, name: 'x'.repeat(61) })).toMatchObject({ ok: false });
	expect(parseView({ ...SENT, name: 'A', page: 'people' })).toMatchObject({ ok: false });
	expect(parseView({ ...SENT, name: 'A', query: 'region=Nowhere' })).toMatchObject({
		ok: false,
		problems: [{ field: '' }]
	});
});
