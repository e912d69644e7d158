import { NO_DRAFT, type DraftKind } from '#lib/domain/draft.ts';
import type { Action } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { keptFields, parseDraft } from '#lib/forms/draft.ts';
import type { Typed } from '#lib/forms/parse.ts';
import { readDraft, type StoredDraft } from '#lib/server/reads/draft.ts';
import {
	discardDraft,
	saveDraft,
	type DraftName,
	type SavedDraft
} from '#lib/server/services/drafts.ts';
import { refusalMessage } from '#lib/wording/refusal.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { acting } from './acting.ts';
import { nameOf } from './assignment-form.ts';
import { showBanner } from './banner.ts';
import {
	failure,
	type FormFailure,
	isOfAnother,
	OF_ANOTHER,
	orErrorPage,
	readTyped,
	refused
} from './form-action.ts';

type DraftEvent = Pick<RequestEvent, 'locals' | 'params' | 'url'>;

/** A form about an assignment or an organisation that keeps what is typed until it is sent. */
export interface DraftForm {
	/** The right that sending the form needs. */
	readonly action: Action;
	readonly kind: (event: DraftEvent) => DraftKind;
	/** What it is about; the assignment of the address where it does not say. */
	readonly about?: (event: DraftEvent) => Pick<DraftName, 'reference' | 'organisation'>;
	/** Whether the field of that name is kept. */
	readonly isKept: (name: string) => boolean;
	/** The form's own address. */
	readonly page: (event: DraftEvent) => string;
}

/** The draft of a form about an assignment that has one address. @param address of the form's own page */
export function assignmentDraft(
	kind: DraftKind,
	action: Action,
	isKept: DraftForm['isKept'],
	address: (reference: string, organisation: string) => string
): DraftForm {
	return {
		action,
		kind: () => kind,
		isKept,
		page(event) {
			const { reference, organisation } = nameOf(event);
			return address(reference, organisation);
		}
	};
}

/**
 * For the load of the form's page. `typed` is null where there is no draft.
 * @param read the draft, where the page has read it with the rest of what it shows
 */
export async function loadDraft(event: DraftEvent, form: DraftForm, read?: StoredDraft | null) {
	const actor = acting(event.locals);
	const stored =
		read === undefined
			? await orErrorPage(() => readDraft(event.locals.app, actor, draftName(event, form)))
			: read;
	const [page = '', query] = form.page(event).split('?');
	return {
		version: stored?.version ?? NO_DRAFT,
		savedAt: stored?.savedAt ?? null,
		typed: stored?.typed ?? null,
		writer: actor.personId,
		page,
		query: query ?? ''
	};
}

/**
 * The form actions `draft` and `discard`. A script that saves by itself gets the draft's version; a browser
 * without one goes back to the page, which shows the draft.
 */
export function draftActions(form: DraftForm) {
	return {
		draft: async (event: RequestEvent) => {
			const typed = await readTyped(event.request);
			if (isOfAnother(event, typed)) {
				return failure(401, typed, [OF_ANOTHER], { signedOut: true });
			}
			const parsed = parseDraft(typed);
			if (!parsed.ok) return failure(422, typed, parsed.problems);
			const actor = acting(event.locals);
			const { draftVersion: version, replaces } = parsed.command;
			try {
				const kept = { typed: keptFields(typed, form.isKept), version, replaces };
				const draft = await saveDraft(event.locals.app, actor, draftName(event, form), kept);
				if (event.request.headers.get('x-sveltekit-action') === 'true') return savedAnswer(draft);
			} catch (thrown) {
				return notSaved(thrown, typed);
			}
			showBanner(event.cookies, 'draft-saved');
			redirect(303, form.page(event));
		},
		discard: async (event: RequestEvent) => {
			const typed = await readTyped(event.request);
			if (isOfAnother(event, typed)) {
				return failure(401, typed, [OF_ANOTHER], { signedOut: true });
			}
			const parsed = parseDraft(typed);
			if (!parsed.ok) return failure(422, typed, parsed.problems);
			const actor = acting(event.locals);
			const { draftVersion } = parsed.command;
			try {
				await discardDraft(event.locals.app, actor, draftName(event, form), draftVersion);
			} catch (thrown) {
				// The page then shows the draft that is there.
				if (!(thrown instanceof Refusal)) throw thrown;
				if (thrown.code !== 'draft-elsewhere') return refused(thrown, typed);
				redirect(303, form.page(event));
			}
			showBanner(event.cookies, 'draft-discarded');
			redirect(303, form.page(event));
		}
	};
}

function savedAnswer(draft: SavedDraft): FormFailure {
	return { values: {}, problems: [], draft };
}

function draftName(event: DraftEvent, form: DraftForm) {
	return { ...(form.about ?? nameOf)(event), kind: form.kind(event), action: form.action };
}

function notSaved(thrown: unknown, typed: Typed) {
	if (!(thrown instanceof Refusal)) throw thrown;
	if (thrown.code !== 'draft-elsewhere') return refused(thrown, typed);
	const { version, savedAt } = thrown.facts as { version: number; savedAt: number | null };
	const problem = { field: 'draft', message: refusalMessage(thrown).message };
	return failure(409, typed, [problem], { draftElsewhere: { version, savedAt } });
}
