import { error, type RequestEvent } from '@sveltejs/kit';

/** The person in the address. What is no number is nobody. */
export function personIdOf({ params }: Pick<RequestEvent, 'params'>): number {
	const text = params['id'] ?? '';
	if (!/^[1-9]\d{0,8}$/.test(text)) error(404, 'Page not found');
	return Number(text);
}
