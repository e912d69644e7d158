import { FIELD_KINDS, type ChangeKind, type FieldKind } from '#lib/domain/comparison.ts';
import { CHANGE_KIND_WORDS, standingWord, type ShownStanding } from '#lib/wording/comparison.ts';
import { writeCsv } from './write-csv.ts';

interface Changed {
	readonly reference: string;
	readonly title: string;
	readonly organisationCode: string;
	readonly organisationName: string;
	readonly changes: readonly ChangeKind[];
	readonly was: ShownStanding | null;
	readonly now: ShownStanding;
}

const HEAD = ['Recommendation', 'Title', 'Code', 'Organisation', 'What', 'Was', 'Now'];

/** A line for each change; what was added has a line for each thing that there is to say of it. */
export function changesCsv(rows: readonly Changed[]): string {
	return writeCsv([
		HEAD,
		...rows.flatMap(({ reference, title, organisationCode, organisationName, ...row }) =>
			fieldsOf(row.changes).map((kind) => [
				...[reference, title, organisationCode, organisationName],
				CHANGE_KIND_WORDS[kind],
				row.was ? standingWord(kind, row.was) : 'Not there yet',
				standingWord(kind, row.now)
			])
		)
	]);
}

function fieldsOf(changes: readonly ChangeKind[]): readonly FieldKind[] {
	if (changes.includes('added')) return FIELD_KINDS;
	return FIELD_KINDS.filter((kind) => changes.includes(kind));
}
