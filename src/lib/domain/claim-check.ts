import type { ActionState } from './action.ts';
import type { Freshness } from './freshness.ts';
import type { PlainDate } from './plain-date.ts';

/** What a claim has to show: each part and each criterion, or the recommendation as a whole where it has neither. */
export interface ClaimPoint {
	readonly kind: 'part' | 'criterion' | 'whole';
	/** Of the part or criterion; 0 for the whole. */
	readonly id: number;
	/** 'b' for a part, '2' for a criterion, '' for the whole. */
	readonly label: string;
	readonly text: string;
	/** Whether the part is recorded as met; null for what is not ticked off. */
	readonly isMet: boolean | null;
}

/** What names a point in a form: 'part-3', 'criterion-12', 'whole'. */
export function pointKey({ kind, id }: Pick<ClaimPoint, 'kind' | 'id'>): string {
	return kind === 'whole' ? 'whole' : `${kind}-${id}`;
}

const WHOLE: ClaimPoint = { kind: 'whole', id: 0, label: '', text: '', isMet: null };

/** There is always something to show. */
export function pointsOrWhole(points: readonly ClaimPoint[]): readonly ClaimPoint[] {
	return points.length > 0 ? points : [WHOLE];
}

export interface ClaimFacts {
	readonly points: readonly ClaimPoint[];
	/** Items that a claim can rest on. */
	readonly evidence: readonly {
		readonly key: string;
		readonly title: string;
		readonly shownOn: PlainDate | null;
	}[];
	/** The plan in its order, without what was dropped. */
	readonly actions: readonly {
		readonly key: string;
		readonly title: string;
		readonly state: ActionState;
	}[];
	readonly hasOwner: boolean;
	/** Null where no update is owed. */
	readonly freshness: Freshness | null;
}

type Pointed = Pick<ClaimPoint, 'kind' | 'id' | 'label'>;

/** `stops`: the claim cannot be made. `warns`: it can, and an inspector will ask. */
export type ClaimProblem =
	| { readonly severity: 'stops'; readonly code: 'no-evidence' }
	| { readonly severity: 'stops'; readonly code: 'part-not-met'; readonly point: Pointed }
	| { readonly severity: 'stops'; readonly code: 'nothing-shows-it'; readonly point: Pointed }
	| {
			readonly severity: 'warns';
			readonly code: 'action-open';
			/** From 1, in the plan. */
			readonly position: number;
			readonly key: string;
			readonly title: string;
	  }
	| {
			readonly severity: 'warns';
			readonly code: 'shown-in-future';
			readonly key: string;
			readonly title: string;
			readonly shownOn: PlainDate;
	  }
	| { readonly severity: 'warns'; readonly code: 'no-owner' }
	| { readonly severity: 'warns'; readonly code: 'no-update' };

/**
 * What stands against a claim, as a machine can see it: what stops it first, then what it warns of.
 * @param shown the keys of the points that some evidence was named for
 */
export function checkClaim(
	facts: ClaimFacts,
	shown: ReadonlySet<string>,
	today: PlainDate
): ClaimProblem[] {
	return [...whatStops(facts, shown), ...whatWarns(facts, today)];
}

export function stopsClaim(problem: ClaimProblem): boolean {
	return problem.severity === 'stops';
}

function* whatStops(facts: ClaimFacts, shown: ReadonlySet<string>): Generator<ClaimProblem> {
	const hasEvidence = facts.evidence.length > 0;
	if (!hasEvidence) yield { severity: 'stops', code: 'no-evidence' };
	for (const { kind, id, label, isMet } of facts.points) {
		const point = { kind, id, label };
		if (isMet === false) yield { severity: 'stops', code: 'part-not-met', point };
		if (hasEvidence && !shown.has(pointKey(point))) {
			yield { severity: 'stops', code: 'nothing-shows-it', point };
		}
	}
}

function* whatWarns(facts: ClaimFacts, today: PlainDate): Generator<ClaimProblem> {
	for (const [index, { key, title, state }] of facts.actions.entries()) {
		if (state === 'planned') {
			yield { severity: 'warns', code: 'action-open', position: index + 1, key, title };
		}
	}
	for (const { key, title, shownOn } of facts.evidence) {
		if (shownOn !== null && shownOn > today) {
			yield { severity: 'warns', code: 'shown-in-future', key, title, shownOn };
		}
	}
	if (!facts.hasOwner) yield { severity: 'warns', code: 'no-owner' };
	if (facts.freshness !== null && facts.freshness !== 'reported') {
		yield { severity: 'warns', code: 'no-update' };
	}
}
