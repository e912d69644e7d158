/** What a post does for an assignment: it answers for it, or delivers it. */
export const POST_DUTIES = ['accountable', 'delivery'] as const;
export type PostDuty = (typeof POST_DUTIES)[number];
