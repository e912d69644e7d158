/**
 * The kinds of file that may be evidence. None of them runs when opened, and all can be told by
 * their content.
 */
export const FILE_KINDS = [
	{
		extension: 'pdf',
		extensions: ['pdf'],
		mediaType: 'application/pdf',
		word: 'PDF document'
	},
	{
		extension: 'docx',
		extensions: ['docx'],
		mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		word: 'Word document'
	},
	{
		extension: 'xlsx',
		extensions: ['xlsx'],
		mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		word: 'Excel spreadsheet'
	},
	{
		extension: 'pptx',
		extensions: ['pptx'],
		mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		word: 'PowerPoint presentation'
	},
	{
		extension: 'odt',
		extensions: ['odt'],
		mediaType: 'application/vnd.oasis.opendocument.text',
		word: 'OpenDocument text'
	},
	{
		extension: 'ods',
		extensions: ['ods'],
		mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
		word: 'OpenDocument spreadsheet'
	},
	{
		extension: 'odp',
		extensions: ['odp'],
		mediaType: 'application/vnd.oasis.opendocument.presentation',
		word: 'OpenDocument presentation'
	},
	{ extension: 'png', extensions: ['png'], mediaType: 'image/png', word: 'PNG image' },
	{
		extension: 'jpg',
		extensions: ['jpg', 'jpeg', 'jpe', 'jfif'],
		mediaType: 'image/jpeg',
		word: 'JPEG image'
	},
	{ extension: 'txt', extensions: ['txt'], mediaType: 'text/plain', word: 'plain text' },
	{ extension: 'csv', extensions: ['csv'], mediaType: 'text/csv', word: 'CSV file' }
] as const satisfies readonly {
	extension: string;
	extensions: readonly string[];
	mediaType: string;
	word: string;
}[];

export type FileKind = (typeof FILE_KINDS)[number];
export type FileExtension = FileKind['extension'];

/** For the `accept` attribute of a file input: '.pdf,.docx, …'. A convenience for people, not a check. */
export const ACCEPTED_EXTENSIONS: string = FILE_KINDS.flatMap((kind) => kind.extensions)
	.map((extension) => `.${extension}`)
	.join(',');

export function kindOf(extension: FileExtension): FileKind {
	const kind = FILE_KINDS.find((candidate) => candidate.extension === extension);
	if (!kind) throw new Error(`No such kind of file: ${extension}`);
	return kind;
}

export function isAllowedMediaType(mediaType: string): boolean {
	return FILE_KINDS.some((kind) => kind.mediaType === mediaType);
}
