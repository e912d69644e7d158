import type { PlainDate } from './plain-date.ts';

/** What a register knows of a claim that makes it likelier not to hold. */
export interface ClaimRisk {
	readonly claimedOn: PlainDate;
	readonly originalDueOn: PlainDate | null;
	readonly deadlineMoves: number;
	/** An earlier claim of the same assignment was returned. */
	readonly wasReturned: boolean;
	/** Items of evidence that anybody who may can open: files and links, no sightings. */
	readonly openable: number;
}

/**
 * How much likelier than the least risky a claim is to be drawn, from 1 to 6: one more each for a claim after
 * the original deadline, for a deadline that was moved, and for evidence of which none can be opened; two more
 * where an earlier claim was returned. A rule of our own: it says where to look first and measures nothing.
 */
export function claimWeight(risk: ClaimRisk): number {
	const isLate = risk.originalDueOn !== null && risk.claimedOn > risk.originalDueOn;
	return (
		1 +
		(isLate ? 1 : 0) +
		(risk.deadlineMoves > 0 ? 1 : 0) +
		(risk.openable === 0 ? 1 : 0) +
		(risk.wasReturned ? 2 : 0)
	);
}
