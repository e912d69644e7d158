import { isPageMark, plainLineOf } from './source-lines.ts';

/** The lines of a source that belong to one recommendation, or to none. */
export interface SourceItem {
	/** Unchanged. */
	readonly lines: readonly string[];
	/** What the first line says after its number; undefined where it begins with none. */
	readonly opening: string | undefined;
	readonly number: number | null;
	/** Whether its number could as well be that of a list inside the one before. */
	readonly isListOrNumber: boolean;
}

interface Start {
	readonly kind: 'word' | 'number';
	readonly number: number;
	readonly rest: string;
}

/**
 * Cuts a source at "Recommendation 7", "R7" or "7."; one without any such number at its paragraphs. What
 * stands before the first is an item without a number, so that nothing of the source is lost from sight.
 */
export function cutSource(lines: readonly string[]): SourceItem[] {
	const starts = lines.map((line) => startOf(plainLineOf(line)));
	const words = new Set(starts.flatMap((start) => (start?.kind === 'word' ? start.number : [])));
	const items: { -readonly [Key in keyof SourceItem]: SourceItem[Key] & unknown }[] = [];
	let current: string[] = [];
	let above = '';
	let reached = 0;
	let list = 0;
	for (const [index, line] of lines.entries()) {
		const start = starts[index];
		const isList = start?.kind === 'number' && isOfList(start.number, above, list);
		if (isText(line)) above = plainLineOf(line);
		const begins =
			start &&
			(start.kind === 'word' ||
				(words.size === 0
					? !isList && (items.length === 0 || start.number > reached)
					: !isList && !words.has(start.number) && start.number === reached + 1));
		if (!begins) {
			if (start?.kind === 'number') list = start.number;
			current.push(line);
			if (items.length === 0) items.push(opened(current));
			continue;
		}
		const isListOrNumber = start.kind === 'number' && list > 0 && start.number === list + 1;
		current = [line];
		reached = start.number;
		list = 0;
		items.push({ ...opened(current), opening: start.rest, number: start.number, isListOrNumber });
	}
	const isNumbered = items.some(({ number }) => number !== null);
	const written = items.filter(({ lines: own }) => own.some((line) => isText(line)));
	return isNumbered ? written : written.flatMap(({ lines: own }) => cutParagraphs(own));
}

/** 'Recommendation 7', 'Recommendation 7: By …', 'R7', '7.' or '7) …' at the start of a line. */
function startOf(line: string): Start | null {
	const text = line.replace(/^(?:#{1,6} |\*\*|[•●▪] )/, '').replace(/\*\*/g, '');
	const word = /^recommendation (?:no\.? ?)?(\d{1,3})(?:(?: ?[:.)–—-])? ?(.*))$/i.exec(text);
	if (word && isOpening(word[2] ?? '')) return startAs('word', word);
	const letter = /^R ?(\d{1,3})(?: ?[:.)–—-])? ?(.*)$/.exec(text);
	if (letter && isOpening(letter[2] ?? '')) return startAs('word', letter);
	const number = /^(\d{1,3})[.)](?: (.*))?$/.exec(text);
	return number && startAs('number', number);
}

/** "Recommendation 7 was closed" is a sentence about it. */
function isOpening(rest: string): boolean {
	return rest === '' || (/^[\p{Lu}“"‘'(•]/u.test(rest) && !/^(?:to|of|in)\b/i.test(rest));
}

function startAs(kind: Start['kind'], match: RegExpExecArray): Start | null {
	const number = Number(match[1]);
	return number > 0 ? { kind, number, rest: match[2] ?? '' } : null;
}

/** After a colon a list begins with 1, and goes on with 2. */
function isOfList(number: number, above: string, list: number): boolean {
	if (number === 1) return above.endsWith(':');
	return list > 0 && number === list + 1 && /[;,]$|[;,] (?:and|or)$/.test(above);
}

function opened(lines: readonly string[]): SourceItem {
	return { lines, opening: undefined, number: null, isListOrNumber: false };
}

/** Each paragraph with the list that follows it. */
function cutParagraphs(lines: readonly string[]): SourceItem[] {
	const items: string[][] = [];
	let isApart = true;
	let isListed = false;
	let above = '';
	for (const line of lines) {
		const plain = plainLineOf(line);
		const isList = LISTED.test(plain) && (isListed || /[:;,]$|[;,] (?:and|or)$/.test(above));
		if (isText(line) && isApart && !isList) {
			items.push([line]);
			isListed = false;
		} else items.at(-1)?.push(line);
		isListed ||= plain.endsWith(':');
		isApart = plain === '' || (isApart && isPageMark(plain));
		if (isText(line)) above = plain;
	}
	return items.map(opened);
}

const LISTED = /^(?:[•●▪■·∙*◦○–—-]|\(?[a-z0-9]{1,3}[.)])(?: |$)/i;

function isText(line: string): boolean {
	const plain = plainLineOf(line);
	return plain !== '' && !isPageMark(plain);
}
