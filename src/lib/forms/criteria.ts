import { CRITERIA_MAX, CRITERION_TEXT_MAX } from '#lib/domain/criterion.ts';
import * as v from 'valibot';
import { optionalNarrative, submissionKey, version } from './fields.ts';
import { parseTyped, type FieldProblem, type Parsed, type Typed } from './parse.ts';

const stamp = v.object({ version, submissionKey });
type Stamp = v.InferOutput<typeof stamp>;

const words = v.object({ text: optionalNarrative('the criterion', CRITERION_TEXT_MAX) });

/** The rows that a form can have: those of the fullest list. */
const ROWS = Array.from({ length: CRITERIA_MAX }, (_, index) => index);

/**
 * What good looks like as an inspector writes it: inputs 'text-0' to 'text-4' and 'retire-0' to 'retire-4'.
 * Rows that are ticked to be retired, or left empty, are not in it.
 */
export function parseCriteria(typed: Typed): Parsed<Stamp & { criteria: readonly string[] }> {
	const stamped = parseTyped(stamp, typed);
	const problems: FieldProblem[] = stamped.ok ? [] : [...stamped.problems];
	const criteria: string[] = [];
	for (const row of ROWS) {
		if (Object.hasOwn(typed, `retire-${row}`)) continue;
		const text = typed[`text-${row}`];
		const parsed = parseTyped(words, { text: typeof text === 'string' ? text : '' });
		if (!parsed.ok) {
			const [problem] = parsed.problems;
			if (problem) problems.push({ ...problem, field: `text-${row}` });
		} else if (parsed.command.text !== undefined) {
			criteria.push(parsed.command.text);
		}
	}
	return stamped.ok && problems.length === 0
		? { ok: true, command: { ...stamped.command, criteria } }
		: { ok: false, problems };
}
