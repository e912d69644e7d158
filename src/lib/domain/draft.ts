/**
 * What is written and kept until it is sent: at most one of each for each person and assignment; 'several',
 * an update of many assignments, for each organisation.
 */
export type DraftKind =
	| 'update'
	| 'comment'
	| 'note'
	| 'claim'
	| 'several'
	| 'exemption'
	| 'exemption-decision'
	| 'extension'
	| 'extension-decision'
	| 'review'
	| 'countersigning'
	| 'recheck'
	| `correction-${number}`;

/** The typed fields, by input name. */
export type DraftTyped = Readonly<Record<string, string | readonly string[]>>;

/** Longest draft, in characters of its JSON: six narratives of the greatest length. */
export const DRAFT_MAX = 64 * 1024;

/** The version of a draft that there is not. */
export const NO_DRAFT = 0;

/** 'update:1234' @param id of the assignment, or of the organisation for 'several' */
export function draftForm(kind: DraftKind, id: number): string {
	return `${kind}:${id}`;
}

/**
 * Grows with every save, and past every version of a draft that was sent or discarded before: a tab that is
 * left open can never take a later draft for its own.
 * @param at epoch milliseconds
 */
export function nextDraftVersion(previous: number, at: number): number {
	return Math.max(previous + 1, at);
}

/** An update of its own, or one that corrects another. */
export function updateDraftKind(correctsId: number | undefined): DraftKind {
	return correctsId === undefined ? 'update' : `correction-${correctsId}`;
}
