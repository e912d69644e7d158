import { ZipWriter } from '@zip.js/zip.js';

export interface ZipEntry {
	/** Parts between '/'. Each must be a safe name; see zip-names.ts. */
	readonly path: string;
	readonly content: ReadableStream<Uint8Array> | string;
	/** Epoch milliseconds. */
	readonly at: number;
}

/**
 * A ZIP that is made while it is read: the next entry is asked for once the one before has been taken, and
 * nothing is held but the piece in between. Entries are stored as they are: evidence is mostly of kinds that
 * are compressed already. What an entry throws ends the stream in an error; whoever stops reading ends the
 * entries.
 */
export function zipStream(entries: AsyncIterable<ZipEntry>): ReadableStream<Uint8Array> {
	const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
	void writeAll(entries, writable);
	return readable;
}

async function writeAll(
	entries: AsyncIterable<ZipEntry>,
	writable: WritableStream<Uint8Array>
): Promise<void> {
	const zip = new ZipWriter(writable, { level: 0, useWebWorkers: false });
	try {
		for await (const { path, content, at } of entries) {
			const options = { lastModDate: new Date(at) };
			await zip.add(path, typeof content === 'string' ? bytesOf(content) : content, options);
		}
		await zip.close();
	} catch (thrown) {
		// The reader gets the error, or is the one who left: nobody else is there to hear of it.
		await writable.abort(thrown).catch(() => undefined);
	}
}

function bytesOf(text: string): ReadableStream<Uint8Array> {
	return new Blob([text]).stream();
}
