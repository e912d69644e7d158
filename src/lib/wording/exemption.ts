import type { ExemptionAnswer, ExemptionState } from '#lib/domain/exemption.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { formatDay } from './dates.ts';

export const ASK_EXEMPTION = 'Ask for this to be not applicable';

/** The heading of what became of a request, in the list of requests. */
export const EXEMPTION_ENDS: Record<Exclude<ExemptionState, 'open'>, string> = {
	agreed: 'Agreed: not applicable',
	refused: 'Not agreed: it applies',
	withdrawn: 'Request withdrawn'
};

export const EXEMPTION_ANSWER_WORDS: Record<ExemptionAnswer, { word: string; meaning: string }> = {
	agree: {
		word: 'I agree: it does not apply',
		meaning:
			'The assignment is set not applicable. It stays in the record and no longer counts towards the total.'
	},
	refuse: {
		word: 'I do not agree: it applies',
		meaning: 'The assignment stays as it is, and its deadline too.'
	}
};

/** 'Asked to be not applicable on 3 March 2026, by ', before the name. */
export function askedWords(askedOn: PlainDate): string {
	return `Asked to be not applicable on ${formatDay(askedOn)}, by `;
}

/** One line about a request that is over; empty where there is nothing to know of it. */
export function endedWords(state: ExemptionState, endedOn: PlainDate | null): string {
	if (endedOn === null) return '';
	if (state === 'refused') {
		return `A request to be not applicable was not agreed on ${formatDay(endedOn)}.`;
	}
	return state === 'agreed' ? `Agreed as not applicable on ${formatDay(endedOn)}.` : '';
}
