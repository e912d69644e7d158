import { formatMonth } from '#lib/wording/dates.ts';
import { addDays, type PlainDate } from '#lib/domain/plain-date.ts';
import { chanceOf, type Chance } from './random.ts';
import type { SampleAssignment } from './step.ts';
import { GOVERNANCE, PLANNING, QUIET, RETURNED, RISK } from './texts/generic.ts';
import { themeOf } from './themes.ts';

type Stage = 'begin' | 'middle' | 'late';

/** Speaks for one assignment and does not say the same thing twice until it has said everything. */
export interface Voice {
	/** Two to four sentences. */
	update(stage: Stage, day: PlainDate): string;
	quiet(): string;
	planning(): string;
	claim(day: PlainDate): string;
	milestone(): string;
	/** Why the inspectorate is not satisfied yet. */
	returned(): string;
	evidence(): readonly [title: string, shows: string];
}

export function voiceOf(assignment: SampleAssignment, chance: Chance): Voice {
	const theme = themeOf(assignment.number);
	const deck = (texts: readonly string[]) =>
		dealer(
			texts.filter((text) => fits(text, assignment)),
			chance
		);
	const decks = { begin: deck(theme.begin), middle: deck(theme.middle), late: deck(theme.late) };
	const governance = deck(GOVERNANCE);
	const risk = deck(RISK);
	const claim = deck(theme.claim);
	let updates = 0;
	const fill = (text: string, day: PlainDate) =>
		fillIn(text, {
			...{ day, chance, progress: Math.min(0.85, 0.15 + updates * 0.09) },
			of: `${assignment.reference}/${assignment.organisation}`
		});
	return {
		update(stage, day) {
			updates += 1;
			const sentences = [decks[stage]()];
			if (stage !== 'late' || chance.happens(0.5)) sentences.push(decks.middle());
			if (chance.happens(0.35)) sentences.push(governance());
			if (chance.happens(0.4)) sentences.push(risk());
			return sentences.map((sentence) => fill(sentence, day)).join(' ');
		},
		quiet: deck(QUIET),
		planning: deck(PLANNING),
		claim: (day) => fill(claim(), day),
		milestone: dealer(theme.milestones, chance),
		returned: deck([...RETURNED, ...(theme.returned ?? [])]),
		evidence: dealer(
			theme.evidence.filter(([title]) => fits(title, assignment)),
			chance
		)
	};
}

/** Deals the items in a chance order, and begins again when all are gone. */
export function dealer<T>(items: readonly T[], chance: Chance): () => T {
	let left: T[] = [];
	return () => {
		if (left.length === 0) left = chance.shuffled(items);
		const next = left.pop();
		if (next === undefined) throw new RangeError('Nothing to deal from');
		return next;
	};
}

/** A regional unit has no custody suites, an agency no neighbouring force, and only Wales sends its texts in Welsh. */
function fits(text: string, { kind, country }: SampleAssignment): boolean {
	if (/Welsh/.test(text)) return country === 'Wales';
	if (kind === 'police-force') return true;
	if (/\bforces?\b|custody|response (officer|shift|team)|station|chief constable/i.test(text))
		return false;
	return kind !== 'regional-unit' || !/regional/i.test(text);
}

/**
 * Puts numbers and a month into a text. {b} is a total, the same whenever this story says the sentence again;
 * {done} of it grows with the progress; {a} is any small number.
 */
function fillIn(
	text: string,
	about: { day: PlainDate; chance: Chance; progress: number; of: string }
): string {
	const total = chanceOf(`${about.of}/${text}`).between(16, 94);
	return text
		.replaceAll('{a}', String(about.chance.between(2, 9)))
		.replaceAll('{b}', String(total))
		.replaceAll('{done}', String(Math.round(total * about.progress)))
		.replaceAll('{month}', monthBefore(about.day))
		.replace(
			/(^|[.?!] )([2-9])\b/g,
			(_all, before: string, digit: string) => before + spelt(digit)
		);
}

function monthBefore(day: PlainDate): string {
	return formatMonth(addDays(day, -20)).split(' ')[0] ?? '';
}

/** A sentence does not begin with a figure where the number is small. */
function spelt(number: string): string {
	return NUMBERS[Number(number)] ?? number;
}

const NUMBERS: Readonly<Record<number, string>> = {
	2: 'Two',
	3: 'Three',
	4: 'Four',
	5: 'Five',
	6: 'Six',
	7: 'Seven',
	8: 'Eight',
	9: 'Nine'
};
