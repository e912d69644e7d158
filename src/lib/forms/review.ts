import { DECISION_BASES } from '#lib/domain/confidence.ts';
import { COUNTERSIGN_ANSWERS, FINDINGS, VERDICTS, type FindingSaid } from '#lib/domain/review.ts';
import * as v from 'valibot';
import { choice, optionalChoice, optionalNarrative, submissionKey, version } from './fields.ts';
import { draftVersionOf, withDraftVersion } from './draft.ts';
import { parseTyped, type FieldProblem, type Typed } from './parse.ts';

/** The radio buttons of a criterion, by its id. */
export function findingField(criterionId: number): string {
	return `finding-${criterionId}`;
}

/** The box for why a criterion is not fully met. */
export function whyField(criterionId: number): string {
	return `why-${criterionId}`;
}

/** What the drafts of a review and of its countersignature keep. */
export function isReviewField(name: string): boolean {
	return /^(about|answer|basis|reason|verdict|(finding|why)-[1-9]\d{0,8})$/.test(name);
}

/** Longest reason for one finding, in characters. */
export const WHY_MAX = 2000;
/** Far more criteria than there can be. */
const FINDINGS_MAX = 50;

const decision = v.object({
	verdict: choice(VERDICTS, 'Select whether you confirm or return this claim'),
	basis: optionalChoice(DECISION_BASES, 'Select what the decision rests on'),
	reason: optionalNarrative('the reasons'),
	version,
	submissionKey
});

/** What a decision needs beyond this is the domain's to say: `checkReview` and the table of moves. */
export function parseReview(typed: Typed) {
	const parsed = parseTyped(decision, typed);
	const { findings, problems } = readFindings(typed);
	if (!parsed.ok) return { ok: false as const, problems: [...problems, ...parsed.problems] };
	if (problems.length > 0) return { ok: false as const, problems };
	return {
		ok: true as const,
		command: { ...parsed.command, findings, draftVersion: draftVersionOf(typed) }
	};
}

const countersigning = v.object({
	answer: choice(COUNTERSIGN_ANSWERS, 'Select whether you agree with this review'),
	reason: optionalNarrative('the reason'),
	version,
	submissionKey
});

export function parseCountersigning(typed: Typed) {
	return withDraftVersion(parseTyped(countersigning, typed), typed);
}

/** One for each criterion that the form names; they are called by their order in it. */
function readFindings(typed: Typed) {
	const named = Object.keys(typed).flatMap(
		(name) => /^(?:finding|why)-([1-9]\d{0,8})$/.exec(name)?.[1] ?? []
	);
	const ids = [...new Set(named.map(Number))].slice(0, FINDINGS_MAX);
	const problems: FieldProblem[] = [];
	const findings: FindingSaid[] = [];
	for (const [index, criterionId] of ids.entries()) {
		const schema = v.object({
			finding: choice(FINDINGS, `Select how far criterion ${index + 1} is met`),
			why: optionalNarrative('what is missing', WHY_MAX)
		});
		const parsed = parseTyped(schema, {
			finding: textOf(typed, findingField(criterionId)),
			why: textOf(typed, whyField(criterionId))
		});
		if (parsed.ok) {
			findings.push({
				...{ criterionId, finding: parsed.command.finding, reason: parsed.command.why }
			});
			continue;
		}
		for (const { field, message } of parsed.problems) {
			problems.push({ field: `${field}-${criterionId}`, message });
		}
	}
	return { findings, problems };
}

function textOf(typed: Typed, name: string): string {
	const value = Object.hasOwn(typed, name) ? typed[name] : undefined;
	return typeof value === 'string' ? value : '';
}
