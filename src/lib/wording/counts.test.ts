import { expect, test } from 'vitest';
import { confirmedOf, formatBytes, formatNumber, plural } from './counts.ts';

test.each([
	[0, '0 assignments'],
	[1, '1 assignment'],
	[2, '2 assignments'],
	[1_204, '1,204 assignments']
])('%i: %s', (count, words) => {
	expect(plural(count, 'assignment')).toBe(words);
});

test('a noun with a plural of its own', () => {
	expect(plural(1, 'body', 'bodies')).toBe('1 body');
	expect(plural(3, 'body', 'bodies')).toBe('3 bodies');
});

test('numbers and shares', () => {
	expect(formatNumber(1_234_567)).toBe('1,234,567');
	expect(confirmedOf(31, 43)).toBe('31 of 43 confirmed');
	expect(confirmedOf(0, 0)).toBe('0 of 0 confirmed');
});

test.each([
	[0, '0 bytes'],
	[1, '1 byte'],
	[1_023, '1,023 bytes'],
	[1_024, '1KB'],
	[1_536, '1.5KB'],
	[512 * 1_024, '512KB'],
	[1_024 * 1_024 - 1, '1MB'],
	[20 * 1_024 * 1_024, '20MB'],
	[3 * 1_024 ** 3, '3GB'],
	[5_000 * 1_024 ** 3, '5,000GB'],
	[5.25 * 1_024 * 1_024, '5.3MB']
])('%i bytes are %s', (bytes, words) => {
	expect(formatBytes(bytes)).toBe(words);
});
