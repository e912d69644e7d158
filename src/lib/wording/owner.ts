/** 'Assistant Chief Constable, held by Sam Hughes', or what is missing. */
export function ownerWords(post: string | null, holder: string | null): string {
	if (post === null) return 'No owner';
	return holder === null ? `${post}, held by nobody` : `${post}, held by ${holder}`;
}
