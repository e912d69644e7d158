import type { Audience } from '#lib/domain/audience.ts';
import { isCommentField, parseComment } from '#lib/forms/comment.ts';
import { readPeopleToTell } from '#lib/server/reads/comment-form.ts';
import { addComment } from '#lib/server/services/conversation.ts';
import { paths } from '#lib/wording/paths.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { acting } from '../../../../../acting.ts';
import { loadAssignmentForm, nameOf } from '../../../../../assignment-form.ts';
import { assignmentDraft, draftActions, loadDraft } from '../../../../../draft-form.ts';
import { formAction, orErrorPage } from '../../../../../form-action.ts';

type PageEvent = Pick<RequestEvent, 'locals' | 'params' | 'url'>;

/**
 * The page of one audience. Each has its own address: who will read it is chosen before a word is written,
 * and no slip of a radio button shows a body what was meant for the inspectorate.
 */
export function commentPage(audience: Audience) {
	const isNote = audience === 'inspectorate';
	const address = isNote ? paths.newNote : paths.newComment;
	const draft = assignmentDraft(
		isNote ? 'note' : 'comment',
		isNote ? 'keep-note' : 'comment',
		isCommentField,
		address
	);
	return {
		async load(event: PageEvent) {
			const form = await loadAssignmentForm(event, draft.action);
			const { typed, ...kept } = await loadDraft(event, draft);
			const people = await orErrorPage(() =>
				readPeopleToTell(event.locals.app, acting(event.locals), nameOf(event), audience)
			);
			return { ...form, draft: kept, start: typed, people };
		},
		actions: {
			send: formAction({
				parse: parseComment,
				carryOut: (event, command) =>
					addComment(event.locals.app, acting(event.locals), nameOf(event), {
						...command,
						audience
					}),
				goTo(event, _command, id) {
					const { reference, organisation } = nameOf(event);
					return id === undefined
						? paths.conversation(reference, organisation)
						: paths.comment(reference, organisation, id);
				},
				banner: () => (isNote ? 'note-kept' : 'comment-added')
			}),
			...draftActions(draft)
		}
	};
}
