import { randomUUID } from 'node:crypto';
import { parsePackComment } from '#lib/forms/board-pack.ts';
import { readDraftPack } from '#lib/server/reads/board-packs.ts';
import { commentOnException } from '#lib/server/services/board-packs.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../../../acting.ts';
import { nameOf } from '../../../../../../assignment-form.ts';
import { formAction, orErrorPage } from '../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, params } = event;
	const { pack, comments } = await orErrorPage(() =>
		readDraftPack(locals.app, acting(locals), params.key)
	);
	const { reference, organisation } = nameOf(event);
	const said = comments.find(
		(comment) =>
			`${comment.inspectionCode}-${comment.number}` === reference &&
			comment.organisationCode === organisation
	);
	return { pack, reference, organisation, text: said?.text ?? '', submissionKey: randomUUID() };
};

export const actions: Actions = {
	default: formAction({
		parse: parsePackComment,
		carryOut: (event, command) =>
			commentOnException(
				event.locals.app,
				acting(event.locals),
				event.params.key ?? '',
				nameOf(event),
				command
			),
		goTo: ({ params }) => `${paths.boardPack(params.key ?? '')}#commentary`,
		banner: () => 'pack-commented'
	})
};
