import { plainDate } from '#lib/domain/plain-date.ts';
import { emptyCounts } from '#lib/domain/rollup.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeWords, excerpt, leadWords, spanWords, standingWords } from './summary.ts';

const day = plainDate;
const counts = (some: Partial<ReturnType<typeof emptyCounts>>) => ({ ...emptyCounts(), ...some });

it.each([
	[counts({ confirmed: 28, 'in-progress': 23, 'not-accepted': 2 }), 0, 0, '28 of 51 confirmed'],
	[
		counts({ 'reported-complete': 6, 'in-progress': 4 }),
		3,
		3,
		'0 of 10 confirmed, 6 reported complete, 3 overdue'
	],
	[
		counts({ 'reported-complete': 6, 'in-progress': 4 }),
		3,
		7,
		'0 of 10 confirmed, 6 reported complete, 3 overdue (7 if no deadline had been moved)'
	],
	[
		counts({ 'in-progress': 4 }),
		0,
		2,
		'0 of 4 confirmed, 0 overdue (2 if no deadline had been moved)'
	],
	[counts({ returned: 1 }), 1, 1, 'Returned, overdue'],
	[counts({ returned: 1 }), 0, 1, 'Returned, overdue if no deadline had been moved'],
	[counts({ 'not-applicable': 1 }), 0, 0, 'Not applicable']
])('says how a recommendation stands: %j, %i, %i', (statuses, overdue, wouldBe, words) => {
	expect(standingWords(statuses, overdue, wouldBe)).toBe(words);
});

it('says what changed, confirmed first, and that nothing did', () => {
	const none = {
		...{ opening: 4, added: 0, reopened: 0, confirmed: 0, closedOtherwise: 0, closing: 4 },
		claimed: 0
	};
	expect(changeWords(null)).toBe('No change');
	expect(changeWords(none)).toBe('No change');
	expect(changeWords({ ...none, confirmed: 3, claimed: 9, reopened: 1 })).toBe(
		'+3 confirmed, +9 reported complete, 1 reopened'
	);
});

it('says between which days it falls due', () => {
	expect(spanWords(null)).toBe('No deadline set');
	const first = day('2026-07-31');
	expect(spanWords({ first, last: first })).toBe('31 Jul 2026');
	expect(spanWords({ first, last: day('2026-12-31') })).toBe('31 Jul 2026 to 31 Dec 2026');
});

it('counts many leads of a kind and names few, the many first', () => {
	const nca = { kind: 'national-agency', items: 1, codes: ['NCA'] } as const;
	const forces = { kind: 'police-force', items: 43, codes: [] } as const;
	expect(leadWords([nca, forces])).toBe('43 forces, NCA');
	expect(leadWords([])).toBe('None');
});

describe('an excerpt', () => {
	it('is one line, cut at a word', () => {
		expect(excerpt('The supplier\nhas given a date', 24)).toBe('The supplier has given …');
		expect(excerpt('Short', 24)).toBe('Short');
	});

	it('never breaks a letter, whatever it is cut from', () => {
		const text = fc.string({ unit: 'binary', maxLength: 60 });
		fc.assert(
			fc.property(text, fc.integer({ min: 1, max: 30 }), (text, max) => {
				const cut = excerpt(text, max);
				expect(cut.isWellFormed()).toBe(true);
				expect([...cut].length).toBeLessThanOrEqual(max + 2);
			})
		);
	});
});
