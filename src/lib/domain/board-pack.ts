import type { AttentionGroup } from './attention.ts';
import { reconciles, type Movement } from './movement.ts';
import type { PlainDate } from './plain-date.ts';
import type { Action } from './policy.ts';
import { Refusal } from './refusal.ts';

/** What a board is to do with a pack. */
export const PACK_PURPOSES = ['note', 'decision'] as const;
export type PackPurpose = (typeof PACK_PURPOSES)[number];

/** The right to prepare, change, put aside and issue a pack of a body, or of the whole inspection (null). */
export function packRight(organisationId: number | null): Action {
	return organisationId === null ? 'prepare-national-pack' : 'prepare-own-pack';
}

/**
 * Letters of a code: none that reads as another, by eye, in ink or over the telephone, and no vowel, so that
 * no word comes up.
 */
export const CODE_LETTERS = '34679CDFGHJKMNPQRTVWXY';
export const CODE_LENGTH = 8;

/** 'CDFG-3467', of bytes that chance gives. @throws RangeError where there are too few */
export function packCode(bytes: Uint8Array): string {
	const fair = Math.floor(256 / CODE_LETTERS.length) * CODE_LETTERS.length;
	// Of the bytes above, some letters would come up more often than others.
	const letters = [...bytes].filter((byte) => byte < fair).slice(0, CODE_LENGTH);
	if (letters.length < CODE_LENGTH) throw new RangeError('Too few bytes for a code');
	return grouped(letters.map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join(''));
}

/** The code as it is kept, from what somebody typed off paper; null for what can be none. */
export function readPackCode(typed: string): string | null {
	const letters = typed.toUpperCase().replaceAll(/[\s\p{Dash}.]/gu, '');
	const isOne =
		letters.length === CODE_LENGTH && [...letters].every((letter) => CODE_LETTERS.includes(letter));
	return isOne ? grouped(letters) : null;
}

function grouped(letters: string): string {
	return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** The pack of the same series that was issued last. */
export interface PackBefore {
	readonly number: number;
	readonly asAt: PlainDate;
}

/**
 * The day at whose end the register is read for a pack.
 * @throws Refusal 'as-at-after-today', or 'pack-before-last' for a day before that of the last one
 */
export function mustBePackDay(asAt: PlainDate, today: PlainDate, last: PackBefore | null): void {
	if (asAt > today) throw new Refusal('as-at-after-today', { field: 'asAt', facts: { today } });
	if (last !== null && asAt < last.asAt) {
		const { number, asAt: day } = last;
		throw new Refusal('pack-before-last', { field: 'asAt', facts: { number, day } });
	}
}

export interface PackState {
	readonly droppedAt: number | null;
	/** The number it was issued with. */
	readonly number: number | null;
}

/** What was issued, or put aside, is as it is. @throws Refusal 'pack-issued' or 'pack-dropped' */
export function mustBeDraft({ droppedAt, number }: PackState): void {
	if (number !== null) throw new Refusal('pack-issued', { facts: { number } });
	if (droppedAt !== null) throw new Refusal('pack-dropped');
}

/** Numbers that do not add up are not issued. @throws Refusal 'movement-unsound' */
export function mustReconcile(movements: readonly Movement[]): void {
	if (!movements.every(reconciles)) throw new Refusal('movement-unsound');
}

/** Of a pack, what the next one is compared with. */
export interface PackFacts {
	readonly rows: readonly PackCounts[];
	readonly exceptions: readonly {
		readonly group: AttentionGroup;
		readonly total: number;
		/** 'OIC-7/KENT', in alphabetical order; fewer than `total` where there are too many to name. */
		readonly names: readonly string[];
	}[];
}

export interface PackCounts {
	readonly reference: string;
	readonly applicable: number;
	readonly confirmed: number;
	readonly claimed: number;
	readonly open: number;
	readonly overdue: number;
}

export interface PackChanges {
	readonly rows: readonly { readonly before: PackCounts | null; readonly now: PackCounts }[];
	readonly groups: readonly {
		readonly group: AttentionGroup;
		readonly before: number;
		readonly now: number;
		/** Null where one of the packs had too many to name. */
		readonly came: readonly string[] | null;
		readonly went: readonly string[] | null;
	}[];
}

/** What is otherwise than in the pack before: counts of each recommendation, and what came to the exceptions and left them. */
export function packChanges(before: PackFacts, now: PackFacts): PackChanges {
	const groups = new Set([...before.exceptions, ...now.exceptions].map(({ group }) => group));
	return {
		rows: now.rows.map((row) => ({
			before: before.rows.find(({ reference }) => reference === row.reference) ?? null,
			now: row
		})),
		groups: [...groups].map((group) => {
			const [earlier, later] = [before, now].map(
				({ exceptions }) =>
					exceptions.find((one) => one.group === group) ?? { group, total: 0, names: [] }
			) as [PackFacts['exceptions'][number], PackFacts['exceptions'][number]];
			const isWhole = [earlier, later].every(({ total, names }) => names.length === total);
			const without = (some: readonly string[], others: readonly string[]) =>
				some.filter((name) => !others.includes(name));
			return {
				group,
				before: earlier.total,
				now: later.total,
				came: isWhole ? without(later.names, earlier.names) : null,
				went: isWhole ? without(earlier.names, later.names) : null
			};
		})
	};
}
