import { renderPdf } from '#lib/server/documents/paper-pdf.ts';
import { documentResponse } from '../../../../document-response.ts';
import { orErrorPage } from '../../../../form-action.ts';
import { recommendationPaper } from '../../../../recommendation-paper.ts';
import type { RequestHandler } from './$types';

/** How one recommendation stands, as a file that can be kept and sent. */
export const GET: RequestHandler = async (event) => {
	const { paper, reference, today } = await orErrorPage(() =>
		recommendationPaper(event, event.params.ref)
	);
	const name = `${reference}-${today}-${paper.marking}.pdf`;
	return documentResponse(await renderPdf(paper), { name, mediaType: 'application/pdf' });
};
