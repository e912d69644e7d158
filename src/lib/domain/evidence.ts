import type { PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';

export const EVIDENCE_KINDS = ['file', 'link', 'sighting'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Government Security Classifications; the service holds the first two and refuses the rest. */
export const MARKINGS = ['official', 'official-sensitive', 'secret', 'top-secret'] as const;
export type Marking = (typeof MARKINGS)[number];
export const HELD_MARKINGS = ['official', 'official-sensitive'] as const;
export type HeldMarking = (typeof HELD_MARKINGS)[number];

export function isHeldMarking(marking: Marking): marking is HeldMarking {
	return (HELD_MARKINGS as readonly string[]).includes(marking);
}

/** Refuses anything above OFFICIAL-SENSITIVE; the wording offers a sighting instead. */
export function checkMarking(marking: Marking): HeldMarking {
	if (!isHeldMarking(marking)) {
		throw new Refusal('marking-too-high', { field: 'marking', facts: { marking } });
	}
	return marking;
}

/** What sort of thing the evidence is, whatever form it comes in. */
export const EVIDENCE_SORTS = [
	'policy',
	'training-record',
	'data',
	'audit',
	'observation'
] as const;
export type EvidenceSort = (typeof EVIDENCE_SORTS)[number];

/**
 * Evidence shows what has been, so a day that it gives is today at the latest.
 * @param what the day, as the refusal calls it
 * @throws Refusal 'date-in-future'
 */
export function checkDayOfEvidence(
	day: PlainDate,
	today: PlainDate,
	{ field, what }: { readonly field: string; readonly what: string }
): void {
	if (day > today) throw new Refusal('date-in-future', { field, facts: { what } });
}

/** What the malware scanner said of a file. Until it has spoken only whoever uploaded the file may open it. */
export const SCAN_RESULTS = ['clean', 'infected', 'failed'] as const;
export type ScanResult = (typeof SCAN_RESULTS)[number];
