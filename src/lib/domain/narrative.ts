import { Refusal } from './refusal.ts';

/** Longest texts that are stored, in characters. Longer ones are refused, never cut. */
export const NARRATIVE_MAX = 10_000;
export const LINE_MAX = 200;
export const ADDRESS_MAX = 2_000;

/** True when there is nothing in it that a reader can see, zero-width characters included. */
export function isBlank(text: string | undefined): boolean {
	return text === undefined || !/[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);
}

/** The text without the space around it, or null when there is nothing in it to see. */
export function writtenOrNull(text: string | undefined): string | null {
	return text === undefined || isBlank(text) ? null : text.trim();
}

/** The reason without the space around it. @throws Refusal 'reason-needed' where there is nothing in it to see */
export function mustHaveReason({ reason }: { readonly reason: string }): string {
	if (isBlank(reason)) throw new Refusal('reason-needed', { field: 'reason' });
	return reason.trim();
}
