import fc from 'fast-check';
import { expect, test } from 'vitest';
import { burnUpMessage, statusMessage, timelinessMessage } from './messages.ts';

const counts = { overdue: 0, rescheduled: 0, 'due-soon': 0, later: 0, 'no-date': 0 };

function rollup(confirmed: number, claimed: number, applicable: number, total = applicable) {
	return { confirmed, claimed, applicable, total };
}

test.each([
	[rollup(0, 0, 0), 'No assignments yet'],
	[rollup(0, 0, 0, 4), 'No assignments count towards the total'],
	[rollup(1, 0, 1), 'The one assignment is confirmed'],
	[rollup(0, 1, 1), 'None of 1 assignment confirmed yet; 1 reported complete'],
	[rollup(0, 0, 53), 'None of 53 assignments confirmed yet'],
	[rollup(31, 0, 53), '31 of 53 assignments confirmed'],
	[rollup(31, 12, 53, 55), '31 of 53 assignments confirmed; 12 reported complete'],
	[rollup(53, 0, 53), 'All 53 assignments are confirmed'],
	[rollup(1200, 0, 2400), '1,200 of 2,400 assignments confirmed']
])('the status chart says how much is confirmed, and what is claimed beside it', (facts, words) => {
	expect(statusMessage(facts)).toBe(words);
});

test.each([
	[{}, 'No open assignments'],
	[{ overdue: 9, later: 13 }, '9 of 22 open assignments overdue'],
	[{ overdue: 1 }, '1 of 1 open assignment overdue'],
	[{ overdue: 9, 'due-soon': 5 }, '9 of 14 open assignments overdue; 5 due soon'],
	[{ later: 3, 'due-soon': 5 }, 'No open assignments overdue; 5 due soon'],
	[{ rescheduled: 3 }, 'No open assignments overdue'],
	[{ 'no-date': 8 }, 'No deadline set for 8 open assignments']
])('the timeliness chart says what is overdue and what soon will be', (some, words) => {
	expect(timelinessMessage({ ...counts, ...some })).toBe(words);
});

test.each([
	[{ confirmed: 31, due: 40 }, '40 due by 3 June 2026; 31 confirmed'],
	[{ confirmed: 0, due: 1 }, '1 due by 3 June 2026; none confirmed'],
	[{ confirmed: 2, due: 0 }, '2 confirmed by 3 June 2026; none due yet'],
	[{ confirmed: 0, due: 0 }, 'Nothing due or confirmed by 3 June 2026']
])('the chart over time says what was due and what of it is confirmed', (at, words) => {
	expect(burnUpMessage(at, '3 June 2026')).toBe(words);
});

test('no message is longer than ten words, whatever the counts', () => {
	const some = fc.nat({ max: 3000 });
	fc.assert(
		fc.property(some, some, some, some, some, (a, b, c, d, e) => {
			const messages = [
				statusMessage(rollup(a, b, a + b + c, a + b + c + d)),
				timelinessMessage({ overdue: a, rescheduled: b, 'due-soon': c, later: d, 'no-date': e }),
				burnUpMessage({ confirmed: a, due: b }, '30 September 2026')
			];
			for (const message of messages) expect(message.split(' ').length).toBeLessThanOrEqual(10);
		})
	);
});
