import { expect, test } from 'vitest';
import {
	checkClaim,
	pointKey,
	pointsOrWhole,
	type ClaimFacts,
	type ClaimPoint
} from './claim-check.ts';
import { plainDate } from './plain-date.ts';

const TODAY = plainDate('2026-03-02');
const part = (id: number, isMet: boolean): ClaimPoint => ({
	kind: 'part',
	id,
	label: 'ab'.charAt(id - 1),
	text: `Part ${id}`,
	isMet
});
const criterion: ClaimPoint = {
	kind: 'criterion',
	id: 9,
	label: '1',
	text: 'It works',
	isMet: null
};
const item = { key: 'e1', title: 'Policy', shownOn: null };
const GOOD: ClaimFacts = {
	points: pointsOrWhole([]),
	evidence: [item],
	actions: [],
	hasOwner: true,
	freshness: 'reported'
};

test('a claim with evidence for everything, an owner and a fresh update has nothing against it', () => {
	expect(codes(GOOD, ['whole'])).toEqual([]);
	expect(codes({ ...GOOD, freshness: null }, ['whole'])).toEqual([]);
});

test('without evidence it is stopped, and nobody is asked which of none shows what', () => {
	expect(codes({ ...GOOD, evidence: [], points: [part(1, true)] }, [])).toEqual(['no-evidence']);
});

test('each part that is not met stops it, and each part and criterion that nothing shows', () => {
	const points = [part(1, true), part(2, false), criterion];
	expect(checkClaim({ ...GOOD, points }, new Set(['part-1']), TODAY)).toEqual([
		{ severity: 'stops', code: 'part-not-met', point: { kind: 'part', id: 2, label: 'b' } },
		{ severity: 'stops', code: 'nothing-shows-it', point: { kind: 'part', id: 2, label: 'b' } },
		{
			severity: 'stops',
			code: 'nothing-shows-it',
			point: { kind: 'criterion', id: 9, label: '1' }
		}
	]);
});

test('a recommendation with neither parts nor criteria is shown as a whole', () => {
	expect(pointsOrWhole([]).map(pointKey)).toEqual(['whole']);
	expect(pointsOrWhole([criterion]).map(pointKey)).toEqual(['criterion-9']);
	expect(codes(GOOD, [])).toEqual(['nothing-shows-it']);
});

test('an action is called by its place in the plan, and only a planned one is warned of', () => {
	const actions = [
		{ key: 'a', title: 'Train', state: 'done' as const },
		{ key: 'b', title: 'Brief', state: 'planned' as const }
	];
	expect(checkClaim({ ...GOOD, actions }, new Set(['whole']), TODAY)).toEqual([
		{ severity: 'warns', code: 'action-open', position: 2, key: 'b', title: 'Brief' }
	]);
});

test('a date after today is warned of, today is not', () => {
	const shown = (day: string) => ({ ...GOOD, evidence: [{ ...item, shownOn: plainDate(day) }] });
	expect(codes(shown('2026-03-02'), ['whole'])).toEqual([]);
	expect(codes(shown('2026-03-03'), ['whole'])).toEqual(['shown-in-future']);
});

test.each(['owed', 'not-reported'] as const)('no owner and an update %s are warned of', (said) => {
	expect(codes({ ...GOOD, hasOwner: false, freshness: said }, ['whole'])).toEqual([
		'no-owner',
		'no-update'
	]);
});

function codes(facts: ClaimFacts, shown: readonly string[]): string[] {
	return checkClaim(facts, new Set(shown), TODAY).map(({ code }) => code);
}
