import { crc32, inflateRawSync } from 'node:zlib';

/**
 * The entries of a ZIP by their path, read by its directory as any program would, each held to its checksum.
 * Written apart from the library that makes them (APPNOTE.TXT, 4.3).
 */
export function readZip(zip: Buffer): Map<string, Buffer> {
	const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
	if (end < 0) throw new Error('This ZIP has no end');
	const entries = new Map<string, Buffer>();
	let at = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
		if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('This is no entry of the directory');
		const method = zip.readUInt16LE(at + 10);
		const crc = zip.readUInt32LE(at + 16);
		const packed = zip.readUInt32LE(at + 20);
		const lengths = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
		const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
		const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
		const content = contentAt(zip, zip.readUInt32LE(at + 42), packed, method);
		if (crc32(content) !== crc) throw new Error(`${name} does not have its checksum`);
		if (entries.has(name)) throw new Error(`${name} is there twice`);
		entries.set(name, content);
		at += 46 + nameLength + extraLength + commentLength;
	}
	return entries;
}

function contentAt(zip: Buffer, local: number, packed: number, method: number): Buffer {
	const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
	const bytes = zip.subarray(from, from + packed);
	return method === 8 ? inflateRawSync(bytes) : bytes;
}
