import { expect, test } from 'vitest';
import { headlineSentence, type HeadlineFacts } from './headline.ts';

const FACTS: HeadlineFacts = {
	applicable: 412,
	confirmed: 31,
	open: 381,
	claimed: 12,
	overdue: 4,
	wouldBeOverdue: 9,
	noDate: 360,
	closedOtherwise: 3
};

test('every number that a board asks for is in one sentence, confirmed first', () => {
	expect(headlineSentence(FACTS)).toBe(
		'31 of 412 assignments are confirmed; 381 are open, of which 12 are reported complete and waiting for a decision, 4 are overdue (9 if no deadline had been moved) and 360 have no deadline set; 3 more are closed otherwise and not counted.'
	);
});

test('what moving deadlines has hidden is only said where it has hidden something', () => {
	expect(headlineSentence({ ...FACTS, wouldBeOverdue: 4 })).toContain('4 are overdue and 360 have');
	expect(headlineSentence({ ...FACTS, overdue: 0, wouldBeOverdue: 5 })).toContain(
		'0 are overdue (5 if no deadline had been moved)'
	);
});

test('one is said in the singular, thousands with a comma', () => {
	const one = { applicable: 1_412, confirmed: 1, open: 1, claimed: 1, overdue: 1, noDate: 1 };
	expect(headlineSentence({ ...one, wouldBeOverdue: 1, closedOtherwise: 1 })).toBe(
		'1 of 1,412 assignments is confirmed; 1 is open, of which 1 is reported complete and waiting for a decision, 1 is overdue and 1 has no deadline set; 1 more is closed otherwise and not counted.'
	);
});

const NOTHING: HeadlineFacts = {
	applicable: 0,
	confirmed: 0,
	open: 0,
	claimed: 0,
	overdue: 0,
	wouldBeOverdue: 0,
	noDate: 0,
	closedOtherwise: 0
};

test.each([
	[{}, 'No assignments count towards the total.'],
	[
		{ closedOtherwise: 2 },
		'No assignments count towards the total; 2 more are closed otherwise and not counted.'
	],
	[
		{ applicable: 1, open: 1, noDate: 1 },
		'0 of 1 assignment is confirmed; 1 is open, of which 0 are reported complete and waiting for a decision, 0 are overdue and 1 has no deadline set.'
	],
	[{ applicable: 1, confirmed: 1 }, 'The one assignment is confirmed.'],
	[{ applicable: 12, confirmed: 12 }, 'All 12 assignments are confirmed.'],
	[
		{ applicable: 12, confirmed: 12, closedOtherwise: 1 },
		'All 12 assignments are confirmed; 1 more is closed otherwise and not counted.'
	]
])('%o', (facts, sentence) => {
	expect(headlineSentence({ ...NOTHING, ...facts })).toBe(sentence);
});

test('it is one sentence', () => {
	for (const facts of [FACTS, NOTHING]) {
		expect(headlineSentence(facts).match(/\./g)).toHaveLength(1);
	}
});
