import { isEvidenceKind, parseLink, parseSighting } from '#lib/forms/evidence.ts';
import { readEvidenceForm } from '#lib/server/reads/evidence-form.ts';
import { addLink, addSighting } from '#lib/server/services/evidence.ts';
import { ACCEPTED_EXTENSIONS } from '#lib/server/files/kinds.ts';
import { acting } from '../../../../../../acting.ts';
import { backToEvidence, loadAssignmentForm, nameOf } from '../../../../../../assignment-form.ts';
import { formAction, orErrorPage } from '../../../../../../form-action.ts';
import { uploadAction } from './upload.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, url } = event;
	const asked = url.searchParams.get('kind') ?? '';
	// After an error the address is that of the action, which names the kind as well.
	const action = [...url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1);
	const kind = isEvidenceKind(asked) ? asked : action && isEvidenceKind(action) ? action : 'file';
	return {
		...(await loadAssignmentForm(event, 'add-evidence')),
		...(await orErrorPage(() =>
			readEvidenceForm(locals.app, acting(locals), nameOf(event), url.searchParams.get('of'))
		)),
		kind,
		accept: ACCEPTED_EXTENSIONS,
		maxBytes: locals.app.config.evidenceMaxBytes
	};
};

type Said = { readonly versionOf?: string | undefined };
const banner = ({ versionOf }: Said) => (versionOf ? 'version-added' : 'evidence-added');

export const actions: Actions = {
	file: uploadAction,
	link: formAction({
		parse: parseLink,
		carryOut: (event, command) =>
			addLink(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToEvidence,
		banner
	}),
	sighting: formAction({
		parse: parseSighting,
		carryOut: (event, command) =>
			addSighting(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToEvidence,
		banner
	})
};
