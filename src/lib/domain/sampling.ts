/** How claims are drawn for checking. */
export const SAMPLING_METHODS = ['random', 'weighted-by-risk'] as const;
export type SamplingMethod = (typeof SAMPLING_METHODS)[number];

/** What checking one drawn claim came to. */
export const SAMPLE_OUTCOMES = ['upheld', 'not-upheld', 'could-not-check'] as const;
export type SampleOutcome = (typeof SAMPLE_OUTCOMES)[number];
