/** Longest texts that are stored, in characters. Longer ones are refused, never cut. */
export const NARRATIVE_MAX = 10_000;
export const LINE_MAX = 200;
export const ADDRESS_MAX = 2_000;

/** True when there is nothing in it that a reader can see, zero-width characters included. */
export function isBlank(text: string | undefined): boolean {
	return text === undefined || !/[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);
}
