export const NO_OWNER = 'No owner';

/** 'Assistant Chief Constable, held by Sam Hughes', or what is missing. */
export function ownerWords(post: string | null, holder: string | null): string {
	return post === null ? NO_OWNER : `${post}, ${heldBy(holder)}`;
}

/** 'held by Sam Hughes', 'held by nobody' */
export function heldBy(holder: string | null): string {
	return `held by ${holder ?? 'nobody'}`;
}
