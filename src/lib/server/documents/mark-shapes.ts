import type { Shape } from '#lib/wording/look.ts';

const solid = (path: string) => `<path d="${path}" fill="#0b0c0c" fill-rule="evenodd"/>`;
const outline = (path: string) =>
	`<path d="${path}" fill="none" stroke="#0b0c0c" stroke-width="2"/>`;

const CIRCLE = 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z';

/** The shapes of `ui/MarkShapes.svelte` in black, each an SVG of its own. */
const DRAWN: Readonly<Record<Shape, string>> = {
	'circle-empty': outline(CIRCLE),
	'circle-half': solid('M8 2a6 6 0 0 0 0 12z') + outline(CIRCLE),
	'circle-full': solid('M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1z'),
	tick: solid('M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1zM3.7 8.3 5.1 6.9 7 8.8l3.9-3.9 1.4 1.4L7 11.6z'),
	return: outline('M6.5 2 3 5.5 6.5 9M3.5 5.5H10a3.5 3.5 0 0 1 0 8H5'),
	cross: outline('m3 3 10 10M13 3 3 13'),
	dash: outline('M2.5 8h11'),
	diamond: solid('M8 .8 15.2 8 8 15.2.8 8z'),
	clock: outline(`${CIRCLE}M8 4.5V8l2.6 1.8`),
	hourglass: outline(
		'M3 2h10M3 14h10M4.5 2c0 3.5 2 4.5 3.5 6 1.5-1.5 3.5-2.5 3.5-6M4.5 14c0-3.5 2-4.5 3.5-6 1.5 1.5 3.5 2.5 3.5 6'
	),
	warning: solid('M8 .8 15.8 15H.2zM7 5.5 7.3 10h1.4L9 5.5zM7.1 11.2v1.8h1.8v-1.8z'),
	question: outline(`${CIRCLE}M6.2 6.3a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.6-.8 1.2M8 10.4v1.4`)
};

export const MARK_SHAPES: Readonly<Record<Shape, string>> = Object.fromEntries(
	Object.entries(DRAWN).map(([name, drawing]) => [
		name,
		`<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${drawing}</svg>`
	])
) as Record<Shape, string>;

/** The same as letters, for files that are drawn on a machine of which only its fonts are known. */
export const SHAPE_SIGNS: Readonly<Record<Shape, string>> = {
	'circle-empty': '○',
	'circle-half': '◐',
	'circle-full': '●',
	tick: '✔',
	return: '↩',
	cross: '✕',
	dash: '–',
	diamond: '◆',
	clock: '◷',
	hourglass: '⧖',
	warning: '▲',
	question: '?'
};
