import type { BlobView } from './blob-view.ts';
import { FILE_KINDS, type FileExtension } from './kinds.ts';
import { readZipDirectory, readZipEntry, type ZipEntry } from './zip-directory.ts';

export type PackageVerdict =
	{ extension: FileExtension } | { refused: 'kind' | 'macros' | 'password' | 'damaged' };

const MAX_LISTING_BYTES = 1024 * 1024;

/** Tells a Word, Excel, PowerPoint or OpenDocument file from any other ZIP, and one with macros from one without. */
export async function judgePackage(blob: BlobView): Promise<PackageVerdict> {
	const entries = await readZipDirectory(blob);
	if (!entries) return { refused: 'damaged' };
	if (entries.some(({ name }) => MACRO_PARTS.some((part) => part.test(name)))) {
		return { refused: 'macros' };
	}
	const contentTypes = find(entries, '[Content_Types].xml');
	if (contentTypes) return judgeOpenXml(await readText(blob, contentTypes), entries);
	const mimetype = find(entries, 'mimetype');
	if (mimetype) return judgeOpenDocument(blob, mimetype, entries);
	return { refused: 'kind' };
}

/** VBA, Excel 4 macro sheets and ActiveX in Microsoft's formats; Basic modules and scripts in OpenDocument. */
const MACRO_PARTS = [
	/(^|\/)vba(project|data)[^/]*$/i,
	/(^|\/)macrosheets\//i,
	/(^|\/)activex\//i,
	/^basic\/.+\/(?!script-l[bc]\.xml$)[^/]+\.xml$/i,
	/^scripts\/.*[^/]$/i
];

const MACRO_TYPE = /macroenabled|vbaproject|ms-excel\.(macrosheet|intlmacrosheet)|activex/i;
const OVERRIDE = /<Override\b[^<>]*>/gi;
const DEFAULT = /<Default\b[^<>]*>/gi;
const MAIN_TYPE = /^(.+)\.main\+xml$/i;

/**
 * Character references and document types have no place in this listing, and could spell a type
 * that the search below would not see. A default type counts only where a part has its extension:
 * some writers declare a macro type that nothing uses.
 */
function judgeOpenXml(listing: string | undefined, entries: ZipEntry[]): PackageVerdict {
	if (listing === undefined || /<!|&#/.test(listing)) return { refused: 'damaged' };
	const overrides = typesBy(listing, OVERRIDE, 'PartName');
	const defaults = typesBy(listing, DEFAULT, 'Extension');
	if (!overrides || !defaults) return { refused: 'damaged' };
	const types = entries.map(({ name }) => {
		const part = name.toLowerCase();
		return overrides.get(`/${part}`) ?? defaults.get(part.split('.').at(-1) ?? '') ?? '';
	});
	if ([...types, ...overrides.values()].some((type) => MACRO_TYPE.test(type))) {
		return { refused: 'macros' };
	}
	const mains = types.flatMap((type) => MAIN_TYPE.exec(type)?.[1] ?? []);
	const [main] = mains;
	if (main === undefined || mains.length > 1) return { refused: 'kind' };
	return byMediaType(main, 'application/vnd.openxmlformats-');
}

/** Undefined where one part or extension is listed twice, which programs read differently. */
function typesBy(listing: string, tag: RegExp, key: string): Map<string, string> | undefined {
	const tags = [...listing.matchAll(tag)].map(([text]) => text);
	const types = new Map(
		tags.map((text) => [attribute(text, key).toLowerCase(), attribute(text, 'ContentType')])
	);
	return types.size === tags.length ? types : undefined;
}

function attribute(tag: string, name: string): string {
	return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(tag)?.[1] ?? '';
}

/** OpenDocument 1.3 part 2, section 3.3. Not every writer puts the type first and unpacked, as it asks. */
async function judgeOpenDocument(
	blob: BlobView,
	mimetype: ZipEntry,
	entries: ZipEntry[]
): Promise<PackageVerdict> {
	const mediaType = (await readText(blob, mimetype))?.trim() ?? '';
	const verdict = byMediaType(mediaType, 'application/vnd.oasis.opendocument.');
	if ('refused' in verdict) return verdict;
	if (find(entries, 'encrypted-package')) return { refused: 'password' };
	const manifest = find(entries, 'META-INF/manifest.xml');
	const listing = manifest && (await readText(blob, manifest));
	if (listing === undefined) return { refused: 'damaged' };
	return /encryption-data/i.test(listing) ? { refused: 'password' } : verdict;
}

function byMediaType(mediaType: string, family: string): PackageVerdict {
	const kind = FILE_KINDS.find((candidate) => candidate.mediaType === mediaType);
	return kind && mediaType.startsWith(family) ? { extension: kind.extension } : { refused: 'kind' };
}

function find(entries: ZipEntry[], name: string): ZipEntry | undefined {
	return entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
}

async function readText(blob: BlobView, entry: ZipEntry): Promise<string | undefined> {
	const bytes = await readZipEntry(blob, entry, MAX_LISTING_BYTES);
	try {
		return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}
