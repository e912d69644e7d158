import { Refusal } from '#lib/domain/refusal.ts';
import { HELD_MAX, readHeldForm, writeHeldForm, type HeldForm } from '#lib/forms/held-form.ts';
import { typedOf, type Typed } from '#lib/forms/parse.ts';
import { limitBody } from '#lib/server/files/limit-body.ts';
import { readMultipart } from '#lib/server/files/multipart.ts';
import { formDataOf } from '#lib/server/files/receive-upload.ts';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { failure, type FormFailure } from '../../form-action.ts';

/** What the sign-in page may be told, beside what any form is. */
export interface SignInAnswer extends FormFailure {
	readonly isTooLong?: true;
	/** Signed in again; null where the text was somebody else's. */
	readonly back?: { readonly held: HeldForm | null };
}

const MEGABYTE = 1024 * 1024;

/**
 * Takes a form whose sender has to sign in first (the hooks send it here with a 307) and gives its text back
 * with the sign-in page. Nothing is stored: the page itself carries the text.
 */
export async function holdForm(event: RequestEvent) {
	const { request, url, locals } = event;
	const to = url.searchParams.get('to') ?? '/';
	const typed = await readText(request);
	if (typed === null) return fail(413, answer({ isTooLong: true }));
	// A page with script keeps its text itself; it only has to be told.
	if (request.headers.get('x-sveltekit-action') === 'true') {
		return failure(401, typed, [{ field: '', message: SIGNED_OUT }], { signedOut: true });
	}
	const held = writeHeldForm(to, typed);
	// Signed in again in another tab meanwhile: nothing to wait for.
	if (locals.actor) return answer({ back: { held: readHeldForm(held) } });
	return fail(401, answer({ values: { held } }));
}

export function answer(facts: Partial<SignInAnswer>): SignInAnswer {
	return { values: {}, problems: [], ...facts };
}

const SIGNED_OUT =
	'You were signed out. Your text is still here: sign in in another tab, then save again.';

/** Null where there is more than is carried. Files are read past. */
async function readText(request: Request): Promise<Typed | null> {
	try {
		const isMultipart = /^multipart\//i.test(request.headers.get('content-type') ?? '');
		if (!isMultipart) return typedOf(await limitBody(request, HELD_MAX).formData());
		const { fields } = await readMultipart(request, {
			maxFields: 1000,
			maxFieldBytes: HELD_MAX,
			maxFiles: 1,
			maxFileBytes: MEGABYTE,
			maxTotalBytes: 64 * MEGABYTE,
			// What nobody reads of a file is thrown away.
			onFile: () => Promise.resolve()
		});
		const typed = typedOf(formDataOf(fields));
		const length = Object.values(typed).flat().join('').length;
		return length > HELD_MAX ? null : typed;
	} catch (thrown) {
		if (thrown instanceof Refusal) return null;
		throw thrown;
	}
}
