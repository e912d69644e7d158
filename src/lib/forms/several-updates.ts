import { CONFIDENCES } from '#lib/domain/confidence.ts';
import { checkSeveral } from '#lib/domain/several.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { refusalMessage } from '#lib/wording/refusal.ts';
import * as v from 'valibot';
import { draftVersionOf } from './draft.ts';
import { narrative, optionalChoice, submissionKey } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';

/** The value of an assignment's box: which one, and as which version the page showed it. */
export function severalValue(reference: string, version: number): string {
	return `${reference}:${version}`;
}

/** 'OIC-7' of such a value. */
export function severalReference(value: string): string {
	return value.split(':', 1)[0] ?? '';
}

const schema = v.object({
	narrative: narrative('what has happened'),
	confidence: optionalChoice(CONFIDENCES, 'Select a forward confidence from the list'),
	/** The button that goes back from the page that counts. */
	change: v.optional(v.literal('yes', 'Open the page again before you save')),
	/** Carried along to the page that counts, and judged where it is used. */
	from: v.optional(v.string()),
	submissionKey
});

/** What a draft of the form keeps. */
export function isSeveralField(name: string): boolean {
	return name === 'assignment' || name === 'narrative' || name === 'confidence';
}

/** The narrative and the assignments that it is for, each once. */
export function parseSeveralUpdates(typed: Typed) {
	const parsed = parseTyped(schema, typed);
	const assignments = readSeveral(typed['assignment']);
	const problem = assignments === null ? OPEN_AGAIN : problemWith(assignments);
	if (!parsed.ok || problem || assignments === null) {
		const problems = [...(problem ? [problem] : []), ...(parsed.ok ? [] : parsed.problems)];
		return { ok: false as const, problems };
	}
	return {
		ok: true as const,
		command: { ...parsed.command, assignments, draftVersion: draftVersionOf(typed) }
	};
}

const OPEN_AGAIN = { field: 'assignment', message: 'Open the page again before you save' };

/** The assignments that were sent, each once; null where one of the values is none of ours. */
export function readSeveral(typed: string | readonly string[] | undefined) {
	const chosen = new Map<string, number>();
	for (const value of [typed ?? []].flat()) {
		const match = /^([A-Z][A-Z0-9]*-\d{1,3}):(\d{1,9})$/.exec(value);
		if (!match?.[1]) return null;
		chosen.set(match[1], Number(match[2]));
	}
	return [...chosen].map(([reference, version]) => ({ reference, version }));
}

function problemWith(assignments: readonly unknown[]) {
	try {
		checkSeveral(assignments);
		return null;
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		return { field: 'assignment', message: refusalMessage(thrown).message };
	}
}
