/** Longest texts that are stored, in characters. Longer ones are refused, never cut. */
export const NARRATIVE_MAX = 10_000;
export const LINE_MAX = 200;
export const ADDRESS_MAX = 2_000;
