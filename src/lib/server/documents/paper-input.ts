import { PAPER_PICTURE } from '#lib/charts/picture.ts';
import { chartModel, type ChartSource } from '#lib/charts/registry.ts';
import { FONT_FAMILY } from '#lib/charts/measures.ts';
import type { Paper, PaperBlock } from '#lib/domain/paper.ts';
import { showDirections } from '#lib/wording/plain-line.ts';
import { renderChartSvg } from './chart-svg.ts';
import { MARK_SHAPES } from './mark-shapes.ts';
import { paperCharacters } from './paper-fonts.ts';

/** Letters without a space, after which a word may be broken: it would leave its column. */
const LONGEST_WORD = 24;
/** A space of no width, which the template puts where a line may end. */
const BREAK = '\u200b';

/** What the template is given: the paper with its pictures drawn, and every letter one that can be printed. */
export function paperInput(paper: Paper): string {
	const { title, caption, marking, asAt, code, hash, notice, author, madeAt, blocks } = paper;
	const made = new Date(madeAt);
	const input = {
		made: [
			made.getUTCFullYear(),
			made.getUTCMonth() + 1,
			made.getUTCDate(),
			made.getUTCHours(),
			made.getUTCMinutes(),
			made.getUTCSeconds()
		],
		...{ marking, asAt, code, hash, notice, author, title, caption },
		keywords: [marking, asAt, ...(code === null ? [] : [code])],
		blocks: blocks.map(drawn)
	};
	return JSON.stringify({ ...(printable(input) as object), shapes: MARK_SHAPES });
}

function drawn(block: PaperBlock): unknown {
	if (block.kind !== 'chart') return block;
	const svg = renderChartSvg(chartModel(block.chart as ChartSource as never, PAPER_PICTURE));
	return { ...block, svg: { drawing: svg.replaceAll(FONT_FAMILY, 'Paper') } };
}

/** Every text that is shown, however deep; drawings and addresses that are followed stay as they are. */
function printable(value: unknown, name = ''): unknown {
	if (typeof value === 'string')
		return name === 'href' || name === 'kind' ? value : inLetters(value);
	if (Array.isArray(value)) return value.map((member) => printable(member, name));
	if (typeof value !== 'object' || value === null) return value;
	if ('drawing' in value) return value.drawing;
	return Object.fromEntries(
		Object.entries(value).map(([key, member]) => [key, printable(member, key)])
	);
}

/** What nobody sees would be lost, or turn a line about. */
const INVISIBLE = /\p{Cf}/u;

let characters: ReadonlySet<number> | undefined;

/** What the font has no letter for is shown by its number, and so is what is invisible. */
export function inLetters(text: string): string {
	return (PLAIN.test(text) ? text : known(text)).replace(/\S{25,}/gu, breakable);
}

/** Most texts, which need no looking at each letter. */
const PLAIN = /^[\n -~]*$/;

function known(text: string): string {
	characters ??= paperCharacters();
	const shown = [...showDirections(text).normalize('NFC')].map((character) => {
		const code = character.codePointAt(0)!;
		if (character === '\t') return ' ';
		if (character === '\n' || (characters!.has(code) && !INVISIBLE.test(character)))
			return character;
		return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
	});
	return shown.join('');
}

function breakable(word: string): string {
	return [...word]
		.map((letter, index) => ((index + 1) % LONGEST_WORD === 0 ? letter + BREAK : letter))
		.join('');
}
