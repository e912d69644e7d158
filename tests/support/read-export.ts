import { read, utils, type CellObject } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import type { ExportFormat } from '#lib/domain/export.ts';
import { decodeText } from '#lib/server/exchange/decode-text.ts';
import { londonTime } from '#lib/server/exchange/london-time.ts';
import { undoNeutralise } from '#lib/server/exchange/neutralise.ts';
import type { Cell, TableColumn } from '#lib/server/exchange/table-file.ts';

/** Title, marking and moment, and the head of the table. */
const HEAD_ROWS = 3;

/**
 * The cells of an exported file, as they went into it: formulas no longer held down, numbers as numbers, days as
 * 'YYYY-MM-DD', instants as the clocks in London show them, and null for what is empty.
 */
export function readExport(
	bytes: Uint8Array,
	format: ExportFormat,
	columns: readonly TableColumn[]
): Cell[][] {
	if (format === 'json') return fromJson(bytes, columns);
	const rows = format === 'csv' ? csvRows(bytes) : sheetRows(bytes);
	const [head = [], ...body] = rows;
	const labels = columns.map(({ label }) => label);
	if (JSON.stringify(head) !== JSON.stringify(labels)) throw new Error(`The head is ${head}`);
	return body.map((row) =>
		columns.map(({ kind }, index) => {
			const text = row[index] ?? '';
			if (text === '') return null;
			return kind === 'number' ? Number(text) : undoNeutralise(text);
		})
	);
}

/** A cell as a file shows it; what has no text is empty. */
export function shownCell(cell: Cell, { kind }: TableColumn): Cell {
	if (cell === null || cell === '') return null;
	return kind === 'instant' && typeof cell === 'number' ? londonTime(cell) : cell;
}

function csvRows(bytes: Uint8Array): string[][] {
	const decoded = decodeText('list.csv', bytes);
	if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
	return parse(decoded.content, { bom: true }) as string[][];
}

function sheetRows(bytes: Uint8Array): string[][] {
	const sheet = read(bytes, { cellDates: true, UTC: true, cellNF: true }).Sheets['List']!;
	const range = utils.decode_range(sheet['!ref']!);
	const places = (length: number) => Array.from({ length }, (_empty, index) => index);
	return places(range.e.r + 1 - (HEAD_ROWS - 1)).map((r) =>
		places(range.e.c + 1).map((c) => {
			const at = utils.encode_cell({ r: r + HEAD_ROWS - 1, c });
			const cell = sheet[at] as CellObject | undefined;
			if (cell?.f !== undefined) throw new Error(`${at} is a formula`);
			if (!(cell?.v instanceof Date)) return String(cell?.v ?? '');
			// A fraction of a day is no whole number of milliseconds: programs show the nearest second.
			const nearest = new Date(Math.round(cell.v.getTime() / 1000) * 1000);
			const moment = nearest.toISOString().slice(0, 19).replace('T', ' ');
			return moment.endsWith(' 00:00:00') && !isMoment(cell) ? moment.slice(0, 10) : moment;
		})
	);
}

/** At midnight only its format tells an instant from a day. */
function isMoment(cell: CellObject): boolean {
	return /h/.test(String(cell.z ?? ''));
}

function fromJson(bytes: Uint8Array, columns: readonly TableColumn[]): Cell[][] {
	const { rows } = JSON.parse(Buffer.from(bytes).toString()) as {
		rows: Record<string, Cell>[];
	};
	return rows.map((row) =>
		columns.map((column) => {
			const cell = row[column.name] ?? null;
			return shownCell(
				column.kind === 'instant' && cell !== null ? Date.parse(String(cell)) : cell,
				column
			);
		})
	);
}
