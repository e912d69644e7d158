import { describe, expect, test } from 'vitest';
import { claimRisk, claimWeight, type ClaimRiskFacts } from './claim-risk.ts';
import { CONFIDENCES } from './confidence.ts';
import { plainDate } from './plain-date.ts';

const PLAIN: ClaimRiskFacts = {
	claimedOn: plainDate('2026-03-02'),
	originalDueOn: plainDate('2026-03-02'),
	deadlineMoves: 1,
	confidence: 'feasible',
	returns: 0,
	isWaiting: false,
	openable: 2
};
const LATE = { originalDueOn: plainDate('2026-02-20') };

describe('the risk of a claim', () => {
	test.each([
		['nothing against it', {}, 0, 'low', []],
		['no date at all', { originalDueOn: null }, 0, 'low', []],
		['claimed late', LATE, 1, 'raised', [{ code: 'claimed-late', days: 10 }]],
		['moved twice', { deadlineMoves: 2 }, 1, 'raised', [{ code: 'moved-often', times: 2 }]],
		['waits', { isWaiting: true }, 1, 'raised', [{ code: 'waits-for-another' }]],
		['only sightings', { openable: 0 }, 1, 'raised', [{ code: 'nothing-opens' }]],
		['returned twice', { returns: 2 }, 2, 'raised', [{ code: 'returned-before', times: 2 }]]
	] as const)('%s', (_, facts, score, level, reasons) => {
		expect(claimRisk({ ...PLAIN, ...facts })).toEqual({ score, level, reasons });
	});

	test.each(CONFIDENCES.map((confidence, index) => [confidence, index >= 3] as const))(
		'confidence %s counts against it: %s',
		(confidence, isLow) => {
			const reasons = isLow ? [{ code: 'low-confidence', confidence }] : [];
			expect(claimRisk({ ...PLAIN, confidence }).reasons).toEqual(reasons);
		}
	);

	test('adds up, from three on it is high, and seven is the most', () => {
		expect(claimRisk({ ...PLAIN, ...LATE, returns: 1 })).toMatchObject({ score: 3, level: 'high' });
		const all: Partial<ClaimRiskFacts> = {
			...{ deadlineMoves: 3, returns: 1, isWaiting: true, openable: 0 },
			confidence: 'in-doubt'
		};
		expect(claimRisk({ ...PLAIN, ...LATE, ...all })).toMatchObject({ score: 7, level: 'high' });
	});

	test('makes it likelier to be drawn for checking, and never leaves a claim out', () => {
		expect(claimWeight(PLAIN)).toBe(1);
		expect(claimWeight({ ...PLAIN, ...LATE, returns: 1 })).toBe(4);
	});
});
