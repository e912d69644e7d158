import { Refusal } from '#lib/domain/refusal.ts';
import { parseVerification } from '#lib/forms/verify.ts';
import { hashPdf } from '#lib/server/files/hash-pdf.ts';
import { readMultipart } from '#lib/server/files/multipart.ts';
import { verifyPaper } from '#lib/server/services/verification.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { failure, readTyped, refused } from '../../form-action.ts';
import { visitorOf } from '../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

const MB = 1024 * 1024;
const LIMITS = {
	...{ maxFields: 5, maxFieldBytes: 1024, maxFiles: 1 },
	...{ maxFileBytes: 20 * MB, maxTotalBytes: 21 * MB, maxDrainBytes: 42 * MB }
};

export const load: PageServerLoad = ({ url }) => ({ code: url.searchParams.get('code') ?? '' });

type Asked = Parameters<typeof verifyPaper>[1];

async function answer(event: RequestEvent, asked: Asked, typed: Record<string, string>) {
	const { address } = visitorOf(event);
	const found = await verifyPaper(event.locals.app, asked, address);
	return { values: typed, problems: [], verdict: { found, isFile: 'pdfSha256' in asked } };
}

export const actions: Actions = {
	code: async (event) => {
		const typed = await readTyped(event.request);
		const parsed = parseVerification(typed);
		if (!parsed.ok) return failure(422, typed, parsed.problems);
		try {
			return await answer(event, parsed.command, { code: parsed.command.code });
		} catch (thrown) {
			if (thrown instanceof Refusal) return refused(thrown, typed);
			throw thrown;
		}
	},
	/** The file is hashed as it streams by: nothing of it is stored. */
	file: async (event) => {
		try {
			const { files } = await readMultipart(event.request, {
				...LIMITS,
				onFile: (_field, _name, stream) => hashPdf(stream)
			});
			const [file] = files;
			if (!file) throw new Refusal('file-needed', { field: 'file' });
			if (!file.ok) throw inField(file.refusal);
			return await answer(event, { pdfSha256: file.file }, {});
		} catch (thrown) {
			if (thrown instanceof Refusal) return refused(inField(thrown), {});
			throw thrown;
		}
	}
};

/** There is one file here: where all that was sent is too much, it is the file. */
function inField({ code, facts }: Refusal): Refusal {
	if (code === 'upload-too-large') {
		return new Refusal('file-too-large', {
			field: 'file',
			facts: { maxBytes: LIMITS.maxFileBytes }
		});
	}
	return new Refusal(code, { field: 'file', facts });
}
