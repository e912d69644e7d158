import { readEvidenceFile } from '#lib/server/reads/evidence-file.ts';
import { fileResponse } from '#lib/server/files/serve.ts';
import { recordDownload } from '#lib/server/services/evidence-download.ts';
import { acting } from '../../acting.ts';
import { orErrorPage } from '../../form-action.ts';
import type { RequestHandler } from './$types';

/** The one place file bytes leave by. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const actor = acting(locals);
	const file = await orErrorPage(() => readEvidenceFile(locals.app, actor, params.key));
	await recordDownload(locals.app, actor, file);
	return fileResponse(locals.app.files, file, request);
};
