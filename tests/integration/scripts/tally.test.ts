import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlaywright, readVitest, sumUp, withStep } from '../../../scripts/tally.mjs';
import { temporaryFolder } from './temporary-folder.ts';

const report = (content: unknown) =>
	join(temporaryFolder({ 'report.json': JSON.stringify(content) }), 'report.json');

test('tests are counted from the report of each runner', () => {
	const unit = readVitest(report({ numPassedTests: 410, numFailedTests: 0, testResults: [] }));
	const e2e = readPlaywright(
		report({ stats: { expected: 1, flaky: 1, unexpected: 0, skipped: 5 } })
	);
	expect(sumUp([unit, e2e])).toBe('412 passed, 0 failed');
});

test('a test file that does not load counts as a failure', () => {
	const testResults = [
		{ status: 'failed', assertionResults: [] },
		{ status: 'failed', assertionResults: [{}] },
		{ status: 'passed', assertionResults: [{}] }
	];
	expect(readVitest(report({ numPassedTests: 1, numFailedTests: 1, testResults }))).toEqual({
		passed: 1,
		failed: 2
	});
});

test('a step that fails without a failing test is a failure all the same', () => {
	expect(sumUp([withStep({ passed: 0, failed: 0 }, true)])).toBe('0 passed, 1 failed');
	expect(sumUp([withStep({ passed: 7, failed: 2 }, true)])).toBe('7 passed, 2 failed');
	expect(sumUp([withStep({ passed: 7, failed: 0 }, false)])).toBe('7 passed, 0 failed');
});

test('without a report nothing is counted', () => {
	const nowhere = join(temporaryFolder(), 'report.json');
	expect([readVitest(nowhere), readPlaywright(nowhere)]).toEqual([
		{ passed: 0, failed: 0 },
		{ passed: 0, failed: 0 }
	]);
});
