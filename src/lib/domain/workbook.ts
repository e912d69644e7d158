/** What a person decided about one row of a workbook that came back. */
export const WORKBOOK_DECISIONS = ['accepted', 'refused'] as const;
export type WorkbookDecision = (typeof WORKBOOK_DECISIONS)[number];
