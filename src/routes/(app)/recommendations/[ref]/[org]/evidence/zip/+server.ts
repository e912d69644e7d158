import { archiveEntries } from '#lib/server/exchange/evidence-archive.ts';
import { zipNames } from '#lib/server/files/zip-names.ts';
import { zipResponse } from '#lib/server/files/zip-response.ts';
import { readEvidenceArchive } from '#lib/server/reads/evidence-archive.ts';
import { recordArchiveDownload } from '#lib/server/services/evidence-download.ts';
import { archiveName } from '#lib/wording/evidence-archive.ts';
import { acting } from '../../../../../../acting.ts';
import { nameOf } from '../../../../../../assignment-form.ts';
import { orErrorPage } from '../../../../../../form-action.ts';
import type { RequestHandler } from './$types';

/** All evidence of an assignment in one file, made while it is sent. */
export const GET: RequestHandler = async (event) => {
	const { app } = event.locals;
	const actor = acting(event.locals);
	const archive = await orErrorPage(() => readEvidenceArchive(app, actor, nameOf(event)));
	if (event.request.method !== 'HEAD') await recordArchiveDownload(app, actor, archive);
	const files = archive.items.filter(({ sha256, leftOut }) => sha256 && leftOut === null);
	const names = zipNames(files.map(({ fileName, key }) => fileName ?? key));
	const entries = archiveEntries(archive, app.files, {
		names: new Map(files.map(({ key }, index) => [key, names[index] ?? key])),
		downloadedBy: actor.name,
		onDamage: (sha256, state) => app.log.error({ sha256, state }, 'a stored file is damaged')
	});
	return zipResponse(`${archiveName(archive)}.zip`, entries, event.request);
};
