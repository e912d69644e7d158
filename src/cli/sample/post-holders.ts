import type { Actor } from '#lib/domain/actor.ts';
import type { App } from '#lib/server/app.ts';
import { createPost } from '#lib/server/services/ownership.ts';
import { holdPost, type Holder } from '#lib/server/services/post-holders.ts';

/** The posts that the organisation's own lead holds; somebody else holds each of the others. */
const LEADS_OWN = /^Head of (Operations|Strategy)$|^Director|^Deputy Director|Organised Crime$/;

/** The posts of the sample, each made with a holder when it is first needed. */
export interface Posts {
	find(app: App, lead: Actor, organisation: string, title: string): Promise<number>;
}

export function postsWith(nextName: () => string): Posts {
	const known = new Map<string, number>();
	return {
		async find(app, lead, organisation, title) {
			const key = `${organisation}/${title}`;
			const before = known.get(key);
			if (before !== undefined) return before;
			const postId = await createPost(app, lead, organisation, { title });
			known.set(key, postId);
			const isOwn = LEADS_OWN.test(title) && organisation !== 'KENT';
			await holdPost(app, lead, postId, isOwn ? asHolder(lead) : { name: nextName() });
			return postId;
		}
	};
}

function asHolder({ name, personId }: Actor): Holder {
	return { name, personId };
}
