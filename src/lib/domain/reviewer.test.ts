import { expect, test } from 'vitest';
import { checkReviewer, type ReviewerFacts } from './reviewer.ts';

const ME = 1;
const OTHER = 2;
const CLAIMANT = 3;
const FREE: ReviewerFacts = {
	...{ actorId: ME, status: 'reported-complete', claimedBy: CLAIMANT, from: null, to: ME }
};

test.each<[Partial<ReviewerFacts>, string]>([
	[{}, 'take-review'],
	[{ to: OTHER }, 'hand-over-review'],
	[{ from: ME, to: OTHER }, 'hand-over-review'],
	[{ from: ME, to: null }, 'put-back-review'],
	[{ from: OTHER, to: ME, reason: 'She is away' }, 'take-review'],
	[{ from: OTHER, to: null, reason: 'She is away' }, 'put-back-review']
])('%j is %s', (facts, step) => {
	expect(checkReviewer({ ...FREE, ...facts })).toBe(step);
});

test.each<[Partial<ReviewerFacts>, string]>([
	[{ status: 'confirmed' }, 'no-claim-waits'],
	[{ status: 'in-progress', to: null }, 'no-claim-waits'],
	[{ from: ME }, 'reviewer-unchanged'],
	[{ to: null }, 'reviewer-unchanged'],
	[{ to: CLAIMANT }, 'claimant-cannot-review'],
	[{ actorId: CLAIMANT, to: CLAIMANT }, 'claimant-cannot-review'],
	[{ from: OTHER }, 'reason-needed'],
	[{ from: OTHER, to: null, reason: '\u200b' }, 'reason-needed']
])('%j is refused: %s', (facts, code) => {
	expect(() => checkReviewer({ ...FREE, ...facts })).toThrow(expect.objectContaining({ code }));
});
