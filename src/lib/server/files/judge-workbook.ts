import type { BlobView } from './blob-view.ts';
import { judgePackage } from './office-package.ts';
import { readZipDirectory, readZipEntry } from './zip-directory.ts';

const UNPACKED_MAX = 32 * 1024 * 1024;
const ENTRIES_MAX = 500;

/**
 * Why an XLSX or ODS file is not to be opened; null where it may be. It is unpacked entry by entry, to no more
 * than 32 MB in all, so that what is small packed and huge unpacked is found out before a program reads it.
 */
export async function judgeWorkbook(
	bytes: Uint8Array
): Promise<'macros' | 'password' | 'kind' | 'damaged' | 'too-large' | null> {
	const blob: BlobView = {
		bytes: bytes.length,
		read: async (position, length) => bytes.subarray(position, position + length)
	};
	const verdict = await judgePackage(blob);
	if ('refused' in verdict) return verdict.refused;
	if (verdict.extension !== 'xlsx' && verdict.extension !== 'ods') return 'kind';
	const entries = (await readZipDirectory(blob)) ?? [];
	if (entries.length > ENTRIES_MAX) return 'too-large';
	let left = UNPACKED_MAX;
	for (const entry of entries.filter(({ name }) => !name.endsWith('/'))) {
		const unpacked = await readZipEntry(blob, entry, left);
		if (!unpacked) return 'too-large';
		left -= unpacked.length;
		if (/\.(xml|rels)$/i.test(entry.name) && hasDocumentType(unpacked)) return 'damaged';
	}
	return null;
}

/** No program of today writes a document type into a spreadsheet: it is how entities get in. */
function hasDocumentType(xml: Uint8Array): boolean {
	return /<!(?:DOCTYPE|ENTITY)/i.test(Buffer.from(xml).toString('latin1'));
}
