import { neutralise } from './neutralise.ts';
import type { FileTable, TableColumn } from './table-file.ts';
import { escapeXml } from './xml-text.ts';

// The parts of an Excel workbook that do not depend on its rows. Source: ECMA-376, part 1, clause 18.

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const SHEET_START = `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`;

export const PACKAGE_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships">
<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/>
<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>`;

/** 0 plain, 1 title, 2 head, 3 day, 4 instant, 5 text that wraps. */
export const STYLES = `${XML}<styleSheet xmlns="${MAIN}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="d\\ mmm\\ yyyy"/><numFmt numFmtId="165" formatCode="d\\ mmm\\ yyyy\\ hh:mm:ss"/></numFmts>
<fonts count="3"><font><sz val="12"/><name val="Arial"/></font><font><b/><sz val="16"/><name val="Arial"/></font><font><b/><sz val="12"/><name val="Arial"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="medium"><color rgb="FF0B0C0C"/></bottom><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
<xf numFmtId="0" fontId="2" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;

export function contentTypes(tables: number, marked: readonly boolean[]): string {
	const parts = [
		part('/xl/workbook.xml', `${TYPE}.sheet.main+xml`),
		part('/xl/styles.xml', `${TYPE}.styles+xml`),
		part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
		...numbers(tables + 1).map((n) =>
			part(`/xl/worksheets/sheet${n}.xml`, `${TYPE}.worksheet+xml`)
		),
		...numbers(tables)
			.filter((n) => marked[n - 1])
			.map((n) => part(`/xl/tables/table${n}.xml`, `${TYPE}.table+xml`))
	];
	return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

export function coreProperties(title: string, at: number): string {
	const when = new Date(at).toISOString().replace(/\.\d+/, '');
	return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${when}</dcterms:created></cp:coreProperties>`;
}

/** @param headRows how many rows a print repeats the last of */
export function workbook(tables: readonly FileTable[], headRows: number): string {
	const names = ['Contents', ...tables.map(({ name }) => name)];
	const sheets = names.map(
		(name, index) =>
			`<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
	);
	const titles = tables.map(
		({ name }, index) =>
			`<definedName name="_xlnm.Print_Titles" localSheetId="${index + 1}">'${escapeXml(name.replaceAll("'", "''"))}'!$${headRows}:$${headRows}</definedName>`
	);
	return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`;
}

export function workbookRelations(tables: number): string {
	const sheets = numbers(tables + 1).map(
		(n) =>
			`<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`
	);
	const styles = `<Relationship Id="rId${tables + 2}" Type="${RELATIONS}/styles" Target="styles.xml"/>`;
	return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}${styles}</Relationships>`;
}

export function tableRelation(number: number): string {
	return `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/table" Target="../tables/table${number}.xml"/></Relationships>`;
}

/** Marks the cells as a table with a head, which is also what a screen reader goes by. */
export function tablePart(number: number, table: FileTable, headRows: number): string {
	const { columns, total } = table;
	const range = `A${headRows}:${columnLetters(columns.length - 1)}${headRows + total}`;
	const named = columns.map(
		({ label }, index) => `<tableColumn id="${index + 1}" name="${escapeXml(neutralise(label))}"/>`
	);
	return `${XML}<table xmlns="${MAIN}" id="${number}" name="Table${number}" displayName="Table${number}" ref="${range}" totalsRowShown="0"><autoFilter ref="${range}"/><tableColumns count="${columns.length}">${named.join('')}</tableColumns></table>`;
}

export function frozenBelow(rows: number): string {
	return `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${rows}" topLeftCell="A${rows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
}

const WIDTHS = { text: 24, number: 12, day: 14, instant: 22 } as const;

export function columnWidths(columns: readonly TableColumn[]): string {
	const widths = columns.map(
		({ kind, width }, index) =>
			`<col min="${index + 1}" max="${index + 1}" width="${width ?? WIDTHS[kind]}" customWidth="1"/>`
	);
	return `<cols>${widths.join('')}</cols>`;
}

/** A4, as wide as the page, with the marking and the page's number on each. */
export function printing(marking: string): string {
	return `<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddHeader>&amp;C${escapeXml(marking)}</oddHeader><oddFooter>&amp;C${escapeXml(marking)}&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>`;
}

/** 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
	const letter = String.fromCharCode(65 + (index % 26));
	return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

function part(name: string, type: string): string {
	return `<Override PartName="${name}" ContentType="${type}"/>`;
}

function numbers(count: number): number[] {
	return Array.from({ length: count }, (_empty, index) => index + 1);
}
