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

/** Lines differ in dash and marker as well as in colour. */
export interface LineLook {
	readonly colour: string;
	readonly width: number;
	readonly dash: readonly number[];
	readonly marker: 'rectRot' | 'triangle' | 'rect';
}

export const LINE_LOOKS = {
	due: { colour: '#0b0c0c', width: 2, dash: [3, 4], marker: 'rect' },
	claimed: { colour: '#0b6b68', width: 3, dash: [9, 5], marker: 'triangle' },
	confirmed: { colour: '#004e2a', width: 4, dash: [], marker: 'rectRot' }
} as const satisfies Record<string, LineLook>;
