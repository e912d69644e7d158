import { chunksOf, type BlobView } from './blob-view.ts';

export type TextVerdict = 'text' | 'markup' | 'binary';

/** Tags that make a browser or a viewer treat a file as a page, wherever they stand. */
const PAGE_TAG = /<(!doctype|\?xml|html|head|body|script|iframe|svg|xsl:\w+)[\s/>]/;
const STARTS_AS_MARKUP = /^[\s\ufeff]*<[a-z!?/]/;
const LONGEST_TAG = 32;

const ALLOWED_CONTROLS = [0x09, 0x0a, 0x0c, 0x0d];
const CONTROLS = tableOf(
	[...Array(0x20).keys(), 0x7f].filter((byte) => !ALLOWED_CONTROLS.includes(byte))
);
const UNASSIGNED_IN_1252 = tableOf([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Reads the whole file. Text is valid UTF-8, or Windows-1252 (how Excel saves CSV), with no control
 * characters but tab, line ends and form feed, and nothing that looks like HTML, SVG or XML.
 */
export async function judgeText(blob: BlobView): Promise<TextVerdict> {
	const utf8 = new TextDecoder('utf-8', { fatal: true });
	let isUtf8 = true;
	let isWindows1252 = true;
	let overlap = '';
	let isFirst = true;

	for await (const chunk of chunksOf(blob)) {
		if (hasAny(chunk, CONTROLS)) return 'binary';
		isUtf8 &&= decodes(utf8, chunk);
		isWindows1252 &&= !hasAny(chunk, UNASSIGNED_IN_1252);
		if (!isUtf8 && !isWindows1252) return 'binary';

		const text = overlap + Buffer.from(chunk).toString('latin1').toLowerCase();
		if (PAGE_TAG.test(text)) return 'markup';
		if (isFirst && STARTS_AS_MARKUP.test(text.replace(/^\u00ef\u00bb\u00bf/, ''))) return 'markup';
		overlap = text.slice(-LONGEST_TAG);
		isFirst = false;
	}
	isUtf8 &&= decodes(utf8);
	return isUtf8 || isWindows1252 ? 'text' : 'binary';
}

function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
	try {
		decoder.decode(chunk, { stream: chunk !== undefined });
		return true;
	} catch {
		return false;
	}
}

function hasAny(chunk: Uint8Array, wanted: Uint8Array): boolean {
	for (let at = 0; at < chunk.length; at += 1) {
		if (wanted[chunk[at] ?? 0] === 1) return true;
	}
	return false;
}

/** A table, because a look into it is far quicker than one into a Set. */
function tableOf(bytes: number[]): Uint8Array {
	const table = new Uint8Array(256);
	for (const byte of bytes) table[byte] = 1;
	return table;
}
