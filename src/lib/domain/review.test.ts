import { describe, expect, test } from 'vitest';
import {
	checkReview,
	FINDINGS,
	mustBeSecond,
	reviewState,
	VERDICTS,
	type Finding,
	type FindingSaid
} from './review.ts';

const CRITERIA = [{ id: 4 }, { id: 9 }];
const says = (criterionId: number, finding: Finding, reason?: string): FindingSaid => ({
	...{ criterionId, finding, reason }
});
const ALL_MET = [says(9, 'met'), says(4, 'met')];

describe('a review', () => {
	test.each([
		['leaves one out', [says(4, 'met')]],
		['marks one that is not asked for', [...ALL_MET, says(5, 'met')]],
		['marks another in the place of one', [says(4, 'met'), says(5, 'met')]],
		['marks one twice', [says(4, 'met'), says(4, 'met')]]
	])('that %s is not of these criteria', (_, findings) => {
		expect(() => checkReview({ verdict: 'confirm', findings }, CRITERIA)).toThrow(
			expect.objectContaining({ code: 'criteria-changed' })
		);
	});

	test.each(FINDINGS.flatMap((finding) => VERDICTS.map((verdict) => [finding, verdict] as const)))(
		'with a criterion %s, to %s, says why where something is missing',
		(finding, verdict) => {
			const attempt = (why?: string, reason?: string) => () =>
				checkReview(
					{ verdict, reason, findings: [says(4, 'met'), says(9, finding, why)] },
					CRITERIA
				);
			if (finding === 'met') return expect(attempt()).not.toThrow();
			expect(attempt(' \u200b', 'Overall')).toThrow(
				expect.objectContaining({ code: 'finding-reason-needed', field: 'why-9' })
			);
			const overall = attempt('The sample is too small', '\n');
			if (verdict === 'return') return expect(overall).not.toThrow();
			expect(overall).toThrow(expect.objectContaining({ code: 'reason-needed', field: 'reason' }));
			expect(attempt('The sample is too small', 'It does not matter here')).not.toThrow();
		}
	);

	test('where there are no criteria is of the whole', () => {
		expect(() => checkReview({ verdict: 'return', findings: [] }, [])).not.toThrow();
	});
});

test.each([
	[null, null, true, 'to-countersign'],
	[null, null, false, 'lapsed'],
	[null, false, true, 'not-agreed'],
	['confirm', null, true, 'in-force'],
	['return', true, true, 'in-force'],
	['confirm', null, false, 'lapsed'],
	['confirm', false, false, 'not-agreed'],
	['withdraw-claim', null, true, 'lapsed'],
	['set-not-applicable', null, true, 'lapsed']
] as const)('ended by %s, agreed %s, the latest %s: %s', (decidedBy, isAgreed, isLatest, state) => {
	expect(reviewState(decidedBy, isAgreed, isLatest)).toBe(state);
});

test('the second inspector is neither who claimed nor who reviewed', () => {
	const review = { reviewedBy: 1, claimedBy: 2 };
	expect(() => mustBeSecond(1, review)).toThrow(
		expect.objectContaining({ code: 'reviewer-cannot-countersign' })
	);
	expect(() => mustBeSecond(2, review)).toThrow(
		expect.objectContaining({ code: 'claimant-cannot-decide' })
	);
	expect(() => mustBeSecond(3, review)).not.toThrow();
});
