/** The lists that can be taken away as a file, by the name that their address has. */
export const EXPORT_LISTS = [
	'assignments',
	'register',
	'recommendations',
	'organisations',
	'reviews',
	'people',
	'audit',
	'evidence',
	'extensions',
	'movement',
	'periods',
	'period',
	'section-55'
] as const;
export type ExportList = (typeof EXPORT_LISTS)[number];

/** Their formats, as a file's name ends. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'ods', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Rows of one file. A list that is longer is refused, because half of it would look like all of it. */
export const EXPORT_ROWS_MAX = 250_000;
/** Downloads that one person has going at a time, and everybody together. */
export const EXPORTS_AT_ONCE = 2;
export const EXPORTS_OF_ALL = 8;

export function isExportList(name: string): name is ExportList {
	return (EXPORT_LISTS as readonly string[]).includes(name);
}

export function isExportFormat(name: string): name is ExportFormat {
	return (EXPORT_FORMATS as readonly string[]).includes(name);
}
