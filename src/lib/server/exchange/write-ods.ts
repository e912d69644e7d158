import { CONTENTS, contentsLines } from './contents-sheet.ts';
import { daySerial, londonTime } from './london-time.ts';
import { neutralise } from './neutralise.ts';
import * as fixed from './ods-parts.ts';
import {
	standingLine,
	type Cell,
	type CellKind,
	type FileTable,
	type PackagePart,
	type TableFile
} from './table-file.ts';
import { escapeXml } from './xml-text.ts';

export const ODS_HEAD_ROWS = 3;

/**
 * An OpenDocument spreadsheet (ISO/IEC 26300, version 1.3): a sheet of contents, then one table a sheet with its
 * title in A1, its head marked as such, frozen and repeated in print, no merged cells, real dates and numbers.
 */
export function* odsParts(file: TableFile): Generator<PackagePart> {
	yield { path: 'mimetype', content: fixed.ODS_TYPE, isStored: true };
	yield { path: 'META-INF/manifest.xml', content: fixed.MANIFEST };
	yield { path: 'meta.xml', content: fixed.meta(file.title, file.asAt) };
	yield { path: 'styles.xml', content: fixed.styles(file.marking) };
	yield { path: 'settings.xml', content: fixed.settings(file.tables, ODS_HEAD_ROWS) };
	yield { path: 'content.xml', content: contentXml(file) };
}

async function* contentXml(file: TableFile): AsyncGenerator<string> {
	yield fixed.contentStart([...file.tables.flatMap(({ columns }) => columns)]);
	const lines = contentsLines(file).map(
		(line, index) =>
			`<table:table-row>${text(line, index === 0 ? 'title' : 'wrapped')}</table:table-row>`
	);
	yield `<table:table table:name="${CONTENTS}"><table:table-column table:style-name="w100"/>${lines.join('')}</table:table>`;
	for (const table of file.tables) yield* tableXml(file, table);
	yield fixed.contentEnd(file.tables, ODS_HEAD_ROWS);
}

async function* tableXml(file: TableFile, table: FileTable): AsyncGenerator<string> {
	const { columns, title, name } = table;
	const widths = columns.map(
		(column) => `<table:table-column table:style-name="${fixed.widthStyle(column)}"/>`
	);
	const head = columns.map(({ label }) => text(label, 'head'));
	yield (
		`<table:table table:name="${escapeXml(name)}">${widths.join('')}` +
		`<table:table-row>${text(title, 'title')}</table:table-row>` +
		`<table:table-row>${text(standingLine(file, londonTime(file.asAt)), 'plain')}</table:table-row>` +
		`<table:table-header-rows><table:table-row>${head.join('')}</table:table-row></table:table-header-rows>`
	);
	const kinds = columns.map(({ kind }) => kind);
	for await (const rows of table.chunks) {
		let xml = '';
		for (const row of rows) {
			xml += '<table:table-row>';
			for (let index = 0; index < kinds.length; index += 1) {
				xml += cellXml(row[index] ?? null, kinds[index]!);
			}
			xml += '</table:table-row>';
		}
		yield xml;
	}
	yield '</table:table>';
}

function cellXml(cell: Cell, kind: CellKind): string {
	if (cell === null || cell === '') return '<table:table-cell/>';
	if (typeof cell === 'number') {
		if (kind !== 'instant') {
			return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
		}
		const shown = londonTime(cell);
		return `<table:table-cell table:style-name="instant" office:value-type="date" office:date-value="${shown.replace(' ', 'T')}"><text:p>${shown}</text:p></table:table-cell>`;
	}
	if (kind === 'day' && daySerial(cell) !== null) {
		return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
	}
	return text(neutralise(cell), 'wrapped');
}

function text(value: string, style: string): string {
	return `<table:table-cell table:style-name="${style}" office:value-type="string">${paragraphs(value)}</table:table-cell>`;
}

/**
 * A line is a paragraph, which readers drop where it is empty and the first or last; blanks that readers would
 * draw together are an element of their own. A tab stays one: LibreOffice 7 drops the element that stands for it.
 * Any other blank that begins or ends a line is written by its number, which a reader that trims does not see.
 */
function paragraphs(value: string): string {
	const escaped = escapeXml(value).replace(/^\n|\n$/g, '_x000A_');
	if (!/[\n\t]|^\s|\s$| {2}/.test(escaped)) return `<text:p>${escaped}</text:p>`;
	const marked = escaped
		.replace(/^ +| +(?=\n|$)|(?<=\n) +| {2,}/g, (blanks) => `<text:s text:c="${blanks.length}"/>`)
		.replace(
			/(?<=^|\n)[^\S\n\t ]|[^\S\n\t ](?=\n|$)/g,
			(blank) => `&#${blank.codePointAt(0) ?? 0};`
		)
		.replaceAll('\t', '&#9;');
	return marked
		.split('\n')
		.map((line) => `<text:p>${line}</text:p>`)
		.join('');
}
