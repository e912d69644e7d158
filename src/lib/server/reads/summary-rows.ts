import type { OrganisationKind } from '#lib/domain/organisation.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import type { AddresseeRow } from '../db/queries/addressees.ts';
import { noCounts, type Counts } from './counts.ts';
import type { MovementWithClaims } from './movement.ts';

/** From the earliest to the latest day; null where none is set. */
export interface DateSpan {
	readonly first: PlainDate;
	readonly last: PlainDate;
}

export interface SummaryRow {
	readonly reference: string;
	readonly title: string;
	/** Who leads on it: a kind with how many, and their codes where they are few. */
	readonly leads: readonly { kind: OrganisationKind; items: number; codes: readonly string[] }[];
	readonly original: DateSpan | null;
	readonly current: DateSpan | null;
	readonly counts: Counts;
	readonly movement: MovementWithClaims | null;
	/** Whose words the title sums up: ours, until the official wording is loaded. */
	readonly isOfficialWording: boolean;
}

/** One row a recommendation, in the order of their numbers. */
export function summaryRows(
	inspectionCode: string,
	addressees: readonly AddresseeRow[],
	counts: ReadonlyMap<number, Counts>,
	movements: ReadonlyMap<number, MovementWithClaims>
): SummaryRow[] {
	const ids = [...new Set(addressees.map((row) => row.recommendationId))];
	return ids.map((id) => {
		const rows = addressees.filter((row) => row.recommendationId === id);
		const [first] = rows;
		return {
			reference: recommendationReference(inspectionCode, first?.number ?? 0),
			title: first?.title ?? '',
			leads: rows
				.filter((row) => row.capacity === 'lead')
				.map(({ kind, items, codes }) => ({ kind, items, codes: codes.split(', ').sort() })),
			original: spanOf(rows, 'Original'),
			current: spanOf(rows, 'Current'),
			counts: counts.get(id) ?? noCounts(),
			movement: movements.get(id) ?? null,
			isOfficialWording: first?.isOfficialWording ?? false
		};
	});
}

function spanOf(rows: readonly AddresseeRow[], which: 'Original' | 'Current'): DateSpan | null {
	const days = rows
		.flatMap((row) => [row[`first${which}`], row[`last${which}`]])
		.filter((day) => day !== null)
		.sort();
	const [first] = days;
	const last = days.at(-1);
	return first && last ? { first, last } : null;
}
