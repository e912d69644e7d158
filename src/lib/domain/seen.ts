import { Refusal } from './refusal.ts';

/** What a form was drawn from, as one text: for things that count no version. */
export function seenText(facts: Readonly<Record<string, unknown>>): string {
	return JSON.stringify(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @param seen what the form sends back @throws Refusal 'stale' where it is not what stands now */
export function mustBeAsSeen(facts: Readonly<Record<string, unknown>>, seen: string): void {
	if (seenText(facts) !== seen) throw new Refusal('stale', { facts: { version: 0, changes: [] } });
}
