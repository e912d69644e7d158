/** HMICFRS recommends, it does not order: whether a body accepts is recorded apart from its progress. */
export const ACCEPTANCES = ['not-recorded', 'accepted', 'partly-accepted', 'not-accepted'] as const;
export type Acceptance = (typeof ACCEPTANCES)[number];
