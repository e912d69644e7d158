import type { Acceptance } from '#lib/domain/acceptance.ts';
import type { DueSpan } from '#lib/domain/due-span.ts';
import type { EvidenceMix } from '#lib/domain/evidence-mix.ts';
import type { FirstDecision } from '#lib/domain/first-decision.ts';
import type { Freshness } from '#lib/domain/freshness.ts';
import type { Timeliness } from '#lib/domain/timeliness.ts';

export type Pattern = 'solid' | 'diagonal' | 'cross' | 'dots' | 'empty';

/**
 * How one band of a bar looks. Every band is outlined in an ink of at least 3:1 on white and stands in a
 * white gap, so neighbours part whatever their fills; pattern and shade tell them apart without colour.
 */
export interface BandLook {
	readonly fill: string;
	/** Outline and pattern. */
	readonly ink: string;
	readonly pattern: Pattern;
	/** The number inside the band. */
	readonly number: string;
}

/** The bands of a status bar in the order that they are drawn, from the axis outwards. */
export const BANDS = [
	'confirmed',
	'reported-complete',
	'in-progress',
	'returned',
	'not-started',
	'closed-otherwise'
] as const;
export type Band = (typeof BANDS)[number];

const BLACK = '#0b0c0c';
const WHITE = '#ffffff';

export const BAND_LOOKS: Readonly<Record<Band, BandLook>> = {
	confirmed: { fill: '#004e2a', ink: '#004e2a', pattern: 'solid', number: WHITE },
	'reported-complete': { fill: '#d9efee', ink: '#0b6b68', pattern: 'diagonal', number: BLACK },
	'in-progress': { fill: '#5694ca', ink: '#3f7fb8', pattern: 'solid', number: BLACK },
	returned: { fill: '#fbe9e4', ink: '#a33314', pattern: 'cross', number: BLACK },
	'not-started': { fill: WHITE, ink: '#505a5f', pattern: 'empty', number: BLACK },
	'closed-otherwise': { fill: '#eeefef', ink: '#505a5f', pattern: 'dots', number: BLACK }
};

export const TIMELINESS_LOOKS: Readonly<Record<Timeliness, BandLook>> = {
	overdue: { fill: '#8f1f13', ink: '#8f1f13', pattern: 'solid', number: WHITE },
	rescheduled: { fill: '#fbe9e4', ink: '#a33314', pattern: 'cross', number: BLACK },
	'due-soon': { fill: '#fff2d3', ink: '#8a6100', pattern: 'diagonal', number: BLACK },
	later: { fill: '#5694ca', ink: '#3f7fb8', pattern: 'solid', number: BLACK },
	'no-date': { fill: WHITE, ink: '#505a5f', pattern: 'empty', number: BLACK }
};

/** Overdue by the current deadline, and had no deadline been moved. */
export const OVERDUE_LOOKS = {
	now: TIMELINESS_LOOKS.overdue,
	unmoved: TIMELINESS_LOOKS.rescheduled
} as const satisfies Record<string, BandLook>;

export const DUE_LOOKS: Readonly<Record<DueSpan, BandLook>> = {
	'up-to-30': TIMELINESS_LOOKS['due-soon'],
	'31-to-60': TIMELINESS_LOOKS.later,
	'61-to-90': TIMELINESS_LOOKS.later,
	'over-90': TIMELINESS_LOOKS.later,
	'no-date': TIMELINESS_LOOKS['no-date']
};

/** Silence is hatched: nothing is known there. */
export const FRESHNESS_LOOKS: Readonly<Record<Freshness, BandLook>> = {
	reported: { fill: '#5694ca', ink: '#3f7fb8', pattern: 'solid', number: BLACK },
	owed: { fill: '#fff2d3', ink: '#8a6100', pattern: 'dots', number: BLACK },
	'not-reported': { fill: WHITE, ink: '#505a5f', pattern: 'diagonal', number: BLACK }
};

export const ACCEPTANCE_LOOKS: Readonly<Record<Acceptance, BandLook>> = {
	accepted: { fill: '#12436d', ink: '#12436d', pattern: 'solid', number: WHITE },
	'partly-accepted': { fill: '#d9efee', ink: '#0b6b68', pattern: 'diagonal', number: BLACK },
	'not-accepted': { fill: '#f3e5f1', ink: '#68246d', pattern: 'cross', number: BLACK },
	'not-recorded': { fill: WHITE, ink: '#505a5f', pattern: 'empty', number: BLACK }
};

export const EVIDENCE_LOOKS: Readonly<Record<EvidenceMix, BandLook>> = {
	uploaded: { fill: '#12436d', ink: '#12436d', pattern: 'solid', number: WHITE },
	sighted: { fill: '#d9efee', ink: '#0b6b68', pattern: 'diagonal', number: BLACK },
	linked: { fill: '#fff2d3', ink: '#8a6100', pattern: 'dots', number: BLACK },
	asserted: { fill: WHITE, ink: '#505a5f', pattern: 'empty', number: BLACK }
};

/** Claims that wait, and those that wait for longest. */
export const CLAIM_LOOKS = {
	waiting: BAND_LOOKS['reported-complete'],
	longest: { fill: '#0b6b68', ink: '#0b6b68', pattern: 'solid', number: WHITE }
} as const satisfies Record<string, BandLook>;

export const DECISION_LOOKS: Readonly<Record<FirstDecision, BandLook>> = {
	confirmed: BAND_LOOKS.confirmed,
	returned: BAND_LOOKS.returned
};

/** Of bars that are all alike. */
export const PLAIN_LOOK = BAND_LOOKS['in-progress'];

/** Lines differ in dash and marker as well as in colour. */
export interface LineLook {
	readonly colour: string;
	readonly width: number;
	readonly dash: readonly number[];
	readonly marker: 'rectRot' | 'triangle' | 'rect' | 'circle';
}

export const LINE_LOOKS = {
	originallyDue: { colour: '#505a5f', width: 1, dash: [1, 3], marker: 'circle' },
	due: { colour: '#0b0c0c', width: 2, dash: [3, 4], marker: 'rect' },
	claimed: { colour: '#0b6b68', width: 3, dash: [9, 5], marker: 'triangle' },
	confirmed: { colour: '#004e2a', width: 4, dash: [], marker: 'rectRot' }
} as const satisfies Record<string, LineLook>;
