import { Refusal } from '#lib/domain/refusal.ts';
import { readEvidenceFile } from '#lib/server/reads/evidence-file.ts';
import { fileResponse } from '#lib/server/files/serve.ts';
import { recordDownload } from '#lib/server/services/evidence-download.ts';
import { paths } from '#lib/wording/paths.ts';
import { redirect, type Cookies } from '@sveltejs/kit';
import { acting } from '../../acting.ts';
import { showBanner } from '../../banner.ts';
import { orErrorPage } from '../../form-action.ts';
import type { RequestHandler } from './$types';

/** Where the bytes of one file leave by. */
export const GET: RequestHandler = async ({ locals, params, request, cookies }) => {
	const actor = acting(locals);
	const file = await orErrorPage(() =>
		readEvidenceFile(locals.app, actor, params.key).catch(backToItsPage(cookies))
	);
	await recordDownload(locals.app, actor, file);
	return fileResponse(locals.app.files, file, request);
};

/** Somebody who follows an old link to a file that cannot be opened is told why, beside the item. */
function backToItsPage(cookies: Cookies) {
	return (thrown: unknown): never => {
		if (!(thrown instanceof Refusal) || !thrown.code.startsWith('file-')) throw thrown;
		showBanner(cookies, thrown.code);
		const { reference, organisation } = thrown.facts;
		redirect(303, paths.evidenceOf(String(reference), String(organisation)));
	};
}
