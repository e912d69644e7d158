import { expect, test } from 'vitest';
import { canOpenFile, scanStandingOf } from './file-scan.ts';

test.each([
	[null, true, 'waiting'],
	['failed', true, 'failed'],
	['clean', true, 'clean'],
	['infected', true, 'infected'],
	[null, false, 'not-scanned'],
	['failed', false, 'not-scanned'],
	['clean', false, 'clean'],
	['infected', false, 'infected']
] as const)('a file of which was last said %s stands, with a scanner %s, as %s', (...facts) => {
	const [latest, hasScanner, standing] = facts;
	expect(scanStandingOf(latest, hasScanner)).toBe(standing);
});

test.each([
	['clean', true, true],
	['not-scanned', true, true],
	['waiting', true, false],
	['failed', true, false],
	['infected', false, false]
] as const)('a file that is %s is opened by its uploader: %s, by others: %s', (...facts) => {
	const [standing, uploader, others] = facts;
	expect(canOpenFile(standing, true)).toBe(uploader);
	expect(canOpenFile(standing, false)).toBe(others);
});
