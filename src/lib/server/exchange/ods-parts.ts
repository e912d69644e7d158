import { columnLetters } from './xlsx-parts.ts';
import type { FileTable, TableColumn } from './table-file.ts';
import { escapeXml } from './xml-text.ts';

// The parts of an OpenDocument spreadsheet that do not depend on its rows. Source: OpenDocument 1.3, part 3.

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMES = [
	['office', 'office:1.0'],
	['table', 'table:1.0'],
	['text', 'text:1.0'],
	['style', 'style:1.0'],
	['number', 'datastyle:1.0'],
	['meta', 'meta:1.0'],
	['config', 'config:1.0']
]
	.map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}"`)
	.concat(
		'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
		'xmlns:dc="http://purl.org/dc/elements/1.1/"'
	)
	.join(' ');

export const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

const PARTS = ['content.xml', 'styles.xml', 'settings.xml', 'meta.xml'];

export const MANIFEST = `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODS_TYPE}"/>${PARTS.map((part) => `<manifest:file-entry manifest:full-path="${part}" manifest:media-type="text/xml"/>`).join('')}</manifest:manifest>`;

export function meta(title: string, at: number): string {
	const when = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
	return `${XML}<office:document-meta ${NAMES} office:version="1.3"><office:meta><dc:title>${escapeXml(title)}</dc:title><dc:language>en-GB</dc:language><meta:creation-date>${when}</meta:creation-date></office:meta></office:document-meta>`;
}

/** A4, with the marking and the page's number on each page. */
export function styles(marking: string): string {
	const mark = `<text:p text:style-name="middle">${escapeXml(marking)}</text:p>`;
	const page =
		'<text:p text:style-name="middle">Page <text:page-number>1</text:page-number> of <text:page-count>1</text:page-count></text:p>';
	return `${XML}<office:document-styles ${NAMES} office:version="1.3"><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:font-family="Arial" fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style><style:style style:name="middle" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style></office:styles><office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"><style:header>${mark}</style:header><style:footer>${mark}${page}</style:footer></style:master-page></office:master-styles></office:document-styles>`;
}

/** Freezes what stands above the rows. */
export function settings(tables: readonly FileTable[], headRows: number): string {
	const item = (name: string, type: string, value: string | number) =>
		`<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
	const frozen = tables.map(
		({ name }) =>
			`<config:config-item-map-entry config:name="${escapeXml(name)}">${item('VerticalSplitMode', 'short', 2)}${item('VerticalSplitPosition', 'int', headRows)}${item('PositionBottom', 'int', headRows)}${item('ActiveSplitRange', 'short', 2)}</config:config-item-map-entry>`
	);
	return `${XML}<office:document-settings ${NAMES} office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${frozen.join('')}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`;
}

const WIDTHS = { text: 24, number: 12, day: 14, instant: 22 } as const;

export function widthStyle({ kind, width }: TableColumn): string {
	return `w${width ?? WIDTHS[kind]}`;
}

export function contentStart(columns: readonly TableColumn[]): string {
	const widths = [...new Set(['w100', ...columns.map(widthStyle)])].map(
		(name) =>
			`<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${(Number(name.slice(1)) * 0.22).toFixed(2)}cm"/></style:style>`
	);
	const cell = (name: string, text: string, more = '', dates = '') =>
		`<style:style style:name="${name}" style:family="table-cell"${dates}><style:table-cell-properties style:vertical-align="top"${more}/><style:paragraph-properties fo:text-align="start"/><style:text-properties ${text}/></style:style>`;
	const plain = 'fo:font-size="12pt"';
	const date =
		'<number:day/><number:text> </number:text><number:month number:textual="true"/><number:text> </number:text><number:year number:style="long"/>';
	const time =
		'<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/><number:text>:</number:text><number:seconds number:style="long"/>';
	const wraps = ' fo:wrap-option="wrap"';
	return `${XML}<office:document-content ${NAMES} office:version="1.3"><office:automatic-styles>${widths.join('')}<number:date-style style:name="days">${date}</number:date-style><number:date-style style:name="instants">${date}${time}</number:date-style>${cell('plain', plain)}${cell('wrapped', plain, wraps)}${cell('title', 'fo:font-size="16pt" fo:font-weight="bold"')}${cell('head', 'fo:font-size="12pt" fo:font-weight="bold"', `${wraps} fo:border-bottom="1.5pt solid #0b0c0c"`)}${cell('day', plain, '', ' style:data-style-name="days"')}${cell('instant', plain, '', ' style:data-style-name="instants"')}</office:automatic-styles><office:body><office:spreadsheet>`;
}

/** Marks the cells of each table as one with a head, to sort and to filter. */
export function contentEnd(tables: readonly FileTable[], headRows: number): string {
	const ranges = tables
		.filter(({ total }) => total > 0)
		.map(({ name, columns, total }, index) => {
			const sheet = `'${name.replaceAll("'", "''")}'`;
			const last = `${columnLetters(columns.length - 1)}${headRows + total}`;
			const range = escapeXml(`${sheet}.A${headRows}:${sheet}.${last}`);
			return `<table:database-range table:name="Table${index + 1}" table:target-range-address="${range}" table:display-filter-buttons="true"/>`;
		});
	const all =
		ranges.length > 0 ? `<table:database-ranges>${ranges.join('')}</table:database-ranges>` : '';
	return `${all}</office:spreadsheet></office:body></office:document-content>`;
}
