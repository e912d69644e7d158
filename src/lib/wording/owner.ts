import type { OrphanReason } from '#lib/domain/post.ts';
import { plainLine } from './plain-line.ts';

export const NO_OWNER = 'No owner';

/** 'Assistant Chief Constable, held by Sam Hughes', or what is missing. */
export function ownerWords(post: string | null, holder: string | null): string {
	return post === null ? NO_OWNER : `${post}, ${heldBy(holder)}`;
}

/** 'held by Sam Hughes', 'held by nobody' */
export function heldBy(holder: string | null): string {
	return `held by ${holder ?? 'nobody'}`;
}

/** Below the title of a post: 'Sam Hughes', 'Sam Hughes, account switched off' */
export function holderNote(holder: string | null, isGone: boolean): string {
	if (holder === null) return 'Nobody holds this post';
	return isGone ? `${holder}, account switched off` : holder;
}

/** Why nobody answers for an assignment: 'Nobody holds Head of Crime'. */
export function orphanWords(reason: OrphanReason | null, post: string | null): string {
	const title = plainLine(post ?? 'the post');
	switch (reason) {
		case 'no-holder':
			return `Nobody holds ${title}`;
		case 'holder-gone':
			return `The account of whoever holds ${title} is switched off`;
		default:
			return 'No post owns it';
	}
}
