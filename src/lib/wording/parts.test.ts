import { plainDate } from '#lib/domain/plain-date.ts';
import { expect, test } from 'vitest';
import {
	openPartsNote,
	partsSummary,
	partStatementTitle,
	partWords,
	retiredPartDays,
	retiredPartNote
} from './parts.ts';

const DAY = plainDate('2026-03-01');

test.each([
	[partWords(['a']), 'part a'],
	[partWords(['a', 'c']), 'parts a and c'],
	[partsSummary({ met: 0, total: 1 }), '0 of 1 part met'],
	[partsSummary({ met: 1, total: 3 }), '1 of 3 parts met'],
	[openPartsNote(['d']), 'Part d has been written since this claim was made, and is open.'],
	[
		openPartsNote(['d', 'e']),
		'Parts d and e have been written since this claim was made, and are open.'
	],
	[partStatementTitle({ label: 'a', isMet: true, metOn: DAY }), 'Part a: met on 1 March 2026'],
	[partStatementTitle({ label: 'a', isMet: true, metOn: null }), 'Part a: met'],
	[partStatementTitle({ label: 'b', isMet: false, metOn: null }), 'Part b: not met'],
	[
		retiredPartDays({ fromDay: DAY, toDay: plainDate('2026-04-01') }),
		'Asked for from 1 March 2026 until 1 April 2026'
	],
	[retiredPartNote('Sample', DAY), 'This part was retired on 1 March 2026. It read: Sample']
])('%s', (said, expected) => {
	expect(said).toBe(expected);
});
