// How many tests passed and failed, read from what the test runners wrote about themselves.

import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Tally */

/** @param {string} file Vitest's JSON report @returns {Tally} nothing when there is no report */
export function readVitest(file) {
	const report = read(file);
	if (!report) return { passed: 0, failed: 0 };
	// A file that does not even load has no tests to fail, and fails all the same.
	const unloaded = report.testResults.filter(
		(/** @type {{ status: string, assertionResults: unknown[] }} */ each) =>
			each.status === 'failed' && each.assertionResults.length === 0
	);
	return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

/** @param {string} file Playwright's JSON report @returns {Tally} a test that passed on a retry passed */
export function readPlaywright(file) {
	const report = read(file);
	if (!report) return { passed: 0, failed: 0 };
	const { expected, flaky, unexpected } = report.stats;
	return { passed: expected + flaky, failed: unexpected };
}

/**
 * A step that failed counts as one failure at least, whether or not it has tests.
 * @param {Tally} tally @param {boolean} hasFailed
 * @returns {Tally}
 */
export function withStep(tally, hasFailed) {
	return { ...tally, failed: Math.max(tally.failed, hasFailed ? 1 : 0) };
}

/** @param {Tally[]} tallies */
export function sumUp(tallies) {
	const sum = { passed: 0, failed: 0 };
	for (const { passed, failed } of tallies) {
		sum.passed += passed;
		sum.failed += failed;
	}
	return `${sum.passed} passed, ${sum.failed} failed`;
}

/** @param {string} file */
function read(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
