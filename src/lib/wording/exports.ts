import type { ExportFormat } from '#lib/domain/export.ts';

/** What each format is called where it is chosen. */
export const EXPORT_FORMAT_WORDS: Record<ExportFormat, string> = {
	csv: 'CSV',
	xlsx: 'Excel',
	ods: 'OpenDocument',
	json: 'JSON'
};
