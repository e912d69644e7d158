import { utils, write, type WorkBook } from '@e965/xlsx';
import type { Actor } from '#lib/domain/actor.ts';
import { newKey } from '#lib/server/bring-workbook.ts';
import { workbookFile } from '#lib/server/exchange/workbook/make-workbook.ts';
import { odsParts } from '#lib/server/exchange/write-ods.ts';
import { xlsxParts } from '#lib/server/exchange/write-xlsx.ts';
import { zipPackage } from '#lib/server/files/zip-package.ts';
import { readWorkbookContent } from '#lib/server/reads/workbook-content.ts';
import { keepWorkbookDownload } from '#lib/server/services/workbooks.ts';
import type { TestApp } from './test-app.ts';

/** Kent's workbook, as the page gives it. */
export async function takeWorkbook(
	app: TestApp,
	actor: Actor,
	format: 'xlsx' | 'ods' = 'xlsx'
): Promise<Buffer> {
	const { inspection, body, content } = await readWorkbookContent(app, actor, 'KENT', undefined);
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

/** A part that would have its reader open another file. */
export function XXE(): string {
	return '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>';
}

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const all: Uint8Array[] = [];
	for await (const piece of pieces) all.push(piece);
	return Buffer.concat(all);
}
