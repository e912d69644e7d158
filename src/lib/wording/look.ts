/** Marks that `ui` can draw. A state is a word and a shape; colour only comes third. */
export const SHAPES = [
	'circle-empty',
	'circle-half',
	'circle-full',
	'tick',
	'return',
	'cross',
	'dash',
	'diamond',
	'clock',
	'hourglass',
	'warning',
	'question'
] as const;
export type Shape = (typeof SHAPES)[number];

export const TONES = [
	'grey',
	'blue',
	'teal',
	'green',
	'yellow',
	'orange',
	'red',
	'purple'
] as const;
export type Tone = (typeof TONES)[number];

/** How a state is shown. Within one family no two share a word or a shape. */
export interface Look {
	readonly word: string;
	readonly shape: Shape;
	readonly tone: Tone;
	/** One sentence for a key or a tooltip. */
	readonly meaning: string;
}
