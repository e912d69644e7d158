import { Refusal } from '#lib/domain/refusal.ts';
import { typedOf, type FieldProblem, type Parsed, type Typed } from '#lib/forms/parse.ts';
import { refusalMessage } from '#lib/wording/refusal.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { showBanner, type Banner } from './banner.ts';

/** What a form page gets back when its form was not carried out: everything typed, and what to mend. */
export interface FormFailure {
	readonly values: Typed;
	readonly problems: readonly FieldProblem[];
	/** Set when somebody else changed the thing meanwhile. */
	readonly conflict?: Conflict;
	/** Set when the person had to sign in again and the text was brought back. */
	readonly restored?: true;
	/** Set when the session was over: the text is still in the page, and is sent again after signing in. */
	readonly signedOut?: true;
	/** The draft as it was saved, for the script that saves it. */
	readonly draft?: { readonly version: number; readonly savedAt: number };
	/** Set when another tab saved, sent or discarded the draft meanwhile; `savedAt` is null where it is gone. */
	readonly draftElsewhere?: { readonly version: number; readonly savedAt: number | null };
}

export interface Conflict {
	readonly version: number;
	/** What changed meanwhile, as sentences, latest first. */
	readonly changes: readonly { readonly sentence: string; readonly at: number }[];
}

export interface FormSteps<Command, Result, Answer> {
	readonly parse: (typed: Record<string, string | string[]>) => Parsed<Command>;
	readonly carryOut: (event: RequestEvent, command: Command) => Promise<Result>;
	/** For what may be shown only once: the same page with this, in place of going on. */
	readonly answer?: (event: RequestEvent, command: Command, result: Result) => Answer | undefined;
	/** Where the browser goes afterwards, also when this was a second submit of the same form. */
	readonly goTo: (
		event: RequestEvent,
		command: Command,
		result: Result | undefined,
		typed: Typed
	) => string;
	/** For a Refusal that has more to say than one sentence: each thing to mend, by its field. */
	readonly explain?: (refusal: Refusal, event: RequestEvent) => readonly FieldProblem[] | null;
	readonly banner?: (command: Command, event: RequestEvent) => Banner;
}

/** A form action: parse, call, answer. A broken rule becomes a field problem and nothing typed is lost. */
export function formAction<Command, Result, Answer = never>(
	steps: FormSteps<Command, Result, Answer>
) {
	return async (event: RequestEvent) => {
		const typed = await readTyped(event.request);
		if (typed['restored'] === 'yes') return restored(typed);
		if (isOfAnother(event, typed)) return failure(401, typed, [OF_ANOTHER], { signedOut: true });
		const parsed = steps.parse(typed);
		if (!parsed.ok) return failure(422, typed, parsed.problems);
		let result: Result | undefined;
		try {
			result = await steps.carryOut(event, parsed.command);
			const answer = steps.answer?.(event, parsed.command, result);
			if (answer) return { values: {}, problems: [], ...answer };
			if (steps.banner) showBanner(event.cookies, steps.banner(parsed.command, event));
		} catch (thrown) {
			if (!(thrown instanceof Refusal)) throw thrown;
			const problems = steps.explain?.(thrown, event);
			if (problems) return failure(422, typed, problems);
			if (thrown.code !== 'already-submitted') return refused(thrown, typed);
			showBanner(event.cookies, 'already-submitted');
		}
		redirect(303, steps.goTo(event, parsed.command, result, typed));
	};
}

/** Somebody else has signed in in this browser since the page was opened: nothing is done in their name. */
export function isOfAnother({ locals }: RequestEvent, { writer }: Typed): boolean {
	return writer !== undefined && writer !== String(locals.actor?.personId);
}

export const OF_ANOTHER: FieldProblem = {
	field: '',
	message:
		'Somebody else is signed in now, so nothing was saved. Keep a copy of your text and sign in again.'
};

/** The text of a form. What is no form is answered with 400, and more than a form may be with 413. */
export async function readTyped(request: Request): Promise<Record<string, string | string[]>> {
	const form = await request.formData().catch((thrown: unknown) => {
		const isTooLarge = thrown instanceof Refusal && thrown.code === 'request-too-large';
		error(isTooLarge ? 413 : 400, 'The form could not be read');
	});
	return typedOf(form);
}

/** The answer to a Refusal: 404 and 403 as pages, a conflict with what changed, all else as a field problem. */
export function refused(refusal: Refusal, typed: Typed) {
	const { title, message, field } = refusalMessage(refusal);
	if (refusal.code === 'not-found') error(404, title);
	if (refusal.code === 'not-allowed') error(403, title);
	if (refusal.code === 'stale') {
		return failure(409, typed, [{ field: '', message }], {
			conflict: refusal.facts as unknown as Conflict
		});
	}
	return failure(422, typed, [{ field: field ?? '', message }]);
}

/** For loads: runs a read or check, and answers a Refusal with its page. */
export async function orErrorPage<T>(work: () => Promise<T> | T): Promise<T> {
	try {
		return await work();
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		error(thrown.code === 'not-allowed' ? 403 : 404, refusalMessage(thrown).title);
	}
}

export function restored(typed: Typed) {
	return failure(422, typed, [], { restored: true });
}

export function failure(
	status: number,
	typed: Typed,
	problems: readonly FieldProblem[],
	more: Partial<FormFailure> = {}
) {
	const values = Object.fromEntries(
		Object.entries(typed).filter(([name]) => !/password|restored/i.test(name))
	);
	return fail(status, { values, problems, ...more } as FormFailure);
}
