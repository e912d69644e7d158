import { renderPdf } from '#lib/server/documents/paper-pdf.ts';
import { readPackPaper } from '#lib/server/exchange/board-pack.ts';
import { fileResponse } from '#lib/server/files/serve.ts';
import { readPack } from '#lib/server/reads/board-packs.ts';
import { packFileName } from '#lib/wording/board-packs.ts';
import { acting } from '../../../../acting.ts';
import { orErrorPage } from '../../../../form-action.ts';
import { documentResponse } from '../../../../document-response.ts';
import type { RequestHandler } from './$types';

/** What was issued leaves as the file that was stored then; a draft is typeset as it stands. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const { app } = locals;
	const actor = acting(locals);
	const { pack } = await orErrorPage(() => readPack(app, actor, params.key));
	const about = { name: packFileName(pack, 'pdf'), mediaType: 'application/pdf' };
	if (pack.pdfSha256 !== null) {
		const { bytes } = await app.files.open(pack.pdfSha256);
		return fileResponse(app.files, { ...about, sha256: pack.pdfSha256, bytes }, request);
	}
	const { paper } = await orErrorPage(() => readPackPaper(app, actor, params.key));
	return documentResponse(await renderPdf(paper), about);
};
