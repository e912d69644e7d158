import { wordsOf } from './search-text.ts';

/** Words of many names, which tell none from another. */
const GENERIC = new Set(['police', 'constabulary', 'service', 'the', 'and', 'of', 'force', 'unit']);
const MOST = 3;

/**
 * What somebody may have meant who mistyped the name of a body: 'Knet polce' is near 'Kent Police'. Whole names
 * where all that was typed is of one name, else the text with the mistyped words put right. Only ever of `names`.
 */
export function nearNames(text: string, names: readonly string[]): string[] {
	const typed = wordsOf(text);
	const known = new Set(names.flatMap(wordsOf));
	const meant = typed.map((word) => (known.has(word) ? word : nearestOf(word, known)));
	if (meant.every((word, index) => word === typed[index])) return [];
	if (meant.every((word) => GENERIC.has(word))) return [];
	const own = names.filter((name) => meant.every((word) => wordsOf(name).includes(word)));
	return own.length > 0 ? own.slice(0, MOST) : [meant.join(' ')];
}

/** The word itself where none is near enough. */
function nearestOf(word: string, known: ReadonlySet<string>): string {
	let nearest = word;
	let least = mistakesAllowed(word) + 1;
	for (const candidate of known) {
		if (Math.abs(candidate.length - word.length) >= least) continue;
		const mistakes = mistakesBetween(word, candidate);
		if (mistakes < least) {
			nearest = candidate;
			least = mistakes;
		}
	}
	return nearest;
}

function mistakesAllowed({ length }: string): number {
	if (length < 4) return 0;
	return length < 8 ? 1 : 2;
}

/** Letters too many, too few, wrong, or changed over with their neighbour (optimal string alignment). */
export function mistakesBetween(a: string, b: string): number {
	let before: number[] = [];
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const isSame = a[i - 1] === b[j - 1];
			let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (isSame ? 0 : 1));
			const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (isSwapped) least = Math.min(least, before[j - 2]! + 1);
			next.push(least);
		}
		before = row;
		row = next;
	}
	return row[b.length]!;
}
