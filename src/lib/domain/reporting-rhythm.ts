/** How often an inspection asks for updates. */
export const REPORTING_RHYTHMS = ['none', 'monthly', 'quarterly'] as const;
export type ReportingRhythm = (typeof REPORTING_RHYTHMS)[number];

/** What became of an update that a period asked for. */
export const OWED_OUTCOMES = ['reported', 'not-reported', 'closed-meanwhile'] as const;
export type OwedOutcome = (typeof OWED_OUTCOMES)[number];
