import type { Finding, ReviewState, Verdict } from '#lib/domain/review.ts';
import { plural } from './counts.ts';
import { listOf } from './list-of.ts';
import type { Look } from './look.ts';

export const REVIEW_TITLE = 'Decide the claim';

export const FINDING_LOOK: Record<Finding, Look> = {
	met: {
		word: 'Met',
		shape: 'tick',
		tone: 'green',
		meaning: 'The evidence shows that the criterion is met.'
	},
	'partly-met': {
		word: 'Partly met',
		shape: 'circle-half',
		tone: 'yellow',
		meaning: 'Some of what the criterion asks for is shown.'
	},
	'not-met': {
		word: 'Not met',
		shape: 'circle-empty',
		tone: 'grey',
		meaning: 'The evidence does not show what the criterion asks for.'
	}
};

export const VERDICT_WORDS: Record<Verdict, { word: string; hint: string; done: string }> = {
	confirm: {
		word: 'Confirm that this is complete',
		hint: 'It counts as confirmed. It can be reopened, with reasons.',
		done: 'Confirmed'
	},
	return: {
		word: 'Return it with reasons',
		hint: 'The organisation reads your reasons and can report complete again.',
		done: 'Returned'
	}
};

export const COUNTERSIGN_WORDS = {
	agree: {
		word: 'I agree',
		hint: 'The decision comes into force now, with both names.'
	},
	disagree: {
		word: 'I do not agree',
		hint: 'The claim waits for another review. Say why: the inspectorate reads it, the organisation does not.'
	}
} as const;

/** What became of a review, for the list of earlier ones. */
export const REVIEW_STATE_WORDS: Record<ReviewState, string> = {
	'in-force': 'This decided the claim.',
	'to-countersign': 'This waits for a second inspector.',
	'not-agreed': 'The second inspector did not agree, so it never came into force.',
	lapsed: 'This never came into force: the claim was withdrawn or decided otherwise.'
};

/** '2 criteria met, 1 partly met and 1 not met' */
export function findingsSummary(findings: readonly { readonly finding: Finding }[]): string {
	const count = (wanted: Finding) => findings.filter(({ finding }) => finding === wanted).length;
	const said = (['met', 'partly-met', 'not-met'] as const).flatMap((finding, index) => {
		const many = count(finding);
		if (many === 0) return [];
		const word = FINDING_LOOK[finding].word.toLowerCase();
		const isFirst = index === (['met', 'partly-met', 'not-met'] as const).findIndex(count);
		return [`${isFirst ? plural(many, 'criterion', 'criteria') : many} ${word}`];
	});
	return said.length === 0 ? 'No criteria' : listOf(said);
}
