import { readMultipart, type MultipartLimits } from '#lib/server/files/multipart.ts';
import { multipartBody, uploadRequest, type Part } from './multipart-body.ts';

export const SMALL_LIMITS: MultipartLimits = {
	maxFields: 10,
	maxFieldBytes: 1_000,
	maxFiles: 3,
	maxFileBytes: 10_000,
	maxTotalBytes: 40_000
};

/** Reads a form of these parts, each file as its text. */
export async function readForm(parts: Part[]) {
	return readRequest(uploadRequest(multipartBody(parts)));
}

export async function readRequest(request: Request, limits: Partial<MultipartLimits> = {}) {
	return readMultipart(request, { ...SMALL_LIMITS, ...limits, onFile: textOf });
}

async function textOf(
	_field: string,
	_name: string,
	bytes: AsyncIterable<Uint8Array>
): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of bytes) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}
