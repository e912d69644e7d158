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
const MAIN_TYPE = /\bContentType\s*=\s*["']([^"']+)\.main\+xml["']/i;
const PART_NAME = /\bPartName\s*=\s*["']\/([^"']+)["']/i;

/**
 * Character references and document types have no place in this listing, and could spell a type
 * that the search below would not see.
 */
function judgeOpenXml(listing: string | undefined, entries: ZipEntry[]): PackageVerdict {
	if (listing === undefined || /<!|&#/.test(listing)) return { refused: 'damaged' };
	if (MACRO_TYPE.test(listing)) return { refused: 'macros' };
	const mains = [...listing.matchAll(OVERRIDE)].filter(([tag]) => MAIN_TYPE.test(tag));
	const [main] = mains[0] ?? [];
	if (!main || mains.length > 1) return { refused: 'kind' };
	const part = PART_NAME.exec(main)?.[1];
	if (!part || !find(entries, part)) return { refused: 'damaged' };
	return byMediaType(MAIN_TYPE.exec(main)?.[1] ?? '', 'application/vnd.openxmlformats-');
}

/** OpenDocument 1.3 part 2, section 3.3: the first entry, as it is, names the type. */
async function judgeOpenDocument(
	blob: BlobView,
	mimetype: ZipEntry,
	entries: ZipEntry[]
): Promise<PackageVerdict> {
	if (mimetype.offset !== 0 || mimetype.method !== 0) return { refused: 'damaged' };
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
