import { Refusal } from '#lib/domain/refusal.ts';
import { parseFileStatement } from '#lib/forms/evidence.ts';
import { typedOf, type FieldProblem } from '#lib/forms/parse.ts';
import { limitBody } from '#lib/server/files/limit-body.ts';
import { formDataOf, receiveUpload } from '#lib/server/files/receive-upload.ts';
import { scanSoon } from '#lib/server/jobs/scan-files.ts';
import { addFiles, mustBeAbleToAddEvidence } from '#lib/server/services/evidence.ts';
import { refusalMessage } from '#lib/wording/refusal.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { acting } from '../../../../../../acting.ts';
import { backToEvidence, nameOf } from '../../../../../../assignment-form.ts';
import { showBanner } from '../../../../../../banner.ts';
import { failure, orErrorPage, refused, restored } from '../../../../../../form-action.ts';

const MAX_FILES = 10;
const FIELD_BYTES = 100_000;

/** A form with files is read as it arrives, not buffered; the right is asked for before the first byte. */
export async function uploadAction(event: RequestEvent) {
	const { app } = event.locals;
	const actor = acting(event.locals);
	const name = nameOf(event);
	await orErrorPage(() => mustBeAbleToAddEvidence(app, actor, name));
	if (!event.request.headers.get('content-type')?.startsWith('multipart/form-data')) {
		const text = limitBody(event.request, MAX_FILES * FIELD_BYTES);
		return restored(typedOf(await text.formData()));
	}
	let typed = {};
	try {
		const upload = await receiveUpload(app.files, event.request, {
			maxFields: 30,
			maxFieldBytes: FIELD_BYTES,
			maxFiles: MAX_FILES,
			maxFileBytes: app.config.evidenceMaxBytes,
			maxTotalBytes: MAX_FILES * app.config.evidenceMaxBytes + 10 * FIELD_BYTES
		});
		typed = typedOf(formDataOf(upload.fields));
		const parsed = parseFileStatement(typed);
		const problems: FieldProblem[] = parsed.ok ? [] : [...parsed.problems];
		for (const file of upload.files) {
			if (!file.ok)
				problems.push({ field: 'files', message: refusalMessage(file.refusal).message });
		}
		if (upload.files.length === 0) {
			problems.push({
				field: 'files',
				message: refusalMessage(new Refusal('file-needed')).message
			});
		}
		if (!parsed.ok || problems.length > 0) return failure(422, typed, problems);
		const files = upload.files.flatMap((file) => (file.ok ? [file.file] : []));
		const { isHereAlready } = await addFiles(app, actor, name, { ...parsed.command, files });
		const sha256s = files.map(({ sha256 }) => sha256);
		scanSoon(app, sha256s);
		showBanner(event.cookies, bannerFor(parsed.command, isHereAlready));
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		if (thrown.code !== 'already-submitted') return refused(thrown, typed);
		showBanner(event.cookies, 'already-submitted');
	}
	redirect(303, backToEvidence(event));
}

function bannerFor({ versionOf }: { versionOf?: string | undefined }, isHereAlready: boolean) {
	if (isHereAlready) return 'evidence-added-again';
	return versionOf === undefined ? 'evidence-added' : 'version-added';
}
