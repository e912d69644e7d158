/** How the story of an assignment ends, as far as it has gone. */
export type Outcome =
	| 'not-started'
	| 'progressing'
	/** Begun, but nothing heard for at least two reporting periods. */
	| 'silent'
	| 'claimed'
	| 'returned'
	| 'confirmed'
	| 'reopened'
	| 'withdrawn'
	| 'not-applicable'
	| 'not-accepted'
	| 'no-further-action';

export interface Shape {
	readonly outcome: Outcome;
	/** The last claim came after an earlier one was returned. */
	readonly isSecondClaim?: boolean;
	/** Days of the story since the claim that waits; by default a few days. */
	readonly claimedAgo?: readonly [least: number, most: number];
	/** Confirmed at any time of the story, where others are mostly in the last weeks before their deadline. */
	readonly isSteady?: boolean;
	/** 'future': moved once, to a day ahead. 'twice': by 31 and then to 92 days in all. 'past': moved, and past again. */
	readonly moved?: 'future' | 'twice' | 'past';
	readonly isWithoutOwner?: boolean;
	/** Asked by the body to be not applicable: still open, agreed at the end of the story, or not agreed on the way. */
	readonly exemption?: 'asked' | 'agreed' | 'refused';
	/** Waits for the NCA's assignment of the same recommendation. */
	readonly waitsOnNca?: boolean;
	readonly acceptance?: 'partly-accepted';
	/** A file, a link and a sighting behind the claim. */
	readonly allEvidence?: boolean;
	/** Said in the latest update instead of what the theme would say. */
	readonly says?: string;
	readonly isInDoubt?: boolean;
}
