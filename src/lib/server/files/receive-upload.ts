import { readMultipart, type MultipartForm, type MultipartLimits } from './multipart.ts';
import { receiveFile, type ReceivedFile } from './receive-file.ts';
import type { FileStore } from './store.ts';

export type Upload = MultipartForm<ReceivedFile>;

/**
 * A form with files, read and stored: what a form action calls in place of `request.formData()`.
 * Files are stored before anybody decides about them; the sweep removes those that get no row.
 */
export async function receiveUpload(
	store: FileStore,
	request: Request,
	limits: MultipartLimits
): Promise<Upload> {
	return readMultipart(request, {
		...limits,
		onFile: (_field, name, stream) =>
			receiveFile(store, name, stream, { maxBytes: limits.maxFileBytes })
	});
}

/** The text fields in the shape that every form is parsed from. */
export function formDataOf(fields: ReadonlyMap<string, readonly string[]>): FormData {
	const form = new FormData();
	for (const [name, values] of fields) for (const value of values) form.append(name, value);
	return form;
}
