export type DatePart = 'day' | 'month' | 'year';

/** What was typed into three inputs, not yet a date. */
export type TypedDate = { readonly [Part in DatePart]?: string | number | undefined };
