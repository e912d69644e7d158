import type { Refusal } from '#lib/domain/refusal.ts';
import type { FieldProblem } from '#lib/forms/parse.ts';
import { paths } from '#lib/wording/paths.ts';
import { refusalMessage } from '#lib/wording/refusal.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { nameOf } from './assignment-form.ts';

/** For a move that waits for the answer to a request: the problem links to the request. */
export function linkToRequest(refusal: Refusal, event: RequestEvent): FieldProblem[] | null {
	if (refusal.code !== 'exemption-asked') return null;
	const { reference, organisation } = nameOf(event);
	const href = paths.exemption(reference, organisation);
	return [{ field: '', message: refusalMessage(refusal).message, href }];
}
