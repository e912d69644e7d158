import type { RefusalFacts } from '#lib/domain/refusal.ts';
import { plainLine } from '../plain-line.ts';

/** The words for one code. Without a title of its own it is 'There is a problem'. */
export interface RefusalWords {
	readonly title?: string;
	readonly message: string | ((facts: RefusalFacts) => string);
}

/** A fact as one plain line, or the other words where the fact is missing. */
export function textFact(fact: unknown, otherwise: string): string {
	return typeof fact === 'string' && fact.trim() !== '' ? plainLine(fact) : otherwise;
}

export function numberFact(fact: unknown): number | null {
	return typeof fact === 'number' && Number.isFinite(fact) ? fact : null;
}
