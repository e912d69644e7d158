/** A comment is for the body and the inspectorate; a note only for the inspectorate. */
export const AUDIENCES = ['everyone', 'inspectorate'] as const;
export type Audience = (typeof AUDIENCES)[number];
