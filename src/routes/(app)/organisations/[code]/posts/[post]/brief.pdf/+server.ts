import { briefPaper } from '#lib/server/documents/brief-paper.ts';
import { renderPdf } from '#lib/server/documents/paper-pdf.ts';
import { readPostBrief } from '#lib/server/reads/post-brief.ts';
import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import { acting } from '../../../../../../acting.ts';
import { documentResponse } from '../../../../../../document-response.ts';
import { orErrorPage } from '../../../../../../form-action.ts';
import { postNameOf } from '../../../../../../post-name.ts';
import type { RequestHandler } from './$types';

/** The handover brief as a file that can be kept and sent. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { app } = locals;
	const brief = await orErrorPage(() => readPostBrief(app, acting(locals), postNameOf({ params })));
	const { isSample } = await readServiceFacts(app.db);
	const paper = briefPaper(brief, { isSample, origin: app.origin, at: app.clock.now() });
	const name = `${params.code}-handover-brief-${brief.post.id}-${brief.today}-${paper.marking}.pdf`;
	return documentResponse(await renderPdf(paper), { name, mediaType: 'application/pdf' });
};
