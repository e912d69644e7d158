import { readId } from '#lib/forms/fields.ts';
import { error } from '@sveltejs/kit';

/** The period in the address. What is no number is no period. */
export function periodIdOf({ id }: { readonly id?: string | undefined }): number {
	return readId(id ?? null) ?? error(404, 'Page not found');
}
