import type { HeldMarking } from '#lib/domain/evidence.ts';
import { londonDay, type PlainDate } from '#lib/domain/plain-date.ts';
import { formatDay } from './dates.ts';
import { MARKING_WORDS } from './evidence.ts';
import type { PackPurpose } from '#lib/domain/board-pack.ts';

export const PURPOSE_WORDS: Readonly<Record<PackPurpose, { word: string; sentence: string }>> = {
	note: { word: 'For note', sentence: 'This paper is for note.' },
	decision: { word: 'For decision', sentence: 'This paper is for decision.' }
};

/** 'Board pack 4', 'Board pack 2: Kent Police', 'Board pack' of a draft. */
export function packTitle(number: number | null, body: string | null): string {
	const pack = number === null ? 'Board pack' : `Board pack ${number}`;
	return body === null ? pack : `${pack}: ${body}`;
}

/** 'Draft', 'Issued 4 June 2026', 'Issued 4 June 2026, superseded by pack 5', 'Put aside'. */
export function packStanding(pack: {
	readonly issuedAt: number | null;
	readonly droppedAt: number | null;
	readonly supersededBy: number | null;
}): string {
	if (pack.issuedAt !== null) {
		const issued = `Issued ${formatDay(londonDay(pack.issuedAt))}`;
		return pack.supersededBy === null
			? issued
			: `${issued}, superseded by pack ${pack.supersededBy}`;
	}
	return pack.droppedAt === null ? 'Draft' : 'Put aside';
}

/** 'OIC-KENT-board-pack-4-2026-06-03-OFFICIAL.pdf': of what, which, of which day, and how it is marked. */
export function packFileName(
	pack: {
		readonly inspectionCode: string;
		readonly organisationCode: string | null;
		readonly number: number | null;
		readonly asAt: PlainDate;
		readonly marking: HeldMarking;
	},
	extension: 'pdf' | 'docx'
): string {
	const name = [
		pack.inspectionCode,
		...(pack.organisationCode === null ? [] : [pack.organisationCode]),
		'board-pack',
		pack.number ?? 'draft',
		pack.asAt,
		MARKING_WORDS[pack.marking]
	].join('-');
	return `${name}.${extension}`;
}
