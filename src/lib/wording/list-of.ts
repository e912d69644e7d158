const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** 'the title', 'the title and the owner', 'the title, the owner and the due date' */
export function listOf(items: readonly string[]): string {
	return LIST.format(items);
}
