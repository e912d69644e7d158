import MarkdownIt, { type Token } from 'markdown-it';
import { isBlank } from '#lib/domain/narrative.ts';
import { webAddressOf } from '#lib/domain/web-address.ts';
import { showDirections } from './plain-line.ts';

/** What a person wrote, as it is drawn: nothing but these kinds, on a page, on paper and in a document. */
export type Block =
	| { readonly kind: 'paragraph'; readonly of: readonly Inline[] }
	| { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly ListItem[] };

export interface ListItem {
	/** As typed, so that '3.' stays 3; null in a list without numbers. */
	readonly number: number | null;
	readonly blocks: readonly Block[];
}

export type Inline =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'line-break' }
	| { readonly kind: 'strong' | 'emphasis'; readonly of: readonly Inline[] }
	| {
			readonly kind: 'link';
			/** Begins with http:// or https://. */
			readonly href: string;
			/** Where it leads, to be shown beside it; null where its text says so already. */
			readonly host: string | null;
			readonly of: readonly Inline[];
	  };

/**
 * Reads the limited formatting of narratives (docs/decisions/0011). Whatever is no formatting is text and
 * stays as typed; nothing that was typed disappears but the marks that became formatting.
 */
export function formattedText(text: string): Block[] {
	const lines = text
		.replace(/\r\n?|[\u0085\u2028]/g, '\n')
		.replace(/\u2029/g, '\n\n')
		.replace(PASTED_BULLET, '$1- ');
	const isCrowded = (lines.match(MARKS)?.length ?? 0) > MARKS_MAX;
	return blocksOf(new Reader((isCrowded ? blocksOnly : everything).parse(lines, {})));
}

/** The bullets that word processors write. */
const PASTED_BULLET = /^([ \t]*)[•◦▪‣⁃][ \t]+/gm;

/**
 * The time that marks inside a line take grows with their square: a text with more of them than a person
 * writes in ten thousand characters has its paragraphs and lists only.
 */
const MARKS = /[*_[\]:]/g;
const MARKS_MAX = 1000;

/** Two for each list inside a list: deeper ones, which the parser would leave out, are text. */
const LEVELS_MAX = 8;

const everything = parser(['list', 'newline', 'link', 'linkify', 'emphasis', 'balance_pairs']);
const blocksOnly = parser(['list', 'newline']);

function parser(rules: string[]) {
	const markdown = new MarkdownIt('zero', { linkify: true }).enable([...rules, 'fragments_join']);
	// Only what is written out with http:// or https:// becomes a link by itself.
	markdown.linkify
		.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
		.add('ftp:', null)
		.add('mailto:', null)
		.add('//', null);
	markdown.normalizeLink = (address) => webAddressOf(address)?.href ?? '';
	markdown.validateLink = (address) => address !== '';
	markdown.normalizeLinkText = (address) => address;
	// A title would be seen by nobody who reads on paper: with one, it is no link.
	const none = { ok: false, can_continue: false, pos: 0, str: '', marker: 0 };
	markdown.helpers.parseLinkTitle = () => none;
	// '5*3*2' is a product, not an emphasis.
	markdown.inline.State = class extends markdown.inline.State {
		override scanDelims(start: number) {
			return super.scanDelims(start, false);
		}
	};
	markdown.block.ruler.before('list', 'too-deep', (state, startLine, endLine, silent) => {
		if (silent || state.level < LEVELS_MAX) return false;
		state.push('paragraph_open', 'p', 1);
		const inline = state.push('inline', '', 0);
		inline.content = state.getLines(startLine, endLine, state.blkIndent, false).trim();
		inline.children = [];
		state.push('paragraph_close', 'p', -1);
		state.line = endLine;
		return true;
	});
	return markdown;
}

/** Walks the flat list of tokens. */
class Reader {
	#tokens: readonly Token[];
	#next = 0;

	constructor(tokens: readonly Token[]) {
		this.#tokens = tokens;
	}

	/** The next token, unless it closes what is being read: that one is taken and null is given. */
	take(): Token | null {
		const token = this.#tokens[this.#next++];
		return !token || token.nesting === -1 ? null : token;
	}
}

function blocksOf(reader: Reader): Block[] {
	const blocks: Block[] = [];
	for (let token = reader.take(); token; token = reader.take()) {
		if (token.type === 'inline') {
			blocks.push({ kind: 'paragraph', of: inlinesOf(new Reader(token.children ?? [])) });
		} else if (token.type === 'paragraph_open') {
			blocks.push(...blocksOf(reader));
		} else {
			const isNumbered = token.type === 'ordered_list_open';
			blocks.push({ kind: 'list', isNumbered, items: itemsOf(reader) });
		}
	}
	return blocks;
}

function itemsOf(reader: Reader): ListItem[] {
	const items: ListItem[] = [];
	for (let token = reader.take(); token; token = reader.take()) {
		items.push({
			number: token.info === '' ? null : Number(token.info),
			blocks: blocksOf(reader)
		});
	}
	return items;
}

function inlinesOf(reader: Reader): Inline[] {
	const inlines: Inline[] = [];
	for (let token = reader.take(); token; token = reader.take()) {
		if (token.type === 'softbreak' || token.type === 'hardbreak') {
			inlines.push({ kind: 'line-break' });
		} else if (token.type === 'link_open') {
			inlines.push(...linkOf(String(token.attrGet('href') ?? ''), inlinesOf(reader)));
		} else if (token.nesting === 1) {
			const kind = token.type === 'strong_open' ? 'strong' : 'emphasis';
			inlines.push({ kind, of: inlinesOf(reader) });
		} else if (token.content !== '') {
			inlines.push({ kind: 'text', text: showDirections(token.content) });
		}
	}
	return inlines;
}

function linkOf(href: string, of: readonly Inline[]): Inline[] {
	// '[words]()' leads nowhere.
	if (href === '') return [{ kind: 'text', text: '[' }, ...of, { kind: 'text', text: ']()' }];
	const words = of.map(wordsOf).join('');
	if (isBlank(words))
		return [{ kind: 'link', href, host: null, of: [{ kind: 'text', text: href }] }];
	const { origin, host } = new URL(href);
	const saysItself = `${words.toLowerCase()}/`.startsWith(`${origin}/`);
	return [{ kind: 'link', href, host: saysItself ? null : host, of }];
}

function wordsOf(inline: Inline): string {
	if (inline.kind === 'text') return inline.text;
	return inline.kind === 'line-break' ? ' ' : inline.of.map(wordsOf).join('');
}
