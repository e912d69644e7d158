import { contentsLines } from './contents-sheet.ts';
import { daySerial, instantSerial, londonTime } from './london-time.ts';
import { neutralise } from './neutralise.ts';
import {
	standingLine,
	type Cell,
	type CellKind,
	type FileTable,
	type PackagePart,
	type TableFile
} from './table-file.ts';
import * as fixed from './xlsx-parts.ts';
import { escapeXml } from './xml-text.ts';

/** Title, marking and moment, and the head of the table. */
export const XLSX_HEAD_ROWS = 3;
/** What a cell may hold (Excel specifications and limits). */
const CELL_MAX = 32_767;

/**
 * An Excel workbook: a sheet of contents, then one table a sheet with its title in A1, its head marked, frozen
 * and repeated in print, no merged cells, and real dates and numbers. Its sheets are made while they are read.
 */
export function* xlsxParts(file: TableFile): Generator<PackagePart> {
	const { tables } = file;
	const marked = tables.map(({ total }) => total > 0);
	yield { path: '[Content_Types].xml', content: fixed.contentTypes(tables.length, marked) };
	yield { path: '_rels/.rels', content: fixed.PACKAGE_RELATIONS };
	yield { path: 'docProps/core.xml', content: fixed.coreProperties(file.title, file.asAt) };
	yield { path: 'xl/workbook.xml', content: fixed.workbook(tables, XLSX_HEAD_ROWS) };
	yield { path: 'xl/_rels/workbook.xml.rels', content: fixed.workbookRelations(tables.length) };
	yield { path: 'xl/styles.xml', content: fixed.STYLES };
	yield { path: 'xl/worksheets/sheet1.xml', content: contentsSheet(file) };
	for (const [index, table] of tables.entries()) {
		const sheet = `sheet${index + 2}.xml`;
		yield { path: `xl/worksheets/${sheet}`, content: tableSheet(file, table) };
		if (table.total === 0) continue;
		const number = index + 1;
		yield { path: `xl/worksheets/_rels/${sheet}.rels`, content: fixed.tableRelation(number) };
		const content = fixed.tablePart(number, table, XLSX_HEAD_ROWS);
		yield { path: `xl/tables/table${number}.xml`, content };
	}
}

function contentsSheet(file: TableFile): string {
	const rows = contentsLines(file).map(
		(line, index) =>
			`<row r="${index + 1}">${text(`A${index + 1}`, line, index === 0 ? 1 : 5)}</row>`
	);
	const columns = '<cols><col min="1" max="1" width="100" customWidth="1"/></cols>';
	return (
		`${fixed.SHEET_START}<sheetViews><sheetView workbookViewId="0"/></sheetViews>${columns}` +
		`<sheetData>${rows.join('')}</sheetData>${fixed.printing(file.marking)}</worksheet>`
	);
}

async function* tableSheet(file: TableFile, table: FileTable): AsyncGenerator<string> {
	const { columns, title } = table;
	const letters = columns.map((_column, index) => fixed.columnLetters(index));
	yield fixed.SHEET_START + fixed.frozenBelow(XLSX_HEAD_ROWS) + fixed.columnWidths(columns);
	const standing = standingLine(file, londonTime(file.asAt));
	const head = columns.map(({ label }, index) => text(`${letters[index]}3`, label, 2));
	yield (
		`<sheetData><row r="1">${text('A1', title, 1)}</row><row r="2">${text('A2', standing, 0)}</row>` +
		`<row r="3">${head.join('')}</row>`
	);
	const kinds = columns.map(({ kind }) => kind);
	let number = XLSX_HEAD_ROWS;
	for await (const rows of table.chunks) {
		let xml = '';
		for (const row of rows) {
			number += 1;
			xml += `<row r="${number}">`;
			for (let index = 0; index < letters.length; index += 1) {
				xml += cellXml(`${letters[index]}${number}`, row[index] ?? null, kinds[index]!);
			}
			xml += '</row>';
		}
		yield xml;
	}
	const part = table.total > 0 ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : '';
	yield `</sheetData>${fixed.printing(file.marking)}${part}</worksheet>`;
}

function cellXml(at: string, cell: Cell, kind: CellKind): string {
	if (cell === null || cell === '') return '';
	if (typeof cell === 'number') {
		if (kind !== 'instant') return `<c r="${at}"><v>${cell}</v></c>`;
		return `<c r="${at}" s="4"><v>${instantSerial(cell)}</v></c>`;
	}
	const serial = kind === 'day' ? daySerial(cell) : null;
	return serial === null
		? text(at, neutralise(cell), 5)
		: `<c r="${at}" s="3"><v>${serial}</v></c>`;
}

function text(at: string, value: string, style: number): string {
	return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cut(value))}</t></is></c>`;
}

/** Longer text is cut, and says so: Excel would call the whole file damaged. */
function cut(value: string): string {
	if (value.length <= CELL_MAX - 400) return value;
	return `${value.slice(0, CELL_MAX - 500)} … [cut here: ${value.length} characters in all]`;
}
