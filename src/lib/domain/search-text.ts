/** What FTS5's tokenizer `unicode61` makes a word of: letters, numbers, private use, and the marks on them. */
export const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** Letters that Unicode does not take apart. The index has them so, too: see the views of the migration. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd' };

/**
 * Text as it is compared: small letters without marks, so that 'gwyr' finds 'Gŵyr' and 'lodz' finds 'Łódź'.
 * The twin of what the search index does with the texts that it reads.
 */
export function foldText(text: string): string {
	const small = text.toLowerCase();
	if (/^[\x20-\x7e]*$/.test(small)) return small;
	return small
		.normalize('NFD')
		.replace(/\p{M}+/gu, '')
		.replace(/[łøđ]/g, (letter) => PLAIN[letter] ?? letter)
		.normalize('NFC');
}

export function wordsOf(text: string): string[] {
	return Array.from(text.matchAll(WORD), ([word]) => foldText(word));
}
