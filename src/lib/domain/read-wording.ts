import {
	phrasesWithNames,
	readAddressees,
	type Named,
	type PhraseTable
} from './addressee-phrase.ts';
import { readDeadline, type WordedDeadline } from './deadline.ts';
import { NARRATIVE_MAX } from './narrative.ts';
import type { PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';
import { cutSource, type SourceItem } from './source-items.ts';
import { isHeading, linesOf } from './source-lines.ts';
import { PARTS_MAX, type PartWords } from './part.ts';
import { readSourceText, sentencesOf, type SourceText } from './source-text.ts';
import { LOAD_ITEMS_MAX, type ReadItem, type Unread } from './wording-load.ts';

/** What the reading rests on. */
export interface ReadingBasis {
	/** From which relative and immediate deadlines run. */
	readonly publishedOn: PlainDate;
	readonly phrases: PhraseTable;
	readonly bodies: readonly Named[];
}

/** What a row of a spreadsheet says in columns of their own. */
export interface GivenFacts {
	readonly number?: number | null;
	readonly title?: string | null;
	readonly theme?: string | null;
	readonly page?: string | null;
	readonly addressees?: string | null;
	/** The phrase alone. */
	readonly deadline?: string | null;
}

/**
 * Reads the recommendations out of a section of a report that somebody pasted: number, addressees, deadline
 * and parts of each. What cannot be read is named in `unread`; nothing is guessed and no word is added.
 * @throws Refusal 'too-many-items'
 */
export function readWording(source: string, basis: ReadingBasis): ReadItem[] {
	const cut = cutSource(linesOf(source));
	if (cut.length > LOAD_ITEMS_MAX) {
		throw new Refusal('too-many-items', { field: 'source', facts: { max: LOAD_ITEMS_MAX } });
	}
	return withTwins(cut.map((item) => readItem(item, basis)));
}

/** Says of each number that is there twice that it is. */
export function withTwins(items: readonly ReadItem[]): ReadItem[] {
	const numbers = items.map(({ number }) => number);
	return items.map((item) => {
		const isTwice = item.number !== null && numbers.filter((n) => n === item.number).length > 1;
		return isTwice ? { ...item, unread: [...item.unread, 'number-twice'] } : item;
	});
}

/** The same of one recommendation, of which a table says more than its text. */
export function readGivenItem(
	sourceText: string,
	text: string,
	given: GivenFacts,
	basis: ReadingBasis
): ReadItem {
	const read = readItem(
		{
			lines: linesOf(text),
			opening: undefined,
			number: given.number ?? null,
			isListOrNumber: false
		},
		basis,
		given
	);
	return { ...read, sourceText };
}

function readItem(item: SourceItem, basis: ReadingBasis, given: GivenFacts = {}): ReadItem {
	const own = item.opening === undefined ? item.lines : [item.opening, ...item.lines.slice(1)];
	const read = readSourceText(own);
	const isNumbered = item.number !== null;
	const deadline = given.deadline
		? readGivenDeadline(given.deadline, basis.publishedOn)
		: readPrintedDeadline(read, basis.publishedOn);
	const addressees = addresseesOf(read, basis, given.addressees ?? null);
	const partDeadlines = read.parts
		.slice(0, PARTS_MAX)
		.map((part) => readPartDeadline(part, basis.publishedOn));
	const isNote = deadline.read?.kind === 'not-applicable';
	const unread: Unread[] = [
		...(isNumbered ? [] : ['no-number' as const]),
		...(item.isListOrNumber ? ['list-or-number' as const] : []),
		...(read.text === '' ? ['no-text' as const] : []),
		...(read.text.length > NARRATIVE_MAX ? ['too-long' as const] : []),
		...(isNote ? [] : addressees.unread),
		...deadline.unread,
		...new Set(partDeadlines.flatMap(({ unread: own }) => own)),
		...read.unread
	];
	const isPreface = !isNumbered && addressees.words === null && deadline.read === null;
	return {
		sourceText: item.lines.join('\n'),
		number: item.number,
		title: given.title ?? read.title,
		theme: given.theme ?? null,
		text: read.text,
		page: given.page ?? null,
		addressees: addressees.words,
		organisations: isNote ? [] : addressees.organisations,
		deadline: deadline.read,
		parts: read.parts.map((part, index) => ({
			...part,
			deadline: partDeadlines[index]?.read ?? null
		})),
		unread,
		isIncluded: !isNote && !isPreface && read.text !== '' && !isHeadingAlone(read)
	};
}

function isHeadingAlone({ text, sentences, parts }: SourceText): boolean {
	return parts.length === 0 && sentences.length === 1 && isHeading(text);
}

interface DeadlineReading {
	readonly read: WordedDeadline | null;
	readonly unread: readonly Unread[];
}

function readGivenDeadline(phrase: string, publishedOn: PlainDate): DeadlineReading {
	const read = readDeadline(phrase, publishedOn);
	return { read, unread: read ? noteOf(read) : ['deadline-unread'] };
}

function readPrintedDeadline(
	{ sentences }: Pick<SourceText, 'sentences'>,
	publishedOn: PlainDate
): DeadlineReading {
	const found = sentences.flatMap((sentence) => {
		const read = readDeadline(sentence, publishedOn);
		return read ? [shortened(read, sentence, publishedOn)] : [];
	});
	const [first] = found;
	if (!first) {
		const isHinted = sentences.some((sentence) => HINT.test(sentence));
		return { read: null, unread: [isHinted ? 'deadline-unread' : 'deadline-none'] };
	}
	const areAlike = found.every(
		({ kind, lastDay }) => kind === first.kind && lastDay === first.lastDay
	);
	if (!areAlike) return { read: null, unread: ['deadline-unclear'] };
	return { read: first, unread: noteOf(first) };
}

/** What the words of a part say of time is kept with the part; a note that it does not apply is no deadline. */
function readPartDeadline({ text }: PartWords, publishedOn: PlainDate): DeadlineReading {
	const sentences = sentencesOf(text.replaceAll('\n', ' '));
	const { read, unread } = readPrintedDeadline({ sentences }, publishedOn);
	if (read && read.kind !== 'not-applicable') return { read, unread: ['deadline-in-part'] };
	const isPlain = read === null && unread.includes('deadline-none');
	return { read: null, unread: isPlain ? [] : ['deadline-in-part-unclear'] };
}

function noteOf({ kind }: WordedDeadline): Unread[] {
	return kind === 'not-applicable' ? ['not-applicable-note'] : [];
}

/** Words that speak of time: where they are there and no deadline was read, somebody has to look. */
const HINT =
	/\b(?:immediate(?:ly)?|within|deadline|(?:no|not) later than|by (?:the )?(?:end|\d|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter))\b/i;

const CLAUSES = [
	/\b(?:by|no later than|not later than)\b[^.:;]{1,40}?\b\d{4}\b/i,
	/\bwithin [^ ]+ (?:day|week|month|year)s?(?: (?:of|from|after|following) [a-z ]*?(?:publication|report))?\b/i,
	/\bwith immediate effect\b|\bshould,? immediately\b|^immediately\b/i
];

/** The few words of the sentence that are the deadline, where they say all of it. */
function shortened(read: WordedDeadline, sentence: string, publishedOn: PlainDate): WordedDeadline {
	if (read.kind === 'immediate-then-by') return read;
	for (const clause of CLAUSES) {
		const phrase = clause.exec(sentence)?.[0];
		const again = phrase === undefined ? null : readDeadline(phrase, publishedOn);
		if (again?.kind === read.kind && again.lastDay === read.lastDay) return again;
	}
	return read;
}

interface AddresseeReading {
	readonly words: string | null;
	readonly organisations: readonly string[];
	readonly unread: readonly Unread[];
}

function addresseesOf(
	{ sentences }: SourceText,
	{ phrases, bodies }: ReadingBasis,
	given: string | null
): AddresseeReading {
	const words = given ?? subjectOf(sentences);
	if (words === null) return { words, organisations: [], unread: ['addressees-none'] };
	const read = readAddressees(words, phrasesWithNames(phrases, bodies), bodies);
	if (CONDITION.test(words)) {
		return { words, organisations: [], unread: ['addressees-conditional'] };
	}
	const isKnown = read.unknown === null && read.organisations.length > 0;
	return {
		words,
		organisations: read.organisations,
		unread: isKnown ? [] : ['addressees-unknown']
	};
}

/** "Those forces using …" are not all forces: who they are is not in the words. */
const CONDITION =
	/^(?:those|any|some|other)\b|\b(?:that|which|who|whose|using|without|where|if)\b/i;

/** Longer than any list of addressees: beyond it, a sentence was not put together as printed. */
const SUBJECT_MAX = 600;

/** What stands before "should" in the first sentence that has it, without the deadline. */
function subjectOf(sentences: readonly string[]): string | null {
	for (const sentence of sentences) {
		const subject = /^(.*?),? (?:should|must)\b/i.exec(sentence.slice(0, SUBJECT_MAX))?.[1];
		if (subject === undefined) continue;
		const words = withoutDeadline(subject);
		if (words !== '') return words;
	}
	return null;
}

const LEADING = [
	/^(?:by|no later than|not later than)(?: the)?(?: end of)? (?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?[a-z]+,? \d{4}\b,? ?/i,
	/^within [^ ]+ (?:day|week|month|year)s?(?: (?:of|from|after|following) [a-z ]*?(?:publication|report)(?: of (?:the|this|our) report)?)?\b,? ?/i,
	/^(?:immediately|with immediate effect)\b,? ?/i
];

function withoutDeadline(subject: string): string {
	const shorter = LEADING.reduce((text, clause) => text.replace(clause, ''), subject);
	return shorter === subject ? subject.trim() : withoutDeadline(shorter);
}
