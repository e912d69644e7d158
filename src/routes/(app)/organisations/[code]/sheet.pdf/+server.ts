import { bodySheet } from '#lib/server/documents/body-sheet.ts';
import { renderPdf } from '#lib/server/documents/paper-pdf.ts';
import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import { readSummary } from '#lib/server/reads/summary.ts';
import { documentResponse } from '../../../../document-response.ts';
import { orErrorPage } from '../../../../form-action.ts';
import { viewing } from '../../../../looking-back.ts';
import type { RequestHandler } from './$types';

/** How one body stands, on one sheet of paper. */
export const GET: RequestHandler = async (event) => {
	const { app } = event.locals;
	const { context, actor } = await viewing(event);
	const inspection = event.url.searchParams.get('inspection') || undefined;
	const summary = await orErrorPage(() =>
		readSummary(context, actor, { organisation: event.params.code, inspection })
	);
	const { isSample } = await readServiceFacts(app.db);
	const facts = { isSample, origin: app.origin, at: context.clock.now() };
	const name = `${summary.inspection.code}-${event.params.code}-${summary.today}-OFFICIAL.pdf`;
	const pdf = await renderPdf(bodySheet(summary, facts));
	return documentResponse(pdf, { name, mediaType: 'application/pdf' });
};
