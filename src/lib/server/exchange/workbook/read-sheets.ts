import { read, utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import { WORKBOOK_LIMITS } from '#lib/domain/workbook.ts';
import { hasHugeRepeats } from './repeats.ts';
import type { ReadSheet, SheetsReading } from './workbook-problem.ts';

/** A part of the file, unpacked within the limits. */
export interface UnpackedPart {
	readonly name: string;
	readonly bytes: Uint8Array;
}

const COLUMNS_MAX = 40;

/**
 * The sheets of a workbook whose parts were unpacked and judged before. Meant for a thread of its own: the
 * library holds all of it in memory.
 */
export function readSheets(bytes: Uint8Array, parts: readonly UnpackedPart[]): SheetsReading {
	const problem = problemWith(parts);
	if (problem !== null) return { ok: false, reason: problem };
	try {
		const book = read(bytes, {
			cellDates: true,
			UTC: true,
			cellHTML: false,
			cellStyles: false,
			// How large a sheet says that it is can be wrong: what lies beyond would be lost without a word.
			nodim: true,
			sheetRows: WORKBOOK_LIMITS.rows + 2
		});
		const sheets = book.SheetNames.map((name) => readSheet(name, book.Sheets[name] ?? {}));
		return { ok: true, sheets };
	} catch {
		return { ok: false, reason: 'The workbook is damaged and cannot be read. Save it again' };
	}
}

/** What no honest workbook of ours has: instructions for whoever reads it, and links to other files. */
function problemWith(parts: readonly UnpackedPart[]): string | null {
	for (const { name, bytes } of parts) {
		if (/(^|\/)externalLinks\//i.test(name)) return LINKED;
		if (!/\.(xml|rels)$/i.test(name)) continue;
		const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) {
			return 'The workbook has a document type of its own, which could read other files. Save it again in LibreOffice or Excel';
		}
		if (name === 'content.xml' && hasHugeRepeats(text.toString('latin1'))) return REPEATED;
		if (text.includes('<table:table-source') || text.includes('<table:dde-link')) return LINKED;
	}
	return null;
}

const REPEATED =
	'The workbook says of filled cells that they stand there thousands of times. Keep each once, and save it again';

const LINKED =
	'The workbook is linked to another file. Break the link, so that only its values stay, and save it again';

function readSheet(name: string, sheet: WorkSheet): ReadSheet {
	const range = sheet['!ref'] ? utils.decode_range(sheet['!ref']) : null;
	const rows: string[][] = [];
	const formulas: string[] = [];
	// Programs write empty rows to the end of the sheet: only what is filled counts.
	const lastRow = Math.min(range?.e.r ?? -1, WORKBOOK_LIMITS.rows);
	const lastColumn = Math.min(range?.e.c ?? -1, COLUMNS_MAX - 1);
	for (let r = 0; r <= lastRow; r += 1) {
		const row: string[] = [];
		for (let c = 0; c <= lastColumn; c += 1) {
			const at = utils.encode_cell({ r, c });
			const cell = sheet[at] as CellObject | undefined;
			if (cell?.f !== undefined) formulas.push(at);
			row.push(cellText(cell));
		}
		rows.push(row);
	}
	return {
		name,
		rows,
		formulas,
		merged: (sheet['!merges'] ?? []).map((merged) => utils.encode_range(merged)),
		isCut: rows[WORKBOOK_LIMITS.rows]?.some((text) => text !== '') ?? false
	};
}

function cellText(cell: CellObject | undefined): string {
	if (!cell || cell.v === undefined || cell.v === null) return '';
	if (cell.v instanceof Date) {
		return Number.isNaN(cell.v.getTime()) ? '' : cell.v.toISOString().slice(0, 10);
	}
	if (cell.t === 'e') return cell.w ?? '#ERROR!';
	return String(cell.v);
}
