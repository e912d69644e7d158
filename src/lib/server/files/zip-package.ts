import { once } from 'node:events';
import { constants, crc32, createDeflateRaw } from 'node:zlib';

/** One part of an office file; made while it is read. */
export interface PackagePart {
	readonly path: string;
	readonly content: AsyncIterable<string> | string;
	/** As it is, not deflated. */
	readonly isStored?: boolean;
}

interface Packed {
	readonly name: Buffer;
	readonly method: 0 | 8;
	readonly checksum: number;
	readonly bytes: number;
	readonly packed: readonly Buffer[];
	readonly packedBytes: number;
}

/**
 * An office file, part by part. Each part is held, deflated, until it is whole, so that its size stands before
 * it: not every spreadsheet program reads a size that stands behind, and none does for `mimetype`. Parts are
 * limited to 4 GB, which no sheet comes near. The same parts and moment give the same bytes.
 * Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export async function* zipPackage(
	parts: Iterable<PackagePart>,
	at: number
): AsyncGenerator<Uint8Array> {
	const directory: Buffer[] = [];
	let offset = 0;
	for (const part of parts) {
		const packed = await pack(part);
		const fields = fieldsOf(packed, at);
		const local = Buffer.concat([record(0x04034b50, 4), fields, packed.name]);
		yield local;
		yield* packed.packed;
		const place = Buffer.alloc(14);
		place.writeUInt32LE(offset, 10);
		directory.push(record(0x02014b50, 6), fields, place, packed.name);
		offset += local.length + packed.packedBytes;
	}
	const listed = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(directory.length / 4, 8);
	end.writeUInt16LE(directory.length / 4, 10);
	end.writeUInt32LE(listed.length, 12);
	end.writeUInt32LE(offset, 16);
	yield Buffer.concat([listed, end]);
}

async function pack({ path, content, isStored }: PackagePart): Promise<Packed> {
	const deflate = isStored ? undefined : createDeflateRaw({ level: constants.Z_BEST_SPEED });
	const packed: Buffer[] = [];
	deflate?.on('data', (piece: Buffer) => packed.push(piece));
	let checksum = 0;
	let bytes = 0;
	try {
		for await (const piece of typeof content === 'string' ? [content] : content) {
			const buffer = Buffer.from(piece);
			checksum = crc32(buffer, checksum);
			bytes += buffer.length;
			if (!deflate) packed.push(buffer);
			else if (!deflate.write(buffer)) await once(deflate, 'drain');
		}
		if (deflate) {
			const ended = once(deflate, 'end');
			deflate.end();
			await ended;
		}
	} finally {
		deflate?.destroy();
	}
	const packedBytes = packed.reduce((sum, piece) => sum + piece.length, 0);
	const name = Buffer.from(path);
	return { name, method: isStored ? 0 : 8, checksum, bytes, packed, packedBytes };
}

/** The signature, and the versions that made it and that it takes to read it: 2.0. */
function record(signature: number, versionsEnd: 4 | 6): Buffer {
	const start = Buffer.alloc(versionsEnd);
	start.writeUInt32LE(signature, 0);
	if (versionsEnd === 6) start.writeUInt16LE(20, 4);
	return start;
}

/** What stands alike before a part and in the directory: version, flags, method, time, sums and lengths. */
function fieldsOf({ name, method, checksum, bytes, packedBytes }: Packed, at: number): Buffer {
	const fields = Buffer.alloc(26);
	fields.writeUInt16LE(20, 0);
	// Names are in UTF-8.
	fields.writeUInt16LE(0x0800, 2);
	fields.writeUInt16LE(method, 4);
	const when = new Date(at);
	fields.writeUInt16LE((when.getUTCHours() << 11) | (when.getUTCMinutes() << 5), 6);
	const year = Math.max(0, when.getUTCFullYear() - 1980);
	fields.writeUInt16LE((year << 9) | ((when.getUTCMonth() + 1) << 5) | when.getUTCDate(), 8);
	fields.writeUInt32LE(checksum, 10);
	fields.writeUInt32LE(packedBytes, 14);
	fields.writeUInt32LE(bytes, 18);
	fields.writeUInt16LE(name.length, 22);
	return fields;
}
