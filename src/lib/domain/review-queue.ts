import type { RiskLevel } from './claim-risk.ts';

// The claims that wait for the inspectorate: which of them somebody asks for, and how long they have waited.

/** Whose a claim is to review: nobody's yet, or that of the inspector with this id. */
export type ReviewerFilter = 'nobody' | number;

export const QUEUE_STAGES = ['to-review', 'to-countersign'] as const;
export type QueueStage = (typeof QUEUE_STAGES)[number];

export const QUEUE_SORTS = ['oldest', 'risk'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** Ages that are offered to choose from, in days. */
export const QUEUE_AGES = [14, 30, 60, 90] as const;

export interface QueueFilter {
	/** Waiting for so many days at least; null for any. */
	readonly days: number | null;
	readonly risk: readonly RiskLevel[];
	/** Codes of organisations. */
	readonly organisation: readonly string[];
	/** 'OIC-7' */
	readonly recommendation: readonly string[];
	readonly reviewer: readonly ReviewerFilter[];
	readonly stage: readonly QueueStage[];
}

/** What the filter looks at. */
export interface QueuedClaim {
	readonly days: number;
	readonly risk: { readonly level: RiskLevel; readonly score: number };
	readonly organisationCode: string;
	readonly reference: string;
	readonly reviewerId: number | null;
	readonly stage: QueueStage;
}

/** Within one question any of the answers will do; between questions all must hold. */
export function isAskedFor(claim: QueuedClaim, filter: QueueFilter): boolean {
	return (
		claim.days >= (filter.days ?? 0) &&
		isOneOf(claim.risk.level, filter.risk) &&
		isOneOf(claim.organisationCode, filter.organisation) &&
		isOneOf(claim.reference, filter.recommendation) &&
		isOneOf(claim.reviewerId ?? 'nobody', filter.reviewer) &&
		isOneOf(claim.stage, filter.stage)
	);
}

export interface Backlog {
	readonly waiting: number;
	/** Null where nothing waits. */
	readonly medianDays: number | null;
	readonly oldestDays: number | null;
}

/**
 * The backlog in numbers. The median is the upper one, a number of days that some claim has waited, so that
 * at least half of the claims have waited for so long: exactly those that its link lists.
 */
export function backlogOf(days: readonly number[]): Backlog {
	const longestFirst = [...days].sort((one, other) => other - one);
	const middle = Math.ceil(longestFirst.length / 2) - 1;
	return {
		waiting: days.length,
		medianDays: longestFirst[middle] ?? null,
		oldestDays: longestFirst[0] ?? null
	};
}

function isOneOf<Value>(value: Value, wanted: readonly Value[]): boolean {
	return wanted.length === 0 || wanted.includes(value);
}
