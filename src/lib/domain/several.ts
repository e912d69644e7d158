import { Refusal } from './refusal.ts';

/** The most assignments that are changed at once: as many as a page of a list has. */
export const SEVERAL_MAX = 50;

/** @throws Refusal 'assignment-needed' for none, 'too-many-assignments' {max} */
export function checkSeveral(assignments: readonly unknown[]): void {
	const field = 'assignment';
	if (assignments.length === 0) throw new Refusal('assignment-needed', { field });
	if (assignments.length > SEVERAL_MAX) {
		throw new Refusal('too-many-assignments', { field, facts: { max: SEVERAL_MAX } });
	}
}

/** An assignment that is not as the page showed it, so that it is left alone. */
export interface ChangedMeanwhile {
	/** 'OIC-7' */
	readonly reference: string;
	/** What was done to it last; null where it was closed. */
	readonly sentence: string | null;
}

/** Of what one of several changes was refused with; whatever has no such reason is thrown on. */
export function changedMeanwhile(reference: string, thrown: unknown): ChangedMeanwhile {
	if (!(thrown instanceof Refusal)) throw thrown;
	if (thrown.code === 'assignment-closed') return { reference, sentence: null };
	if (thrown.code !== 'stale') throw thrown;
	const { changes } = thrown.facts as { changes?: readonly { readonly sentence: string }[] };
	return { reference, sentence: changes?.[0]?.sentence ?? '' };
}
