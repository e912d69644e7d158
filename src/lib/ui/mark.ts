/** The shapes that stand beside a status word; `MarkShapes` draws them. */
export const MARK_SHAPES = [
	'circle-empty',
	'circle-half',
	'circle-full',
	'circle-dotted',
	'tick',
	'return',
	'arrow-right',
	'cross',
	'dash',
	'diamond',
	'diamond-empty',
	'clock',
	'hourglass',
	'warning',
	'question',
	'pause',
	'lock'
] as const;

export type MarkShape = (typeof MARK_SHAPES)[number];

export type MarkTone = 'grey' | 'blue' | 'teal' | 'green' | 'yellow' | 'orange' | 'red' | 'purple';
