import { Busboy } from '@fastify/busboy';
import { Refusal } from '#lib/domain/refusal.ts';
import { readBody } from './read-body.ts';
import { PartFiles, type FileReport, type OnFile } from './part-files.ts';

export type MultipartLimits = {
	maxFields: number;
	/** Bytes of one text field; set it well above what the form allows, which has the kinder message. */
	maxFieldBytes: number;
	maxFiles: number;
	maxFileBytes: number;
	/** Bytes of the whole request. Files that run past it are refused; fields behind them are still read. */
	maxTotalBytes: number;
	/** Bytes read, and thrown away, before the connection is cut; four times `maxTotalBytes` by default. */
	maxDrainBytes?: number;
};

export type MultipartForm<T> = {
	fields: Map<string, string[]>;
	/** In the order of the form. An empty file input leaves no trace here. */
	files: FileReport<T>[];
};

/**
 * Reads a form with files as it arrives. A refused file is reported beside the others and does not
 * stop the reading, so that nothing typed is lost; an error of `onFile` that is no refusal is thrown
 * once the request has been read.
 *
 * Refusals thrown: `upload-malformed` (facts: reason), `field-too-long` (field; facts: maxBytes),
 * `upload-too-large` (facts: maxBytes) where even the drain limit was passed.
 * Refusals reported with a file: what `onFile` throws, `file-too-large`, `too-many-files`
 * (facts: maxFiles), `upload-too-large`.
 */
export async function readMultipart<T>(
	request: Request,
	{ onFile, ...limits }: MultipartLimits & { onFile: OnFile<T> }
): Promise<MultipartForm<T>> {
	const contentType = request.headers.get('content-type') ?? '';
	if (!FORM_DATA.test(contentType)) throw malformed('not-multipart');
	const maxBytes = limits.maxTotalBytes;
	const drainBytes = limits.maxDrainBytes ?? maxBytes * 4;

	const parser = createParser(contentType, limits);
	const fields = new Map<string, string[]>();
	const files = new PartFiles(onFile, limits);
	let problem: Refusal | undefined;
	let release = () => {};
	let isOver = false;

	parser.on('field', (name, value, _nameTruncated, isTruncated) => {
		if (isTruncated) {
			problem ??= new Refusal('field-too-long', {
				field: name,
				facts: { maxBytes: limits.maxFieldBytes }
			});
		}
		if (name === undefined) problem ??= malformed('part-without-name');
		else fields.set(name, [...(fields.get(name) ?? []), value]);
	});
	parser.on('file', (field, stream, name) => files.take(field, name, stream));
	parser.on('fieldsLimit', () => (problem ??= malformed('too-many-fields')));
	parser.on('partsLimit', () => (problem ??= malformed('too-many-parts')));
	parser.on('error', () => {
		problem ??= malformed('broken-body');
		isOver = true;
		files.breakOff(problem);
		release();
	});
	parser.on('finish', () => {
		isOver = true;
		release();
	});

	/** Resolves when the parser has taken the chunk and the files in it have been written. */
	const write = (chunk: Uint8Array | undefined) =>
		new Promise<void>((resolve) => {
			release = resolve;
			if (isOver) resolve();
			else if (chunk) parser.write(chunk, () => resolve());
			else parser.end();
		});

	try {
		await readBody(request, { maxBytes, drainBytes }, async (chunk, bytesSoFar) => {
			if (bytesSoFar > maxBytes) files.refuseTheRest();
			await write(chunk);
		});
		await write(undefined);
	} catch (error) {
		files.breakOff(error);
		await files.settle();
		throw error;
	}
	const reports = await files.settle();
	if (problem) throw problem;
	return { fields, files: reports };
}

/** RFC 2046, 5.1.1: a boundary has 1 to 70 characters. */
const FORM_DATA =
	/^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"[^"\\\r\n]{1,70}"|[\w'()+,./:=?-]{1,70})\s*(?:;|$)/i;

function createParser(contentType: string, limits: MultipartLimits) {
	return new Busboy({
		headers: { 'content-type': contentType },
		// Only a file name makes a part a file; the type that the browser claims does not.
		isPartAFile: (_field, _type, name) => name !== undefined,
		limits: {
			fields: limits.maxFields,
			fieldSize: limits.maxFieldBytes,
			// Empty file inputs count here too, which is why there is room to spare.
			parts: limits.maxFields + limits.maxFiles + 100,
			headerPairs: 20,
			headerSize: 8 * 1024
		}
	});
}

function malformed(reason: string): Refusal {
	return new Refusal('upload-malformed', { facts: { reason } });
}
