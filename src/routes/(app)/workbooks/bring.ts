import { Refusal } from '#lib/domain/refusal.ts';
import { WORKBOOK_LIMITS } from '#lib/domain/workbook.ts';
import { typedOf, type FieldProblem } from '#lib/forms/parse.ts';
import { bringWorkbook, type BroughtWorkbook } from '#lib/server/bring-workbook.ts';
import { workbookProblemLine } from '#lib/server/exchange/workbook/workbook-problem.ts';
import { readMultipart } from '#lib/server/files/multipart.ts';
import { formDataOf } from '#lib/server/files/receive-upload.ts';
import { cleanFileName } from '#lib/server/files/safe-name.ts';
import { keepWorkbookReturns } from '#lib/server/services/workbooks.ts';
import { paths } from '#lib/wording/paths.ts';
import { refusalMessage } from '#lib/wording/refusal.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { acting } from '../../acting.ts';
import { showBanner } from '../../banner.ts';
import { failure, refused } from '../../form-action.ts';

const FIELD_BYTES = 1000;

/** Each file is read while it arrives; only when all of them are whole is any of them kept. */
export async function bringAction(event: RequestEvent) {
	const { app } = event.locals;
	const actor = acting(event.locals);
	if (!event.request.headers.get('content-type')?.startsWith('multipart/form-data')) {
		error(400, 'The form could not be read');
	}
	let goTo = paths.workbooks();
	try {
		const { fields, files } = await readMultipart<BroughtWorkbook>(event.request, {
			maxFields: 5,
			maxFieldBytes: FIELD_BYTES,
			maxFiles: WORKBOOK_LIMITS.files,
			maxFileBytes: WORKBOOK_LIMITS.bytes,
			maxTotalBytes: WORKBOOK_LIMITS.files * WORKBOOK_LIMITS.bytes,
			onFile: async (_field, name, stream) => {
				const bytes = await wholeOf(stream);
				return bringWorkbook(app, actor, cleanFileName(name), bytes);
			}
		});
		const submissionKey = typedOf(formDataOf(fields))['submissionKey'];
		if (typeof submissionKey !== 'string' || !/^[A-Za-z0-9-]{16,64}$/.test(submissionKey)) {
			return failure(422, {}, [{ field: 'files', message: 'Open the page again before you save' }]);
		}
		const foreign = files.find((file) => !file.ok && isNotTheirs(file.refusal));
		if (foreign && !foreign.ok) throw foreign.refusal;
		const problems = files.flatMap((file): FieldProblem[] => {
			if (!file.ok) {
				const message = `${cleanFileName(file.name)}: ${refusalMessage(file.refusal).message}`;
				return [{ field: 'files', message }];
			}
			if (file.file.ok) return [];
			return file.file.problems.map((problem) => {
				return { field: 'files', message: workbookProblemLine(problem) };
			});
		});
		if (files.length === 0) problems.push({ field: 'files', message: 'Select a workbook' });
		if (problems.length > 0) return failure(422, {}, problems);
		const returned = files.flatMap((file) => (file.ok && file.file.ok ? [file.file.workbook] : []));
		await keepWorkbookReturns(app, actor, submissionKey, returned);
		showBanner(event.cookies, 'workbook-brought');
		if (returned.length === 1) goTo = paths.workbook(returned[0]!.key);
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		if (thrown.code !== 'already-submitted') return refused(thrown, {});
		showBanner(event.cookies, 'already-submitted');
	}
	redirect(303, goTo);
}

async function wholeOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
	const pieces: Uint8Array[] = [];
	for await (const piece of stream) pieces.push(piece);
	return new Uint8Array(Buffer.concat(pieces));
}

function isNotTheirs({ code }: Refusal): boolean {
	return code === 'not-found' || code === 'not-allowed';
}
