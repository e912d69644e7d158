/** How far a criterion is met, as the inspectorate finds. */
export const FINDINGS = ['met', 'partly-met', 'not-met'] as const;
export type Finding = (typeof FINDINGS)[number];

/** What an inspector decides about a claim. */
export const VERDICTS = ['confirm', 'return'] as const;
export type Verdict = (typeof VERDICTS)[number];
