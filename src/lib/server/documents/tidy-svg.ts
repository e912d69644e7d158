import { greyOf } from '#lib/charts/colour.ts';
import { FONT_FAMILY, PAPER_COLOUR } from '#lib/charts/measures.ts';
import { textWidth } from '#lib/charts/text-width.ts';
import type { ChartModel } from '#lib/charts/types.ts';

const TAG = /<([a-z][\w-]*)\b([^>]*)>/gi;
const TEXT = /<text\b([^>]*)>([^<]*)<\/text>/g;
const UNPAINTED = /<rect fill-opacity="0"[^>]*\/>/;
const ENTITIES: Readonly<Record<string, string>> = {
	lt: '<',
	gt: '>',
	amp: '&',
	quot: '"',
	apos: "'"
};

/**
 * Skia's SVG, made fit to stand in a page: named for screen readers, scaled by its viewBox, on white, with
 * ids of its own, two decimals, and each text one run that keeps its measured length in any sans-serif.
 */
export function tidySvg(svg: string, model: ChartModel, { greyscale = false } = {}): string {
	const body = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
	const own = ownIds(`${model.id}-${model.width}-`);
	const drawing = body
		.replace(UNPAINTED, '')
		.replace(TEXT, (_, attributes: string, content: string) => oneRun(attributes, content))
		.replace(TAG, (_, name: string, attributes: string) => {
			const tidied = roundNumbers(own(attributes));
			return `<${name}${greyscale ? toGrey(tidied) : tidied}>`;
		});
	const size = `width="${model.width}" height="${model.height}"`;
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${model.width} ${model.height}" role="img">` +
		`<title>${escapeXml(model.title)}</title><desc>${escapeXml(model.description)}</desc>` +
		`<rect fill="${PAPER_COLOUR}" ${size}/>${drawing}</svg>`
	);
}

/**
 * Ids that begin with the picture's name and count from one. Skia counts on through the life of the
 * process, so that the same picture would never be the same text twice.
 */
function ownIds(prefix: string): (attributes: string) => string {
	const numbers = new Map<string, number>();
	const rename = (id: string) => {
		if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
		return `${prefix}${numbers.get(id)}`;
	};
	return (attributes) =>
		attributes
			.replace(/\bid="([^"]+)"/g, (_, id: string) => `id="${rename(id)}"`)
			.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${rename(id)})`);
}

/** Skia places each glyph; a run with a start and a length is smaller, can be searched, and fits alike. */
function oneRun(attributes: string, content: string): string {
	const words = content.trimEnd();
	if (words === '') return '';
	const all = numbersOf(attributes, 'x');
	// A space at the end is not drawn, and must not stretch the letters before it.
	const xs = words === content ? all : all.slice(0, -1);
	const first = xs[0] ?? 0;
	const last = xs.at(-1) ?? first;
	const size = numbersOf(attributes, 'font-size')[0] ?? 0;
	const isBold = /font-weight="(bold|[6-9]00)"/.test(attributes);
	const length = last - first + textWidth([...unescapeXml(words)].at(-1) ?? '', size, isBold);
	const fitted = xs.length > 1 ? ` textLength="${length}" lengthAdjust="spacingAndGlyphs"` : '';
	const isLeftToRight = xs.every((x, index) => index === 0 || x >= (xs[index - 1] ?? 0));
	const kept = attributes
		.replace(/\bx="[^"]*"/, isLeftToRight ? `x="${first}"${fitted}` : `x="${xs.join(' ')}"`)
		.replace(/\by="[^"]*"/, `y="${numbersOf(attributes, 'y')[0] ?? 0}"`)
		.replace(/font-family="[^"]*"/, `font-family="${FONT_FAMILY}"`)
		.replace(/font-weight="\d+"/, 'font-weight="bold"');
	return `<text${kept}>${words}</text>`;
}

function numbersOf(attributes: string, name: string): number[] {
	const list = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
	return list
		.split(/[\s,]+/)
		.filter(Boolean)
		.map(Number);
}

function roundNumbers(attributes: string): string {
	return attributes.replace(/-?\d+\.\d{3,}/g, (number) =>
		String(Math.round(Number(number) * 100) / 100)
	);
}

/** Colours by name are black and white alone. */
function toGrey(attributes: string): string {
	return attributes.replace(/#[0-9a-f]{6}\b/gi, greyOf);
}

function escapeXml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function unescapeXml(text: string): string {
	return text.replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
