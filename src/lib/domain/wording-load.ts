/** What became of wording that was loaded: it waits for its second checker, is in force, or was put aside. */
export const WORDING_LOAD_OUTCOMES = ['accepted', 'put-aside'] as const;
export type WordingLoadOutcome = (typeof WORDING_LOAD_OUTCOMES)[number];
