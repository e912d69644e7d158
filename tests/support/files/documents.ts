import { zip, type ZipPart } from './zip.ts';

export const PDF = Buffer.from(
	'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n',
	'latin1'
);

/** One white pixel. */
export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==',
	'base64'
);

export const JPEG = Buffer.concat([
	Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
	Buffer.alloc(64, 0x55),
	Buffer.from('ffd9', 'hex')
]);

const OPEN_XML = {
	docx: ['wordprocessingml.document', 'word/document.xml'],
	xlsx: ['spreadsheetml.sheet', 'xl/workbook.xml'],
	pptx: ['presentationml.presentation', 'ppt/presentation.xml']
} as const;

export function contentTypes(type: string, part: string, more = ''): string {
	return `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${type}.main+xml"/>${more}</Types>`;
}

export function openXml(kind: keyof typeof OPEN_XML, more: ZipPart[] = []): Uint8Array {
	const [type, part] = OPEN_XML[kind];
	return zip([
		{
			name: '[Content_Types].xml',
			content: contentTypes(`application/vnd.openxmlformats-officedocument.${type}`, part)
		},
		{ name: '_rels/.rels', content: '<Relationships/>' },
		{ name: part, content: '<w/>' },
		...more
	]);
}

const OPEN_DOCUMENT = { odt: 'text', ods: 'spreadsheet', odp: 'presentation' } as const;

export function openDocument(
	kind: keyof typeof OPEN_DOCUMENT,
	{ manifest = '<manifest/>', more = [] as ZipPart[] } = {}
): Uint8Array {
	return zip([
		{
			name: 'mimetype',
			content: `application/vnd.oasis.opendocument.${OPEN_DOCUMENT[kind]}`,
			isStored: true
		},
		{ name: 'content.xml', content: '<office/>' },
		{ name: 'META-INF/manifest.xml', content: manifest },
		...more
	]);
}
