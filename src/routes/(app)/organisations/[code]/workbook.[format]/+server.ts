import { Readable } from 'node:stream';
import { newKey } from '#lib/server/bring-workbook.ts';
import { workbookFile } from '#lib/server/exchange/workbook/make-workbook.ts';
import { odsParts } from '#lib/server/exchange/write-ods.ts';
import { xlsxParts } from '#lib/server/exchange/write-xlsx.ts';
import { fileDownload } from '#lib/server/files/file-download.ts';
import { zipPackage } from '#lib/server/files/zip-package.ts';
import { readWorkbookContent } from '#lib/server/reads/workbook-content.ts';
import { keepWorkbookDownload } from '#lib/server/services/workbooks.ts';
import { londonDay } from '#lib/domain/plain-date.ts';
import { error } from '@sveltejs/kit';
import { acting } from '../../../../acting.ts';
import { orErrorPage } from '../../../../form-action.ts';
import type { RequestHandler } from './$types';

/** A body's workbook, to be filled in away from the service. What it tells is kept, to compare with. */
export const GET: RequestHandler = async ({ locals, params, url, request }) => {
	const { app } = locals;
	const actor = acting(locals);
	const { format } = params;
	if (format !== 'xlsx' && format !== 'ods') error(404, 'There is no such file');
	const code = url.searchParams.get('inspection') || undefined;
	const facts = await orErrorPage(() => readWorkbookContent(app, actor, params.code, code));
	const { inspection, body, content } = facts;
	const at = app.clock.now();
	const name = `${inspection.code}-${body.code}-workbook-as-at-${londonDay(at)}-OFFICIAL.${format}`;
	if (request.method === 'HEAD') return fileDownload(name, format, null);
	const key = newKey();
	await keepWorkbookDownload(app, actor, { key, inspectionId: inspection.id, body, content });
	const file = workbookFile({ name: body.name, inspection: inspection.title, key }, content, at);
	const parts = format === 'xlsx' ? xlsxParts(file) : odsParts(file);
	return fileDownload(
		name,
		format,
		Readable.toWeb(Readable.from(zipPackage(parts, at))) as ReadableStream<Uint8Array>
	);
};
