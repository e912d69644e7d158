import { Refusal } from '#lib/domain/refusal.ts';
import { SOURCE_MAX } from '#lib/domain/wording-load.ts';
import { typedOf } from '#lib/forms/parse.ts';
import { parseWordingLoad } from '#lib/forms/wording-load.ts';
import { readWordingFile } from '#lib/server/exchange/wording-file.ts';
import { loadWording } from '#lib/server/services/wording-loads.ts';
import { readWorkbookAside } from '#lib/server/workbook-thread.ts';
import { paths } from '#lib/wording/paths.ts';
import { refusalMessage } from '#lib/wording/refusal.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { acting } from '../../../acting.ts';
import { showBanner } from '../../../banner.ts';
import { failure, isOfAnother, OF_ANOTHER, refused, restored } from '../../../form-action.ts';

const FILE_BYTES_MAX = 2 * 1024 * 1024;

/** What was pasted or, where a file came with it, that file. What was typed is given back with each problem. */
export async function loadAction(event: RequestEvent) {
	const form = await event.request.formData().catch((thrown: unknown) => {
		if (thrown instanceof Refusal) return null;
		throw thrown;
	});
	if (!form) return failure(413, {}, [tooLong('source-text')]);
	const typed = typedOf(form);
	if (typed['restored'] === 'yes') return restored(typed);
	if (isOfAnother(event, typed)) return failure(401, typed, [OF_ANOTHER], { signedOut: true });
	const parsed = parseWordingLoad(typed);
	if (!parsed.ok) return failure(422, typed, parsed.problems);
	const file = form.get('file');
	const isGiven = file instanceof File && file.size > 0;
	let key: string | undefined;
	try {
		key = await loadWording(event.locals.app, acting(event.locals), {
			...parsed.command,
			...(isGiven ? await rowsOf(file) : {})
		});
		showBanner(event.cookies, 'wording-loaded');
	} catch (thrown) {
		if (thrown instanceof FileProblems) {
			const problems = thrown.problems.map((message) => ({ field: 'file', message }));
			return failure(422, typed, problems);
		}
		if (!(thrown instanceof Refusal)) throw thrown;
		if (thrown.code !== 'already-submitted') return refused(thrown, typed);
		showBanner(event.cookies, 'already-submitted');
	}
	redirect(303, key === undefined ? paths.wordingLoads() : paths.wordingLoad(key));
}

class FileProblems extends Error {
	readonly problems: readonly string[];

	constructor(problems: readonly string[]) {
		super('The file cannot be read');
		this.problems = problems;
	}
}

async function rowsOf(file: File) {
	const name = file.name.slice(-100);
	if (file.size > FILE_BYTES_MAX) {
		throw new FileProblems([`${name}: The file is larger than 2 MB.`]);
	}
	const bytes = new Uint8Array(await file.arrayBuffer());
	const read = await readWordingFile(name, bytes, readWorkbookAside);
	if (!read.ok) throw new FileProblems(read.problems);
	return { rows: read.rows, sourceText: read.sourceText, fileName: name };
}

function tooLong(field: string) {
	const { message } = refusalMessage({ code: 'source-too-long', facts: { max: SOURCE_MAX } });
	return { field, message };
}
