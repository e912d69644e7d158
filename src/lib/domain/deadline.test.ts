import { describe, expect, test } from 'vitest';
import { readDeadline, type DeadlineKind } from './deadline.ts';
import { plainDate } from './plain-date.ts';

const PUBLISHED = plainDate('2025-05-16');

type Example = readonly [
	phrase: string,
	kind: DeadlineKind,
	lastDay: string | null,
	rule: string,
	publishedOn?: string
];

const PRINTED = 'The day printed';
const MONTH_END = 'The last day of the month printed';
const AT_ONCE = 'Due on the day of publication';

const REAL_PHRASES: readonly Example[] = [
	['By 30 September 2024, the force should make sure:', 'fixed-day', '2024-09-30', PRINTED],
	[
		'By March 2023, forces should make sure their crime scene management practices adhere to …',
		'month',
		'2023-03-31',
		MONTH_END
	],
	['The force should immediately:', 'immediate', '2025-05-16', AT_ONCE],
	['With immediate effect, all forces should review …', 'immediate', '2025-05-16', AT_ONCE],
	[
		'Immediately, the responsibility … should be transferred … no later than September 2017.',
		'immediate-then-by',
		'2017-09-30',
		`Starts at once; ${MONTH_END}`
	],
	[
		'Within six months the force should put in place arrangements to ensure that:',
		'relative',
		'2025-11-16',
		'6 months after publication'
	],
	[
		'Not later than 31 March 2015 those forces using a threat, harm and risk policy, that have not yet done so, should …',
		'fixed-day',
		'2015-03-31',
		PRINTED
	],
	[
		'No deadline set by HMICFRS December 2019 set to align with the next inspection',
		'none-set',
		null,
		'The inspectorate set no deadline'
	],
	[
		'It has been agreed that the third recommendation does not apply to North Wales Police because it has already been inspected',
		'not-applicable',
		null,
		'Does not apply to this organisation'
	]
];

const EDGES: readonly Example[] = [
	['By February 2024', 'month', '2024-02-29', MONTH_END],
	['By February 2023', 'month', '2023-02-28', MONTH_END],
	['By the end of September 2024 all forces should', 'month', '2024-09-30', MONTH_END],
	['By 29 February 2024', 'fixed-day', '2024-02-29', PRINTED],
	['By 1st April 2026, forces should', 'fixed-day', '2026-04-01', PRINTED],
	['by the 22nd of July 2026', 'fixed-day', '2026-07-22', PRINTED],
	['BY  30\u00a0SEPTEMBER\n2024', 'fixed-day', '2024-09-30', PRINTED],
	['30 September 2024', 'fixed-day', '2024-09-30', PRINTED],
	['September 2024', 'month', '2024-09-30', MONTH_END],
	['Immediately', 'immediate', '2025-05-16', AT_ONCE],
	['Immediate', 'immediate', '2025-05-16', AT_ONCE],
	['Forces should, with immediate effect, stop', 'immediate', '2025-05-16', AT_ONCE],
	['Within one month', 'relative', '2025-06-16', '1 month after publication'],
	['Within 12 months of publication', 'relative', '2026-05-16', '12 months after publication'],
	['Within a year of this report', 'relative', '2026-05-16', '12 months after publication'],
	['Within two years', 'relative', '2027-05-16', '24 months after publication'],
	['Within 50 years', 'relative', '2075-05-16', '600 months after publication'],
	['Within 56 days', 'relative', '2025-07-11', '56 days after publication'],
	['Within three weeks', 'relative', '2025-06-06', '21 days after publication'],
	['Within one month', 'relative', '2025-02-28', '1 month after publication', '2025-01-31'],
	['Within six months', 'relative', '2024-02-29', '6 months after publication', '2023-08-31'],
	['Within 12 months', 'relative', '2025-02-28', '12 months after publication', '2024-02-29'],
	[
		'Within six months forces should make sure that victims are seen within five days',
		'relative',
		'2025-11-16',
		'6 months after publication'
	],
	[
		'By March 2027 forces should make sure that victims are seen within five days',
		'month',
		'2027-03-31',
		MONTH_END
	],
	[
		'The force should immediately begin and should, within six months, finish:',
		'immediate-then-by',
		'2025-11-16',
		'Starts at once; 6 months after publication'
	],
	[
		'By 30 September 2026, forces that have not met the recommendation of our March 2023 report should',
		'fixed-day',
		'2026-09-30',
		PRINTED
	],
	[
		'By 30 September 2026 forces should make sure that people at immediate risk are found',
		'fixed-day',
		'2026-09-30',
		PRINTED
	],
	[
		'By 31 March 2027 forces should act. Forces that acted by 31 March 2027 should say so.',
		'fixed-day',
		'2027-03-31',
		PRINTED
	]
];

describe('a deadline in the words of a report', () => {
	test.each([...REAL_PHRASES, ...EDGES].map((example) => ({ phrase: example[0], example })))(
		'$phrase',
		({ phrase, example }) => {
			const [, kind, lastDay, rule, publishedOn] = example;
			const read = readDeadline(phrase, publishedOn ? plainDate(publishedOn) : PUBLISHED);
			expect(read).toMatchObject({ kind, lastDay, rule });
		}
	);

	test('the phrase is kept as printed, but for runs of white space', () => {
		const phrase = '  By 30 September 2024,\n\tthe force should make sure:';
		expect(readDeadline(phrase, PUBLISHED)?.phrase).toBe(
			'By 30 September 2024, the force should make sure:'
		);
	});
});

describe('what cannot be read is not guessed', () => {
	test.each([
		'',
		'   ',
		'The force should review its approach.',
		'As soon as practicable',
		'In due course, the force should',
		'By 31 September 2024, the force should',
		'By 30 February 2024',
		'By 29 February 2023',
		'By 0 March 2023',
		'By 30 September, the force should',
		'By the end of 2024',
		'By 30/09/2024',
		'By Smarch 2023',
		'By spring 2024',
		'Within zero months',
		'Within 0 months',
		'Within several months',
		'Within six to nine months',
		'Within six months of receiving the guidance, forces should',
		'Within 28 days of the decision',
		'Immediately, and by 31 September 2024',
		'Immediately, and at the latest within six months',
		'Within 51 years',
		'Within 999 years',
		'Forces should make sure that victims are seen within five days',
		'By 30 September 2024 or by 31 March 2025',
		'Between March 2023 and June 2023 we inspected ten forces. They should improve.',
		'Since our report of 5 December 2019, forces have not improved and should.',
		'Forces should make sure that people at immediate risk are found',
		'Forces should make sure that personnel record incidents immediately after they happen',
		'Forces should review every policy that does not apply to personnel'
	])('%j', (phrase) => {
		expect(readDeadline(phrase, PUBLISHED)).toBeNull();
	});

	test('a long hostile phrase is answered at once', () => {
		const phrase = 'by the end of '.repeat(20_000) + 'within '.repeat(20_000);
		const before = performance.now();
		expect(readDeadline(phrase, PUBLISHED)).toBeNull();
		expect(performance.now() - before).toBeLessThan(1_000);
	});
});
