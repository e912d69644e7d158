/** What a look at a confirmed assignment, some months on, finds. */
export const RECHECK_OUTCOMES = ['sustained', 'reopened'] as const;
export type RecheckOutcome = (typeof RECHECK_OUTCOMES)[number];
