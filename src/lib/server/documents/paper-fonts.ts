import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The family that the template asks for. No other font has this name, so that the system's are never taken. */
const FAMILY = 'Paper';
const FILES = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'];

/** Arimo, drawn to the widths of Arial, under a name of our own. */
export function paperFonts(): Buffer[] {
	return FILES.map((file) => renamed(readFont(file)));
}

/** Every character that the fonts have a letter for. */
export function paperCharacters(): ReadonlySet<number> {
	const [regular, bold] = FILES.map((file) => charactersOf(readFont(file)));
	return regular!.intersection(bold!);
}

function readFont(file: string): Buffer {
	const require = createRequire(import.meta.url);
	return readFileSync(require.resolve(`@expo-google-fonts/arimo/${file}`));
}

function renamed(font: Buffer): Buffer {
	const table = tableOf(font, 'name');
	for (const encoding of ['latin1', 'utf16le'] as const) {
		const [from, to] = ['Arimo', FAMILY].map((name) => {
			const bytes = Buffer.from(name, encoding);
			// The names in a font are big-endian.
			return encoding === 'utf16le' ? bytes.swap16() : bytes;
		});
		for (let at = table.indexOf(from!); at >= 0; at = table.indexOf(from!, at + 1)) {
			to!.copy(table, at);
		}
	}
	return font;
}

/** A view into the font: https://learn.microsoft.com/typography/opentype/spec/otff */
function tableOf(font: Buffer, tag: string): Buffer {
	for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
		if (font.toString('latin1', entry, entry + 4) !== tag) continue;
		const offset = font.readUInt32BE(entry + 8);
		return font.subarray(offset, offset + font.readUInt32BE(entry + 12));
	}
	throw new Error(`The font has no table ${tag}`);
}

/** From the map of the Unicode characters in the basic plane, format 4. */
function charactersOf(font: Buffer): Set<number> {
	const cmap = tableOf(font, 'cmap');
	const starts = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
		cmap.readUInt32BE(4 + 8 * index + 4)
	);
	const start = starts.find((offset) => cmap.readUInt16BE(offset) === 4);
	if (start === undefined) throw new Error('The font has no map of format 4');
	const map = cmap.subarray(start);
	const doubled = map.readUInt16BE(6);
	const characters = new Set<number>();
	for (let segment = 0; segment < doubled; segment += 2) {
		const last = map.readUInt16BE(14 + segment);
		const first = map.readUInt16BE(16 + doubled + segment);
		const delta = map.readUInt16BE(16 + 2 * doubled + segment);
		const place = 16 + 3 * doubled + segment;
		const range = map.readUInt16BE(place);
		for (let code = first; code <= last && code < 0xffff; code += 1) {
			const glyph = range === 0 ? code : map.readUInt16BE(place + range + 2 * (code - first));
			if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) characters.add(code);
		}
	}
	return characters;
}
