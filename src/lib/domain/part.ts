import { stateDeadline, type StatedDeadline } from './deadline-worded.ts';
import { isBlank } from './narrative.ts';
import type { PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';

/** A lettered or bulleted part of a recommendation. */
export interface PartWords {
	/** 'a', 'b', … or '1', '2', … as printed. */
	readonly label: string;
	readonly text: string;
	/** What the words of this part set beside the deadline of the whole; left out where nothing is said of it. */
	readonly deadline?: StatedDeadline | null | undefined;
}

/** A part as somebody writes it: of its deadline the words, to be read. */
export interface WrittenPart {
	readonly label: string;
	readonly text: string;
	readonly deadlinePhrase?: string | undefined;
}

export interface StandingPart extends PartWords {
	readonly id: number;
}

/** The most parts that a recommendation can have: one for each letter. */
export const PARTS_MAX = 26;
export const PART_LABEL_MAX = 10;

/** A letter or number with what may be printed around it, such as '(a)' or '2.1'. */
const LABEL_SHAPE = /^[(]?[\p{L}\p{N}][\p{L}\p{N}.)]{0,8}$/u;
export const PART_TEXT_MAX = 2000;

export interface PartsChange {
	/** In their new order. A part whose label or text differs is a new part: what was met of the old is not. */
	readonly list: readonly (PartWords & { readonly id: number | null })[];
	readonly retired: readonly StandingPart[];
	readonly added: readonly PartWords[];
	/** Those that stay, with another deadline than they had. */
	readonly dated: readonly PartWords[];
}

/**
 * What a new list of parts does to those that stand.
 * @throws Refusal 'part-label-shape', 'part-label-twice' or 'too-many-parts'
 */
export function changeParts(
	standing: readonly StandingPart[],
	wanted: readonly PartWords[]
): PartsChange {
	if (wanted.length > PARTS_MAX) {
		throw new Refusal('too-many-parts', { facts: { max: PARTS_MAX } });
	}
	for (const [index, { label }] of wanted.entries()) {
		if (!LABEL_SHAPE.test(label)) {
			throw new Refusal('part-label-shape', { field: `label-${index}` });
		}
		if (wanted.findIndex((part) => part.label === label) < index) {
			throw new Refusal('part-label-twice', { field: `label-${index}`, facts: { label } });
		}
	}
	const list = wanted.map((part) => ({
		...part,
		id: standing.find(({ label, text }) => label === part.label && text === part.text)?.id ?? null
	}));
	const kept = new Set(list.map(({ id }) => id));
	return {
		list,
		retired: standing.filter(({ id }) => !kept.has(id)),
		added: list.filter(({ id }) => id === null),
		dated: list.filter(({ id, deadline }) => {
			const before = standing.find((part) => part.id === id);
			return before && deadline !== undefined && !isSameDeadline(before.deadline, deadline);
		})
	};
}

function isSameDeadline(
	before: StatedDeadline | null | undefined,
	after: StatedDeadline | null
): boolean {
	return (
		before?.phrase === after?.phrase &&
		before?.kind === after?.kind &&
		before?.lastDay === after?.lastDay
	);
}

/**
 * Reads the deadline of each part from the words that somebody gave for it. Words that cannot be read are never
 * guessed at.
 * @throws Refusal 'part-deadline-unreadable', with the field of its part
 */
export function dateParts(parts: readonly WrittenPart[], publishedOn: PlainDate): PartWords[] {
	return parts.map(({ label, text, deadlinePhrase: phrase }, index) => {
		if (phrase === undefined || isBlank(phrase)) return { label, text, deadline: null };
		try {
			return { label, text, deadline: stateDeadline({ phrase }, publishedOn) };
		} catch (thrown) {
			if (!(thrown instanceof Refusal)) throw thrown;
			throw new Refusal('part-deadline-unreadable', { field: `deadline-${index}` });
		}
	});
}

export interface PartSaid {
	readonly isMet: boolean;
	/** What shows that it is met, or why it no longer is. */
	readonly note?: string | undefined;
	/** The day on which it was met. */
	readonly metOn?: PlainDate | undefined;
}

/**
 * That a part is met rests on something, and that it is no longer met has a reason: both are said. It was met
 * on a day that has come, today where none is named.
 * @returns the day on which it was met; null where it is not
 * @throws Refusal 'part-needs-showing', 'reason-needed' or 'date-in-future'
 */
export function checkPartSaid(
	part: { readonly id: number; readonly isMet: boolean; readonly metOn: PlainDate | null },
	said: PartSaid,
	today: PlainDate
): PlainDate | null {
	if (part.isMet !== said.isMet && isBlank(said.note)) {
		throw new Refusal(said.isMet ? 'part-needs-showing' : 'reason-needed', {
			field: `note-${part.id}`
		});
	}
	if (!said.isMet) return null;
	const metOn = said.metOn ?? (part.isMet ? part.metOn : today);
	if (metOn !== null && metOn > today) {
		const facts = { what: 'The day on which it was met' };
		throw new Refusal('date-in-future', { field: `metOn-${part.id}`, facts });
	}
	return metOn;
}
