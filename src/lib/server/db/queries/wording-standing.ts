import { Refusal } from '#lib/domain/refusal.ts';

/** Wording is settled once. @throws Refusal 'wording-settled' */
export function mustWait(outcome: string | null): void {
	if (outcome !== null) throw new Refusal('wording-settled');
}

/** @throws Refusal 'stale' */
export function mustBeVersion(standing: number, seen: number): void {
	if (standing !== seen) throw new Refusal('stale', { facts: { version: standing, changes: [] } });
}
