import type { Acceptance } from '#lib/domain/acceptance.ts';
import type { Section55Standing, Section55State } from '#lib/domain/section55.ts';
import { plural } from './counts.ts';
import type { Look } from './look.ts';

/** What the law asks, in our own words, and where it stands. */
export const SECTION55_LAW = {
	text: 'Section 55 of the Police Act 1996 asks each local policing body (a police and crime commissioner, a mayor who acts as one, or the Common Council of the City of London) to publish its comments on a report about its force. They are due before the end of 56 days, of which the day of publication is the first. For each recommendation they have to explain what the body has done or proposes to do, or why it does nothing.',
	duty: 'The duty is the local policing body’s. It is not the chief constable’s, and nothing here counts for or against a force. The National Crime Agency, Border Security Command, regional units and forces without a local policing body have no such duty and are not listed.',
	source: 'https://www.legislation.gov.uk/ukpga/1996/16/section/55',
	sourceWords: 'Police Act 1996, section 55(5), (5A) and (5B)'
} as const;

export const SECTION55_LOOK: Readonly<Record<Section55State, Look>> = {
	'not-published': {
		word: 'Not published',
		shape: 'question',
		tone: 'orange',
		meaning: 'The 56 days are over and no comments are known to be published.'
	},
	late: {
		word: 'Published late',
		shape: 'clock',
		tone: 'yellow',
		meaning: 'The comments were published after the 56 days.'
	},
	'in-time': {
		word: 'Published in time',
		shape: 'tick',
		tone: 'green',
		meaning: 'The comments were published within the 56 days.'
	},
	'not-due': {
		word: 'Not due yet',
		shape: 'circle-empty',
		tone: 'grey',
		meaning: 'The 56 days are not over and no comments are known to be published.'
	}
};

/** '12 days late', or nothing. */
export function lateWords({ state, daysLate }: Section55Standing): string {
	if (daysLate === 0) return '';
	const days = plural(daysLate, 'day');
	return state === 'late' ? `${days} late` : `${days} since it was due`;
}

/** What published comments say of one recommendation, in the words of the duty. */
export const POSITION_LOOK: Readonly<Record<Acceptance, Look>> = {
	'not-recorded': {
		word: 'Not addressed',
		shape: 'question',
		tone: 'grey',
		meaning: 'The comments say nothing of this recommendation.'
	},
	accepted: {
		word: 'Action taken or proposed',
		shape: 'tick',
		tone: 'green',
		meaning: 'The comments say what was done or is proposed.'
	},
	'partly-accepted': {
		word: 'Action on part of it',
		shape: 'circle-half',
		tone: 'yellow',
		meaning:
			'The comments say what was done or is proposed about a part, and why not about the rest.'
	},
	'not-accepted': {
		word: 'No action, with why',
		shape: 'cross',
		tone: 'purple',
		meaning: 'The comments say why nothing is done.'
	}
};

/** '34 published in time, 5 published late, 4 not published.' */
export function countWords(counts: Readonly<Record<Section55State, number>>): string {
	const words = (['in-time', 'late', 'not-published', 'not-due'] as const)
		.filter((state) => counts[state] > 0)
		.map((state) => `${counts[state]} ${SECTION55_LOOK[state].word.toLowerCase()}`);
	return `${words.join(', ')}.`;
}
