import * as v from 'valibot';
import { narrative, submissionKey } from './fields.ts';
import { parseTyped, type Typed } from './parse.ts';
import { readSeveral } from './several-updates.ts';

const NOT_A_CHOICE = 'Open the page again before you save';

/** More than any post has; one transaction moves them all. */
export const REASSIGN_MAX = 1000;

const yes = v.optional(v.literal('yes', NOT_A_CHOICE));

const schema = v.object({
	to: v.pipe(
		v.optional(v.string(), ''),
		v.nonEmpty('Select a post'),
		v.regex(/^[1-9]\d{0,8}$/, NOT_A_CHOICE),
		v.transform(Number)
	),
	reason: narrative('why they move', 2000),
	/** Everything that the post owns and delivers, whatever else is ticked. */
	all: yes,
	/** The button that goes back from the page that counts. */
	change: yes,
	submissionKey
});

/** Which assignments move to which post, and why. */
export function parseReassignment(typed: Typed) {
	const parsed = parseTyped(schema, typed);
	const assignments = readSeveral(typed['assignment']);
	const problem = problemWith(assignments, typed['all'] === 'yes');
	if (!parsed.ok || problem !== null || assignments === null) {
		const problems = [
			...(problem === null ? [] : [{ field: 'assignment', message: problem }]),
			...(parsed.ok ? [] : parsed.problems)
		];
		return { ok: false as const, problems };
	}
	return { ok: true as const, command: { ...parsed.command, assignments } };
}

function problemWith(assignments: readonly unknown[] | null, isAll: boolean): string | null {
	if (assignments === null) return NOT_A_CHOICE;
	if (assignments.length > REASSIGN_MAX) return `Select ${REASSIGN_MAX} assignments or fewer`;
	return assignments.length === 0 && !isAll ? 'Select at least one assignment' : null;
}
