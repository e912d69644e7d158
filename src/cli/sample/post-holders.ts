import type { Actor } from '#lib/domain/actor.ts';
import type { App } from '#lib/server/app.ts';
import { createPost } from '#lib/server/services/ownership.ts';
import { holdPost, type Holder } from '#lib/server/services/post-holders.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { instantOf, type Happening } from './happening.ts';

/** The posts that the organisation's own lead holds; somebody else holds each of the others. */
const LEADS_OWN = /^Head of (Operations|Strategy)$|^Director|^Deputy Director|Organised Crime$/;

/** Posts that have changed hands, so that a history has an old name in it. */
const HANDED_OVER = [
	{ organisation: 'KENT', title: 'Head of Serious and Organised Crime', ago: 131, toLead: true },
	{ organisation: 'ESSEX', title: 'Head of Intelligence', ago: 88, toLead: false },
	{ organisation: 'GMP', title: 'Head of Custody and Contact', ago: 45, toLead: false },
	{ organisation: 'NWP', title: 'Head of Learning and Development', ago: 19, toLead: false }
];

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

export function handovers(
	calendar: SampleCalendar,
	cast: Cast,
	posts: Posts,
	nextName: () => string
): Happening[] {
	return HANDED_OVER.map(({ organisation, title, ago, toLead }) => ({
		at: instantOf(calendar.ago(ago), 0),
		async run(app) {
			const lead = cast.actor('lead', organisation);
			const postId = await posts.find(app, lead, organisation, title);
			await holdPost(app, lead, postId, toLead ? asHolder(lead) : { name: nextName() });
		}
	}));
}

function asHolder({ name, personId }: Actor): Holder {
	return { name, personId };
}
