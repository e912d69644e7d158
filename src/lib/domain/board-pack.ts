/** What a board is to do with a pack. */
export const PACK_PURPOSES = ['note', 'decision'] as const;
export type PackPurpose = (typeof PACK_PURPOSES)[number];
