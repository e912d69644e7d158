import { inflateRawSync } from 'node:zlib';
import type { BlobView } from './blob-view.ts';

export type ZipEntry = {
	name: string;
	isEncrypted: boolean;
	method: number;
	compressedBytes: number;
	/** Where its local header stands, from the start of the file. */
	offset: number;
};

const END_RECORD_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const MAX_DIRECTORY_BYTES = 1024 * 1024;
/** A ZIP64 end record with its locator takes 76; some writers add one though the file is small. */
const MAX_GAP_BYTES = 200;

/**
 * The entries of a ZIP by its central directory, which is what office programs go by, so that what
 * is checked here is what is opened there. Undefined unless the file is a plain ZIP from its first
 * byte to its last: nothing in front, nothing behind, no name twice.
 * Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.3.16.
 */
export async function readZipDirectory(blob: BlobView): Promise<ZipEntry[] | undefined> {
	const end = await findEndRecord(blob);
	if (!end || end.directoryBytes > MAX_DIRECTORY_BYTES) return undefined;
	const gap = end.position - (end.directoryOffset + end.directoryBytes);
	if (gap < 0 || gap > MAX_GAP_BYTES) return undefined;
	const bytes = await blob.read(end.directoryOffset, end.directoryBytes + gap);
	const view = dataView(bytes);
	if (gap > 0 && !startsWith(view, end.directoryBytes, 0x06064b50)) return undefined;

	const entries = readEntries(bytes, end.directoryBytes);
	if (!entries || entries.length !== end.entries) return undefined;
	const names = new Set(entries.map((entry) => entry.name.toLowerCase()));
	if (names.size !== entries.length) return undefined;
	if (!entries.some((entry) => entry.offset === 0)) return undefined;
	if (entries.some((entry) => entry.offset >= end.directoryOffset)) return undefined;
	return entries;
}

/** Whether the last bytes are the end of a ZIP: how an archive hides behind a picture or a PDF. */
export async function endsAsZip(blob: BlobView): Promise<boolean> {
	return (await findEndRecord(blob)) !== undefined;
}

/** Undefined where it is encrypted, packed in an unusual way, damaged or longer than `maxBytes`. */
export async function readZipEntry(
	blob: BlobView,
	entry: ZipEntry,
	maxBytes: number
): Promise<Uint8Array | undefined> {
	if (entry.isEncrypted || entry.compressedBytes > maxBytes) return undefined;
	const header = await blob.read(entry.offset, 30);
	if (header.length < 30 || !startsWith(dataView(header), 0, 0x04034b50)) return undefined;
	const view = dataView(header);
	const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
	const packed = await blob.read(start, entry.compressedBytes);
	if (packed.length < entry.compressedBytes) return undefined;
	if (entry.method === 0) return packed;
	if (entry.method !== 8) return undefined;
	try {
		return inflateRawSync(packed, { maxOutputLength: maxBytes });
	} catch {
		return undefined;
	}
}

type EndRecord = {
	position: number;
	entries: number;
	directoryOffset: number;
	directoryBytes: number;
};

async function findEndRecord(blob: BlobView): Promise<EndRecord | undefined> {
	const start = Math.max(0, blob.bytes - END_RECORD_BYTES - MAX_COMMENT_BYTES);
	const tail = await blob.read(start, blob.bytes - start);
	const view = dataView(tail);
	for (let at = tail.length - END_RECORD_BYTES; at >= 0; at -= 1) {
		if (!startsWith(view, at, 0x06054b50)) continue;
		if (at + END_RECORD_BYTES + view.getUint16(at + 20, true) !== tail.length) continue;
		return {
			position: start + at,
			entries: view.getUint16(at + 10, true),
			directoryBytes: view.getUint32(at + 12, true),
			directoryOffset: view.getUint32(at + 16, true)
		};
	}
	return undefined;
}

function readEntries(bytes: Uint8Array, length: number): ZipEntry[] | undefined {
	const view = dataView(bytes);
	const entries: ZipEntry[] = [];
	let at = 0;
	while (at < length) {
		if (at + 46 > length || !startsWith(view, at, 0x02014b50)) return undefined;
		const nameBytes = view.getUint16(at + 28, true);
		const next =
			at + 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
		if (next > length) return undefined;
		const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes));
		entries.push({
			name: name.replaceAll('\\', '/'),
			isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
			method: view.getUint16(at + 10, true),
			compressedBytes: view.getUint32(at + 20, true),
			offset: view.getUint32(at + 42, true)
		});
		at = next;
	}
	return entries;
}

function dataView(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function startsWith(view: DataView, at: number, signature: number): boolean {
	return at + 4 <= view.byteLength && view.getUint32(at, true) === signature;
}
