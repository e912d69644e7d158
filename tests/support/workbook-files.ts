import { utils, write, type WorkBook } from '@e965/xlsx';
import type { Actor } from '#lib/domain/actor.ts';
import { newKey } from '#lib/server/bring-workbook.ts';
import { workbookFile } from '#lib/server/exchange/workbook/make-workbook.ts';
import { odsParts } from '#lib/server/exchange/write-ods.ts';
import { xlsxParts } from '#lib/server/exchange/write-xlsx.ts';
import { unpackSpreadsheet } from '#lib/server/files/unpack-package.ts';
import { zipPackage } from '#lib/server/files/zip-package.ts';
import { readWorkbookContent } from '#lib/server/reads/workbook-content.ts';
import { keepWorkbookDownload } from '#lib/server/services/workbooks.ts';
import type { TestApp } from './test-app.ts';

/** A body's workbook, as the page gives it. */
export async function takeWorkbook(
	app: TestApp,
	actor: Actor,
	format: 'xlsx' | 'ods' = 'xlsx',
	code = 'KENT'
): Promise<Buffer> {
	const { inspection, body, content } = await readWorkbookContent(app, actor, code, undefined);
	const key = newKey();
	const kept = { key, inspectionId: inspection.id, body, content };
	await keepWorkbookDownload(app, actor, kept);
	const names = { name: body.name, inspection: inspection.title, key };
	const file = workbookFile(names, content, app.clock.now());
	return gather(zipPackage(format === 'xlsx' ? xlsxParts(file) : odsParts(file), file.asAt));
}

export function fill(book: WorkBook, sheet: string, cell: string, text: string): void {
	utils.sheet_add_aoa(book.Sheets[sheet]!, [[text]], { origin: cell });
}

export function bytesOf(book: WorkBook, bookType: 'xlsx' | 'ods' = 'xlsx'): Buffer {
	// Text as Excel and LibreOffice keep it, in a table of its own.
	return write(book, { type: 'buffer', bookType, bookSST: true }) as Buffer;
}

/** A workbook of ours with one part more, or other. */
export async function packageWith(
	app: TestApp,
	lead: Actor,
	path: string,
	content: string
): Promise<Buffer> {
	const {
		inspection,
		body,
		content: told
	} = await readWorkbookContent(app, lead, 'KENT', undefined);
	const key = newKey();
	await keepWorkbookDownload(app, lead, { key, inspectionId: inspection.id, body, content: told });
	const names = { name: body.name, inspection: inspection.title, key };
	const parts = [...xlsxParts(workbookFile(names, told, app.clock.now()))];
	const others = parts.filter((part) => part.path !== path);
	return gather(zipPackage([...others, { path, content }], app.clock.now()));
}

/** A spreadsheet with one of its parts changed as text, or added. */
export async function remade(
	bytes: Uint8Array,
	path: string,
	change: (content: string) => string
): Promise<Buffer> {
	const unpacked = await unpackSpreadsheet(bytes, 60 * 1024 * 1024);
	if (!unpacked.ok) throw new Error(`That is ${unpacked.reason}`);
	const parts = unpacked.parts.map(({ name, bytes: own }) => ({
		...{ path: name, content: Buffer.from(own).toString('utf8') }
	}));
	const found = parts.find((part) => part.path === path);
	const others = parts.filter((part) => part !== found);
	const changed = { path, content: change(found?.content ?? '') };
	return gather(zipPackage([...others, changed], 0));
}

/** What would fill the memory of whoever reads it, or have them open another file: [what, part, change, reason]. */
export const HOSTILE_ODS: readonly (readonly [
	string,
	string,
	(content: string) => string,
	RegExp
])[] = [
	[
		'a row that stands there a million times',
		'content.xml',
		(text) =>
			text.replace(
				'</table:table>',
				`<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`
			),
		/thousands of times/
	],
	[
		'a cell that stands there ten million times',
		'content.xml',
		(text) =>
			text.replace(
				'</table:table>',
				`<table:table-row><table:table-cell table:number-columns-repeated="10000000" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`
			),
		/thousands of times/
	],
	[
		'a document type that reads other files',
		'content.xml',
		(text) => text.replace('?>', '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
		/document type/
	],
	[
		'entities that grow',
		'styles.xml',
		() =>
			`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>`,
		/document type/
	],
	[
		'a table that comes from another file',
		'content.xml',
		(text) =>
			text.replace(
				/(<table:table [^>]*>)/,
				'$1<table:table-source xlink:href="file:///etc/passwd"/>'
			),
		/linked to another/
	],
	[
		'a part of 80 MB',
		'Pictures/bomb.xml',
		() => ' '.repeat(80 * 1024 * 1024),
		/larger than this service/
	]
];

/** A part that would have its reader open another file. */
export function XXE(): string {
	return '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>';
}

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const all: Uint8Array[] = [];
	for await (const piece of pieces) all.push(piece);
	return Buffer.concat(all);
}
