import { matchAddressee, type AddresseePattern, type OrganisationKind } from './organisation.ts';

/** Which organisations a phrase stands for. */
export type PhraseTable = ReadonlyMap<string, readonly AddresseePattern[]>;

export const PHRASE_MAX = 100;
export const PATTERNS_MAX = 100;

const FORCES = ['police-force:*'];
const UNITS = ['regional-unit:*'];

/** What the service knows from the start. Whoever loads wording can change it: see `addressee_phrase`. */
export const STANDING_PHRASES: PhraseTable = new Map([
	['chief constables', FORCES],
	['all chief constables', FORCES],
	['chief constables in england and wales', FORCES],
	['chief constables of all forces', FORCES],
	['forces', FORCES],
	['all forces', FORCES],
	['police forces', FORCES],
	['all police forces', FORCES],
	['forces in england and wales', FORCES],
	['police forces in england and wales', FORCES],
	['regional organised crime units', UNITS],
	['rocus', UNITS],
	['nca', ['NCA']],
	['director general of the national crime agency', ['NCA']],
	['border security commander', ['BSC']],
	['immigration enforcement', ['HOIE']],
	['npcc', ['NPCC']],
	['cps', ['CPS']]
]);

export interface Named {
	readonly code: string;
	readonly kind: OrganisationKind;
	readonly name: string;
}

/** In lower case with single spaces and straight apostrophes, and without "the" before it. */
export function normalPhrase(text: string): string {
	return text.toLowerCase().replace(/[‘’ʼ]/g, "'").replace(/\s+/g, ' ').trim().replace(/^the /, '');
}

/** The table with every organisation under its own name beside it. A phrase outweighs a name. */
export function phrasesWithNames(phrases: PhraseTable, bodies: readonly Named[]): PhraseTable {
	return new Map([
		...bodies.map(({ code, name }) => [normalPhrase(name), [code]] as const),
		...phrases
	]);
}

export interface ReadAddressees {
	/** Codes, in the order of the register. */
	readonly organisations: readonly string[];
	/** The first words that no phrase stands for; null where all of them were read. */
	readonly unknown: string | null;
}

/**
 * Which organisations the words for the addressees name: the longest phrase at each place. A phrase counts only
 * between commas, "and" and the like: "coastal forces" are not all forces.
 */
export function readAddressees(
	words: string,
	phrases: PhraseTable,
	bodies: readonly Named[]
): ReadAddressees {
	const codes = new Set<string>();
	let unknown: string | null = null;
	for (const run of runsOf(words)) {
		const read = readRun(run, phrases, bodies);
		for (const code of read.codes) codes.add(code);
		if (!read.isWhole) unknown ??= run.join(' ');
	}
	return {
		organisations: bodies.map(({ code }) => code).filter((code) => codes.has(code)),
		unknown
	};
}

/** The words between commas and brackets. */
function runsOf(words: string): string[][] {
	return normalPhrase(words)
		.split(/[,;()]/)
		.map((run) => run.split(' ').filter((word) => word !== ''))
		.filter((run) => run.length > 0);
}

/** Every phrase of a run that stands between joining words, and whether there is nothing else. */
function readRun(
	run: readonly string[],
	phrases: PhraseTable,
	bodies: readonly Named[]
): { codes: string[]; isWhole: boolean } {
	const codes: string[] = [];
	let isWhole = true;
	let isJoined = true;
	for (let at = 0; at < run.length;) {
		const found = isJoined ? longestAt(run, at, phrases, bodies) : null;
		const next = run[at + (found?.length ?? 1)];
		const isJoining = BETWEEN.has(run[at] ?? '');
		if (found && (next === undefined || BETWEEN.has(next))) codes.push(...found.codes);
		else if (!isJoining) isWhole = false;
		isJoined = isJoining;
		at += found?.length ?? 1;
	}
	return { codes, isWhole };
}

const BETWEEN = new Set(['the', 'and', 'all', 'both', 'each', 'to']);
const LONGEST = 12;

function longestAt(
	words: readonly string[],
	at: number,
	phrases: PhraseTable,
	bodies: readonly Named[]
): { codes: readonly string[]; length: number } | null {
	for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
		const patterns = phrases.get(words.slice(at, at + length).join(' '));
		if (!patterns || patterns.length === 0) continue;
		const found = patterns.flatMap((pattern) => matchAddressee(pattern, bodies) ?? []);
		if (found.length > 0) return { codes: found.map(({ code }) => code), length };
	}
	return null;
}
