import { VERBS } from '#lib/domain/status.ts';
import { describe, expect, test } from 'vitest';
import { narrowed, paths, withQuery } from './paths.ts';
import { safeNext } from './safe-next.ts';

describe('addresses', () => {
	test('an assignment and its pages', () => {
		expect(paths.recommendation('OIC-7')).toBe('/recommendations/OIC-7');
		expect(paths.assignment('OIC-7', 'KENT')).toBe('/recommendations/OIC-7/KENT');
		expect(paths.newUpdate('OIC-7', 'KENT')).toBe('/recommendations/OIC-7/KENT/updates/new');
		expect(paths.newEvidence('OIC-7', 'KENT')).toBe('/recommendations/OIC-7/KENT/evidence/new');
		for (const verb of VERBS) {
			expect(paths.move('OIC-7', 'KENT', verb)).toBe(`/recommendations/OIC-7/KENT/moves/${verb}`);
		}
	});

	test('every one is a path of this service that a person can be sent back to', () => {
		const fill = (path: (...given: never[]) => string) =>
			path(...(['OIC-7', 'KENT', 'confirm'].slice(0, path.length) as never[]));
		for (const [name, path] of Object.entries(paths)) {
			expect(safeNext(fill(path)), name).toBe(fill(path));
		}
	});

	test('no two pages share one', () => {
		const all = Object.values(paths).map((path) =>
			(path as (...given: string[]) => string)('a1', 'b2', 'c3')
		);
		expect(new Set(all).size).toBe(all.length);
	});

	test('what stands in an address cannot change its shape', () => {
		expect(paths.organisation('../people?a=b#c')).toBe('/organisations/..%2Fpeople%3Fa%3Db%23c');
		expect(paths.signIn('/audit?day=1&x=2')).toBe('/sign-in?next=%2Faudit%3Fday%3D1%26x%3D2');
		expect(paths.signIn()).toBe('/sign-in');
	});
});

describe('a query', () => {
	test('leaves out what is empty and is in one order', () => {
		expect(
			withQuery('/recommendations', {
				status: 'confirmed',
				region: '',
				kind: null,
				page: undefined,
				all: [],
				due: 0,
				a: 'first'
			})
		).toBe('/recommendations?a=first&due=0&status=confirmed');
		expect(withQuery('/audit', { b: 1, a: 2 })).toBe(withQuery('/audit', { a: 2, b: 1 }));
	});
	test('repeats the name of a list, in its order', () => {
		expect(withQuery('/audit', { region: ['South East', '', 'Eastern'] })).toBe(
			'/audit?region=South+East&region=Eastern'
		);
	});
	test('without anything is the bare path', () => {
		expect(withQuery('/audit', {})).toBe('/audit');
	});
	test('carries hostile text as text', () => {
		const query = withQuery('/audit', { q: '"><script>&x=1#\u202e' });
		expect(new URL(query, 'http://here').searchParams.get('q')).toBe('"><script>&x=1#\u202e');
		expect(query).not.toMatch(/[<>"#\u202e]/);
	});
});

test('narrows an address, keeping what it says beside', () => {
	const href = '/assignments?region=Eastern&region=London&theme=A+%26+B';
	expect(narrowed(href, { status: 'confirmed', region: 'London' })).toBe(
		'/assignments?region=London&status=confirmed&theme=A+%26+B'
	);
	expect(narrowed('/assignments', {})).toBe('/assignments');
});
