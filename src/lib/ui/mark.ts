/**
 * The shapes that stand beside a status word, on a 16 by 16 grid. `fill` paths are solid (a second
 * outline inside is a hole, so that the shape survives any background and black ink); `line` paths
 * are strokes two units wide.
 */
export const marks = {
	'circle-empty': { line: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z' },
	'circle-half': { line: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z', fill: 'M8 2a6 6 0 0 0 0 12z' },
	'circle-full': { fill: 'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1z' },
	'circle-dotted': {
		line: 'M8 2a6 6 0 0 1 3 .8M13.2 5a6 6 0 0 1 0 6M11 13.2a6 6 0 0 1-6 0M2.8 11a6 6 0 0 1 0-6M5 2.8A6 6 0 0 1 8 2'
	},
	tick: {
		fill: 'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1zM3.7 8.3 5.1 6.9 7 8.8l3.9-3.9 1.4 1.4L7 11.6z'
	},
	return: { line: 'M6.5 2 3 5.5 6.5 9M3.5 5.5H10a3.5 3.5 0 0 1 0 8H5' },
	'arrow-right': { line: 'M2 8h11M9 3.5 13.5 8 9 12.5' },
	cross: { line: 'm3 3 10 10M13 3 3 13' },
	dash: { line: 'M2.5 8h11' },
	diamond: { fill: 'M8 .8 15.2 8 8 15.2.8 8z' },
	'diamond-empty': { line: 'M8 2.2 13.8 8 8 13.8 2.2 8z' },
	clock: { line: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2zM8 4.5V8l2.6 1.8' },
	hourglass: {
		line: 'M3 2h10M3 14h10M4.5 2c0 3.5 2 4.5 3.5 6 1.5-1.5 3.5-2.5 3.5-6M4.5 14c0-3.5 2-4.5 3.5-6 1.5 1.5 3.5 2.5 3.5 6'
	},
	warning: {
		fill: 'M8 .8 15.8 15H.2zM7 5.5 7.3 10h1.4L9 5.5zM7.1 11.2v1.8h1.8v-1.8z'
	},
	question: {
		line: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2zM6.2 6.3a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.6-.8 1.2M8 10.4v1.4'
	},
	pause: { fill: 'M3.5 2H7v12H3.5zM9 2h3.5v12H9z' },
	lock: { line: 'M5 7V5a3 3 0 0 1 6 0v2', fill: 'M3 7h10v7.5H3z' }
} as const satisfies Record<string, { line?: string; fill?: string }>;

export type MarkShape = keyof typeof marks;

export type MarkTone = 'grey' | 'blue' | 'teal' | 'green' | 'yellow' | 'orange' | 'red' | 'purple';
