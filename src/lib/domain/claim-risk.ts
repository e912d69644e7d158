import type { Confidence } from './confidence.ts';
import { daysBetween, type PlainDate } from './plain-date.ts';

// Which of the claims that wait deserve a closer look: worked out from what is on record, never typed.

export const RISK_LEVELS = ['low', 'raised', 'high'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** What the register knows of a claim that waits. */
export interface ClaimRiskFacts {
	readonly claimedOn: PlainDate;
	readonly originalDueOn: PlainDate | null;
	/** How often the deadline was moved after it was first set. */
	readonly deadlineMoves: number;
	/** Of the last progress update that said one. */
	readonly confidence: Confidence | null;
	/** How many earlier claims of the same assignment were returned. */
	readonly returns: number;
	/** It is recorded as waiting for another body, and claimed complete all the same. */
	readonly isWaiting: boolean;
	/** Items of evidence that whoever may can open: files and links, no sightings. */
	readonly openable: number;
}

/** Why a claim is riskier than another, each with what it counts. */
export type RiskReason =
	| { readonly code: 'returned-before'; readonly times: number }
	| { readonly code: 'claimed-late'; readonly days: number }
	| { readonly code: 'moved-often'; readonly times: number }
	| { readonly code: 'low-confidence'; readonly confidence: Confidence }
	| { readonly code: 'waits-for-another' }
	| { readonly code: 'nothing-opens' };

export interface ClaimRisk {
	/** 0 to 7. */
	readonly score: number;
	readonly level: RiskLevel;
	readonly reasons: readonly RiskReason[];
}

/** An earlier return weighs double: an inspector has looked once and found it wanting. */
const POINTS: Readonly<Record<RiskReason['code'], number>> = {
	'returned-before': 2,
	'claimed-late': 1,
	'moved-often': 1,
	'low-confidence': 1,
	'waits-for-another': 1,
	'nothing-opens': 1
};

const LOW_CONFIDENCE: readonly (Confidence | null)[] = ['in-doubt', 'appears-unachievable'];

/**
 * One point each for a claim after the original deadline, a deadline that was moved more than once, an owner
 * who last thought delivery in doubt or unachievable, a wait for another body, and evidence of which none can
 * be opened; two for a claim that was returned before. None is low, one or two raised, three or more high. A rule of our own: it says where to
 * look first and measures nothing.
 */
export function claimRisk(facts: ClaimRiskFacts): ClaimRisk {
	const reasons = [...reasonsOf(facts)];
	const score = reasons.reduce((sum, { code }) => sum + POINTS[code], 0);
	return { score, level: score === 0 ? 'low' : score < 3 ? 'raised' : 'high', reasons };
}

/** How much likelier than the least risky a claim is to be drawn for checking, from 1 to 8. */
export function claimWeight(facts: ClaimRiskFacts): number {
	return 1 + claimRisk(facts).score;
}

function* reasonsOf(facts: ClaimRiskFacts): Generator<RiskReason> {
	const { claimedOn, originalDueOn, deadlineMoves, confidence, returns } = facts;
	if (returns > 0) yield { code: 'returned-before', times: returns };
	if (originalDueOn !== null && claimedOn > originalDueOn) {
		yield { code: 'claimed-late', days: daysBetween(originalDueOn, claimedOn) };
	}
	if (deadlineMoves > 1) yield { code: 'moved-often', times: deadlineMoves };
	if (confidence !== null && LOW_CONFIDENCE.includes(confidence)) {
		yield { code: 'low-confidence', confidence };
	}
	if (facts.isWaiting) yield { code: 'waits-for-another' };
	if (facts.openable === 0) yield { code: 'nothing-opens' };
}
