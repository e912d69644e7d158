import { plainDate } from '#lib/domain/plain-date.ts';
import { expect, test } from 'vitest';
import { backTestWords, forecastWords } from './forecast.ts';

const basis = { open: 4, closures: 3, backTest: { tried: 6, inside: 2 } };

test('a forecast is said as a range, never as a point that looks sure', () => {
	const range = { earliest: plainDate('2027-03-03'), latest: plainDate('2027-06-30') };
	expect(forecastWords({ ...basis, kind: 'range', ...range })).toBe(
		'Between 3 March 2027 and 30 June 2027'
	);
	expect(forecastWords({ ...basis, kind: 'range', ...range, earliest: range.latest })).toBe(
		'About 30 June 2027'
	);
});

test.each([
	['nothing-open', 'Nothing is open'],
	['too-few', 'No forecast: 3 confirmed so far, and it takes 8'],
	['not-borne-out', 'No forecast: only 2 of its last 6 came true'],
	['too-far', 'No forecast: at the pace so far it could take over 5 years']
] as const)('where it is withheld as %s it says why', (reason, words) => {
	expect(forecastWords({ ...basis, kind: 'withheld', reason })).toBe(words);
});

test.each([
	[0, 'No forecast: it could not yet be tried on itself, and it takes 4 times'],
	[1, 'No forecast: it could be tried on itself once, and it takes 4 times'],
	[2, 'No forecast: it could be tried on itself twice, and it takes 4 times'],
	[3, 'No forecast: it could be tried on itself 3 times, and it takes 4 times']
])('one that was tried %s times says that it takes more', (tried, words) => {
	const backTest = { tried, inside: 0 };
	expect(forecastWords({ ...basis, backTest, kind: 'withheld', reason: 'untried' })).toBe(words);
});

test('a batch of many is not called few', () => {
	expect(forecastWords({ ...basis, closures: 20, kind: 'withheld', reason: 'too-few' })).toBe(
		'No forecast: all were confirmed on a few days, which shows no pace'
	);
});

test('how it was tried is said beside it', () => {
	expect(backTestWords({ tried: 6, inside: 5 })).toBe('Last 6 forecasts: 5 inside the range');
	expect(backTestWords({ tried: 1, inside: 0 })).toBe('Last forecast: 0 inside the range');
	expect(backTestWords({ tried: 0, inside: 0 })).toBe('Not tried yet');
});
