import { paths } from '#lib/wording/paths.ts';
import { error, type RequestEvent } from '@sveltejs/kit';

type PostEvent = Pick<RequestEvent, 'params'>;

/** The post in the address. What is no number is no post. */
export function postNameOf({ params }: PostEvent) {
	const text = params['post'] ?? '';
	if (!/^[1-9]\d{0,8}$/.test(text)) error(404, 'Page not found');
	return { organisation: params['code'] ?? '', post: Number(text) };
}

export function backToPost(event: PostEvent): string {
	const { organisation, post } = postNameOf(event);
	return paths.post(organisation, post);
}
