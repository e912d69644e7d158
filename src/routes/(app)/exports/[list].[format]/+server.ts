import { isExportFormat } from '#lib/domain/export.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { fileDownload } from '#lib/server/files/file-download.ts';
import { refusalMessage } from '#lib/wording/refusal.ts';
import { error } from '@sveltejs/kit';
import { acting } from '../../../acting.ts';
import type { RequestHandler } from './$types';

/** A list with the query of its page, whole, as a file. */
export const GET: RequestHandler = async ({ locals, params, url, request }) => {
	const { app } = locals;
	const actor = acting(locals);
	const { list, format } = params;
	if (!isExportFormat(format)) error(404, 'There is no such file');
	const at = app.clock.now();
	try {
		const query = url.search.slice(1);
		const { name, body } = await app.exports.open({ list, format, query, actor, at });
		if (request.method === 'HEAD') await body.cancel();
		return fileDownload(name, format, request.method === 'HEAD' ? null : body);
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		const { title, message } = refusalMessage(thrown);
		error(STATUS[thrown.code] ?? 404, `${title}. ${message}`);
	}
};

const STATUS: Readonly<Record<string, number>> = {
	'not-allowed': 403,
	'unknown-filter': 400,
	'export-too-long': 422,
	'exports-running': 429
};
