/** What the other body says of a wait on it. */
export const WAITING_RESPONSES = ['acknowledged', 'disputed'] as const;
export type WaitingResponse = (typeof WAITING_RESPONSES)[number];
