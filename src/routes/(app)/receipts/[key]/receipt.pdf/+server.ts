import { readReceipt } from '#lib/domain/receipt.ts';
import { renderPdf } from '#lib/server/documents/paper-pdf.ts';
import { receiptPaper } from '#lib/server/documents/receipt-paper.ts';
import { readReceiptOf } from '#lib/server/reads/receipt.ts';
import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import { acting } from '../../../../acting.ts';
import { documentResponse } from '../../../../document-response.ts';
import { orErrorPage } from '../../../../form-action.ts';
import type { RequestHandler } from './$types';

/** The receipt as a file that can be kept and sent. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { app } = locals;
	const receipt = await orErrorPage(() => readReceiptOf(app, acting(locals), params.key));
	const { isSample } = await readServiceFacts(app.db);
	const content = readReceipt(receipt.content);
	const paper = receiptPaper(receipt, content, { isSample, origin: app.origin });
	const { recommendation, organisationCode } = receipt;
	const name = `${recommendation}-${organisationCode}-receipt-${content.onDay}-${paper.marking}.pdf`;
	return documentResponse(await renderPdf(paper), { name, mediaType: 'application/pdf' });
};
