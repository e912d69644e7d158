import { expect, test } from 'vitest';
import type { Actor, Role } from './actor.ts';
import { isChangeOf, mayHearOf, watchedAt, type Change, type Watched } from './watch.ts';

test.each([
	['/', 'register'],
	['/assignments?status=in-progress', 'register'],
	['/assignments?inspection=OIC', 'inspection OIC'],
	['/dashboard?inspection=OIC&region=London', 'inspection OIC'],
	['/recommendations', 'register'],
	['/recommendations/OIC-7', 'recommendation OIC-7'],
	['/recommendations/OIC-7/parts', 'recommendation OIC-7'],
	['/recommendations/OIC-7/KENT', 'assignment OIC-7 KENT'],
	['/recommendations/OIC-7/KENT/plan/abc', 'assignment OIC-7 KENT'],
	['/organisations/KENT/posts', 'organisation KENT'],
	['/recommendations/OIC-7/KENT?as-at=2026-01-01', null],
	['/account', null],
	['/search?q=kent', null],
	['/recommendations/nothing', null],
	['//evil.test/x', null],
	['', null]
])('%s shows %s', (address, shown) => {
	const url = new URL(address, 'https://tracker.test');
	const path = address.startsWith('//') ? address : address === '' ? '' : url.pathname;
	const watched = watchedAt(path, url.searchParams);
	expect(watched && Object.values(watched).join(' ')).toBe(shown);
});

const CHANGE: Change = {
	sequence: 1,
	action: 'assignment.update',
	organisationId: 1,
	organisationCode: 'KENT',
	inspection: 'OIC',
	recommendation: 'OIC-7'
};

test('a page is told of what it shows, and of nothing else', () => {
	const pages: readonly (readonly [Watched, boolean])[] = [
		[{ kind: 'register' }, true],
		[{ kind: 'inspection', code: 'OIC' }, true],
		[{ kind: 'inspection', code: 'NEW' }, false],
		[{ kind: 'recommendation', reference: 'OIC-7' }, true],
		[{ kind: 'recommendation', reference: 'OIC-70' }, false],
		[{ kind: 'organisation', code: 'KENT' }, true],
		[{ kind: 'organisation', code: 'ESSEX' }, false],
		[{ kind: 'assignment', reference: 'OIC-7', code: 'KENT' }, true],
		[{ kind: 'assignment', reference: 'OIC-7', code: 'ESSEX' }, false],
		[{ kind: 'assignment', reference: 'OIC-8', code: 'KENT' }, false]
	];
	for (const [page, isTold] of pages)
		expect([page, isChangeOf(page, CHANGE)]).toEqual([page, isTold]);
	const wording = { ...CHANGE, organisationCode: null, organisationId: null };
	expect(isChangeOf({ kind: 'assignment', reference: 'OIC-7', code: 'ESSEX' }, wording)).toBe(true);
});

test('nobody is told of what another body did, nor of sign-ins and reading', () => {
	const hears = (actor: Actor, change: Partial<Change>) =>
		mayHearOf(actor, { ...CHANGE, ...change });
	for (const role of ['lead', 'contributor', 'observer'] as const) {
		expect(hears(anActor(role, 1), {})).toBe(true);
		expect(hears(anActor(role, 2), {})).toBe(false);
	}
	expect(hears(anActor('inspector', null), {})).toBe(true);
	expect(hears(anActor('administrator', null), {})).toBe(false);
	const wording = { action: 'recommendation.change', organisationId: null };
	expect(hears(anActor('administrator', null), wording)).toBe(true);
	for (const action of ['session.sign-in', 'evidence.download', 'sample.draw']) {
		for (const organisationId of [1, null]) {
			expect(hears(anActor('inspector', null), { action, organisationId })).toBe(false);
		}
	}
});

test('of a note nobody hears but inspectors who do not belong to the body, on the pages of the assignment', () => {
	const note: Change = { ...CHANGE, action: 'note.keep' };
	for (const role of ['lead', 'contributor', 'observer', 'administrator'] as const) {
		for (const organisationId of [1, 2, null]) {
			expect([role, organisationId, mayHearOf(anActor(role, organisationId), note)]).toEqual([
				...[role, organisationId, false]
			]);
		}
	}
	const inspector = anActor('inspector', null);
	const inside: Actor = { ...inspector, roles: [...inspector.roles, ...anActor('lead', 1).roles] };
	expect([mayHearOf(inspector, note), mayHearOf(inside, note)]).toEqual([true, false]);
	expect(mayHearOf(inspector, { ...note, organisationId: null })).toBe(false);
	const told = (page: Watched) => isChangeOf(page, note);
	expect(told({ kind: 'assignment', reference: 'OIC-7', code: 'KENT' })).toBe(true);
	expect(told({ kind: 'assignment', reference: 'OIC-7', code: 'ESSEX' })).toBe(false);
	for (const page of [
		{ kind: 'register' },
		{ kind: 'inspection', code: 'OIC' },
		{ kind: 'recommendation', reference: 'OIC-7' },
		{ kind: 'organisation', code: 'KENT' }
	] as const) {
		expect(told(page)).toBe(false);
	}
});

function anActor(role: Role, organisationId: number | null): Actor {
	return { personId: 1, name: 'A', email: 'a@b.test', roles: [{ role, organisationId }] };
}
