import type { PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';

/** What a post does for an assignment: it answers for it, or delivers it. */
export const POST_DUTIES = ['accountable', 'delivery'] as const;
export type PostDuty = (typeof POST_DUTIES)[number];

/** Why nobody answers for an assignment: no post owns it, nobody holds the post, or the holder cannot sign in. */
export const ORPHAN_REASONS = ['no-owner', 'no-holder', 'holder-gone'] as const;
export type OrphanReason = (typeof ORPHAN_REASONS)[number];

/** A post as it stands: whether it is held, and by an account that was switched off. */
export interface HeldPost {
	readonly postId: number | null;
	readonly holder: string | null;
	/** Epoch milliseconds; null for an account that is on, and for a holder without one. */
	readonly holderDeactivatedAt: number | null;
}

/** Null where somebody answers. A holder who does not sign in here still answers. */
export function orphanReason({
	postId,
	holder,
	holderDeactivatedAt
}: HeldPost): OrphanReason | null {
	if (postId === null) return 'no-owner';
	if (holder === null) return 'no-holder';
	return holderDeactivatedAt === null ? null : 'holder-gone';
}

/** There is something to take over: from somebody, or of what the post does already. */
export function opensHandover(facts: {
	readonly hadHolder: boolean;
	readonly assignments: number;
}): boolean {
	return facts.hadHolder || facts.assignments > 0;
}

/**
 * The day on which a holder comes or goes: not before the last one came or went, and not to come, because
 * who holds a post is said for today.
 * @throws Refusal 'date-in-future', 'before-last-holder' {day}
 */
export function checkHolderDay(
	day: PlainDate,
	last: { readonly fromDay: PlainDate; readonly toDay: PlainDate | null } | undefined,
	today: PlainDate
): void {
	if (day > today) {
		throw new Refusal('date-in-future', { field: 'fromDay', facts: { what: 'The start date' } });
	}
	const earliest = last?.toDay ?? last?.fromDay;
	if (earliest !== undefined && day < earliest) {
		throw new Refusal('before-last-holder', { field: 'fromDay', facts: { day: earliest } });
	}
}

/** What a day is promised for: a step of the plan, the next milestone, or looking again at a wait. */
export const PROMISE_KINDS = ['action', 'milestone', 'review'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];
