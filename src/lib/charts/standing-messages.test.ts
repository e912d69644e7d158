import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	acceptanceMessage,
	backlogMessage,
	dueMessage,
	evidenceMessage,
	firstDecisionMessage,
	freshnessMessage,
	overdueMessage,
	waitingMessage
} from './standing-messages.ts';

const spans = { 'up-to-30': 0, '31-to-90': 0, '91-to-180': 0, 'over-180': 0 };
const due = { 'up-to-30': 0, '31-to-60': 0, '61-to-90': 0, 'over-90': 0, 'no-date': 0 };
const ages = { 'under-14': 0, '14-to-28': 0, '29-to-56': 0, 'over-56': 0 };
const accepted = { accepted: 0, 'partly-accepted': 0, 'not-accepted': 0, 'not-recorded': 0 };
const mix = { uploaded: 0, sighted: 0, linked: 0, asserted: 0 };
const fresh = { reported: 0, owed: 0, 'not-reported': 0 };

test.each([
	[{}, {}, 'No open assignments overdue'],
	[{}, { 'up-to-30': 4 }, 'None overdue; 4 if no deadline had been moved'],
	[{ 'up-to-30': 1 }, { 'up-to-30': 1 }, '1 assignment overdue'],
	[{ 'over-180': 2 }, { 'over-180': 2 }, '2 assignments overdue, 2 for over 180 days'],
	[{ 'over-180': 2 }, { 'over-180': 1204 }, '2 overdue; 1,204 if no deadline had been moved']
])('ageing says what is overdue, and what would be', (now, unmoved, words) => {
	expect(overdueMessage({ ...spans, ...now }, { ...spans, ...unmoved })).toBe(words);
});

test.each([
	[{}, 'Nothing open is still to fall due'],
	[{ 'no-date': 1 }, 'No deadline set for 1 open assignment'],
	[{ 'up-to-30': 3 }, '3 due within 30 days'],
	[{ 'up-to-30': 3, 'no-date': 2 }, '3 due within 30 days; 2 without a date'],
	[{ '31-to-60': 3, '61-to-90': 1 }, '4 due within 90 days'],
	[{ 'over-90': 8 }, 'Nothing due within 90 days']
])('what falls due says how soon, and what has no date', (some, words) => {
	expect(dueMessage({ ...due, ...some })).toBe(words);
});

test.each([
	[freshnessMessage(fresh, 0), 'No updates owed'],
	[freshnessMessage({ ...fresh, 'not-reported': 3 }, 5), '3 of 5 assignments silent: not reported'],
	[freshnessMessage({ ...fresh, owed: 1 }, 5), '1 of 5 assignments still owes an update'],
	[freshnessMessage({ ...fresh, reported: 5 }, 5), 'All 5 assignments reported this period'],
	[acceptanceMessage(accepted, 0), 'Nobody to ask about acceptance'],
	[acceptanceMessage({ ...accepted, accepted: 1 }, 1), 'The one assignment is accepted'],
	[
		acceptanceMessage({ ...accepted, accepted: 31, 'not-accepted': 4 }, 43),
		'31 of 43 assignments accepted; 4 not accepted'
	],
	[
		acceptanceMessage({ ...accepted, 'not-recorded': 43 }, 43),
		'0 of 43 assignments accepted; 43 not recorded'
	],
	[evidenceMessage(mix, 0), 'Nothing claimed or confirmed yet'],
	[evidenceMessage({ ...mix, asserted: 1 }, 1), '1 of 1 claim rests on assertion alone'],
	[evidenceMessage({ ...mix, uploaded: 12 }, 40), '12 of 40 claims rest on uploaded evidence'],
	[waitingMessage(0, 0), 'No assignment waits for another body'],
	[waitingMessage(1, 1), '1 assignment waits for 1 other body'],
	[waitingMessage(12, 5), '12 assignments wait for 5 other bodies'],
	[backlogMessage(ages), 'No claims wait for a decision'],
	[backlogMessage({ ...ages, 'under-14': 1 }), '1 claim waits for a decision'],
	[
		backlogMessage({ ...ages, 'over-56': 3, 'under-14': 9 }),
		'12 claims wait for a decision, 3 over 56 days'
	],
	[firstDecisionMessage({ confirmed: 0, returned: 0 }, 0), 'No claims decided yet'],
	[
		firstDecisionMessage({ confirmed: 31, returned: 12 }, 43),
		'31 of 43 first claims confirmed at once'
	]
])('%s', (said, words) => {
	expect(said).toBe(words);
});

test('no message is longer than ten words, whatever the counts', () => {
	const some = fc.constantFrom(0, 1, 2, 12, 1300);
	fc.assert(
		fc.property(some, some, some, some, some, (a, b, c, d, e) => {
			const all = a + b + c + d;
			const span = { 'up-to-30': a, '31-to-90': b, '91-to-180': c, 'over-180': d };
			const messages = [
				overdueMessage(span, span),
				overdueMessage(span, { ...span, 'over-180': e }),
				dueMessage({
					...{ 'up-to-30': a, '31-to-60': b, '61-to-90': c },
					'over-90': d,
					'no-date': e
				}),
				freshnessMessage({ reported: a, owed: b, 'not-reported': c }, a + b + c),
				acceptanceMessage(
					{ accepted: a, 'partly-accepted': b, 'not-accepted': c, 'not-recorded': d },
					all
				),
				evidenceMessage({ uploaded: a, sighted: b, linked: c, asserted: d }, all),
				waitingMessage(a, b),
				backlogMessage({ 'under-14': a, '14-to-28': b, '29-to-56': c, 'over-56': d }),
				firstDecisionMessage({ confirmed: a, returned: b }, a + b)
			];
			for (const message of messages) {
				expect(message.split(' ').length, message).toBeLessThanOrEqual(10);
			}
		})
	);
});
