import { crc32, deflateRawSync } from 'node:zlib';

export type ZipPart = { name: string; content?: string | Uint8Array; isStored?: boolean };

/** A plain ZIP of these parts in this order, with the few liberties that hostile ones take. */
export function zip(
	parts: ZipPart[],
	{
		before = '',
		after = '',
		comment = ''
	}: { before?: string; after?: string; comment?: string } = {}
): Uint8Array {
	const locals: Buffer[] = [Buffer.from(before)];
	const directory: Buffer[] = [];
	let offset = locals[0]?.length ?? 0;
	for (const { name, content = '', isStored = false } of parts) {
		const bytes = Buffer.from(content);
		const packed = isStored ? bytes : deflateRawSync(bytes);
		const fields = Buffer.alloc(26);
		fields.writeUInt16LE(20, 0);
		fields.writeUInt16LE(isStored ? 0 : 8, 4);
		fields.writeUInt32LE(crc32(bytes), 10);
		fields.writeUInt32LE(packed.length, 14);
		fields.writeUInt32LE(bytes.length, 18);
		fields.writeUInt16LE(Buffer.byteLength(name), 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
		const central = Buffer.alloc(14);
		central.writeUInt32LE(offset, 10);
		directory.push(
			Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, central, Buffer.from(name)])
		);
		locals.push(local);
		offset += local.length;
	}
	const listing = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(parts.length, 4);
	end.writeUInt16LE(parts.length, 6);
	end.writeUInt32LE(listing.length, 8);
	end.writeUInt32LE(offset, 12);
	end.writeUInt16LE(Buffer.byteLength(comment), 16);
	return Buffer.concat([
		...locals,
		listing,
		Buffer.from('PK\x05\x06'),
		end,
		Buffer.from(comment),
		Buffer.from(after)
	]);
}
