import type { Cell, Paper, PaperBlock, PaperColumn, Run } from '#lib/domain/paper.ts';
import { PAPER_PICTURE } from '#lib/charts/picture.ts';
import { chartModel, type ChartSource } from '#lib/charts/registry.ts';
import { showDirections } from '#lib/wording/plain-line.ts';
import {
	AlignmentType,
	BorderStyle,
	Document,
	ExternalHyperlink,
	Footer,
	Header,
	HeadingLevel,
	ImageRun,
	Packer,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType,
	type ParagraphChild
} from 'docx';
import { renderChartPng } from './chart-png.ts';
import { SHAPE_SIGNS } from './mark-shapes.ts';

/** Of A4 between margins of 18 mm, in twentieths of a point. */
const TEXT_WIDTH = 9866;
const MARGIN = 1020;
/** Pixels: as wide as leaves the summary of a pack on two sheets. */
const PICTURE_WIDTH = 480;

/** The paper as a Word file: headings, tables and lists of Word's own, for secretariats who put papers together. */
export async function drawWord(paper: Paper): Promise<Uint8Array> {
	const blocks: (Paragraph | Table)[] = [];
	for (const block of paper.blocks) blocks.push(...(await drawn(block)));
	const document = new Document({
		title: shown(paper.title),
		creator: shown(paper.author),
		description: `${paper.marking}. ${paper.asAt}`,
		styles: {
			default: {
				document: { run: { font: 'Arial', size: 20, language: { value: 'en-GB' } } },
				title: {
					run: { font: 'Arial', size: 36, bold: true },
					paragraph: { spacing: { after: 120 } }
				},
				heading1: heading(36),
				heading2: heading(26),
				heading3: heading(21)
			}
		},
		sections: [
			{
				properties: {
					page: {
						size: { width: 11906, height: 16838 },
						margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN }
					}
				},
				headers: { default: new Header({ children: headerOf(paper) }) },
				footers: { default: new Footer({ children: footerOf(paper) }) },
				children: [
					new Paragraph({ children: [text(paper.caption)] }),
					new Paragraph({ heading: HeadingLevel.HEADING_1, children: [text(paper.title)] }),
					...blocks
				]
			}
		]
	});
	return new Uint8Array(await Packer.toBuffer(document));
}

function heading(size: number) {
	return {
		run: { font: 'Arial', size, bold: true, color: '000000' },
		paragraph: { spacing: { before: size * 8, after: 80 }, keepNext: true }
	};
}

function headerOf({ marking, notice }: Paper): Paragraph[] {
	const alignment = AlignmentType.CENTER;
	// Where the header is taller than its margin the text begins right below it.
	const last = { alignment, spacing: { after: 100 } };
	const mark = [text(marking, { bold: true })];
	if (notice === null) return [new Paragraph({ ...last, children: mark })];
	return [
		new Paragraph({ alignment, children: mark }),
		new Paragraph({ ...last, children: [text(notice, { size: 16 })] })
	];
}

function footerOf({ asAt, code, hash, marking }: Paper): Paragraph[] {
	const said = [asAt, marking, ...(code === null ? [] : [`Code ${code}`])].join(' · ');
	return [
		new Paragraph({
			alignment: AlignmentType.CENTER,
			children: [
				new TextRun({
					size: 16,
					children: [`${said} · page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]
				})
			]
		}),
		...(hash === null ? [] : [new Paragraph({ children: [text(`SHA-256 ${hash}`, { size: 13 })] })])
	];
}

async function drawn(block: PaperBlock): Promise<(Paragraph | Table)[]> {
	switch (block.kind) {
		case 'heading':
			return [
				new Paragraph({
					heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
					pageBreakBefore: block.startsPage === true,
					children: [text(block.text)]
				})
			];
		case 'text':
			return [paragraph(block.runs, block.isSmall ? 16 : 20)];
		case 'said':
			return block.paragraphs.map(
				(line) =>
					new Paragraph({ indent: { left: 300 }, spacing: { after: 80 }, children: [text(line)] })
			);
		case 'list':
			return block.items.map(
				(item) => new Paragraph({ bullet: { level: 0 }, children: runs(item, 20) })
			);
		case 'facts':
			return block.rows.map(({ name, runs: words }) =>
				paragraph([{ text: `${name}: `, isStrong: true }, ...words], 20)
			);
		case 'table':
			return [caption(block.caption), tableOf(block), new Paragraph({ spacing: { after: 80 } })];
		case 'chart':
			return [caption(block.title), await picture(block)];
	}
}

function caption(words: string): Paragraph {
	return new Paragraph({
		keepNext: true,
		spacing: { before: 160, after: 60 },
		children: [text(words, { bold: true })]
	});
}

function paragraph(cell: Cell, size: number): Paragraph {
	return new Paragraph({ spacing: { after: 100 }, children: runs(cell, size) });
}

function runs(cell: Cell, size: number): ParagraphChild[] {
	return cell.map((run) => {
		const words = text(signed(run), { size, ...(run.isStrong ? { bold: true } : {}) });
		if (run.href === undefined) return words;
		const children = [text(signed(run), { size, style: 'Hyperlink' })];
		return new ExternalHyperlink({ link: run.href, children });
	});
}

/** The word with its shape, as a letter that every machine has. */
function signed({ text: word, shape }: Run): string {
	const sign = shape === undefined ? undefined : SHAPE_SIGNS[shape as keyof typeof SHAPE_SIGNS];
	return sign === undefined ? word : `${sign} ${word}`;
}

function text(words: string, more: { bold?: true; size?: number; style?: string } = {}): TextRun {
	return new TextRun({ ...more, text: shown(words) });
}

/** XML has no place for most control characters, and nothing should turn a line about. */
function shown(words: string): string {
	return showDirections(words)
		.replaceAll('\n', ' ')
		.replace(/[\ufffe\uffff]/g, '\ufffd');
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '767676' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

function tableOf(block: Extract<PaperBlock, { kind: 'table' }>): Table {
	const whole = block.columns.reduce((sum, { share }) => sum + share, 0);
	const widths = block.columns.map(({ share }) => Math.floor((TEXT_WIDTH * share) / whole));
	const size = block.isSmall ? 16 : 18;
	const row = (cells: readonly Cell[], isHeader: boolean) =>
		new TableRow({
			tableHeader: isHeader,
			cantSplit: cells.every((cell) => cell.every((run) => run.text.length < 1500)),
			children: cells.map(
				(cell, index) =>
					new TableCell({
						width: { size: widths[index]!, type: WidthType.DXA },
						margins: { top: 30, bottom: 30, left: 40, right: 80 },
						children: [cellOf(cell, block.columns[index]!, isHeader, size)]
					})
			)
		});
	return new Table({
		layout: TableLayoutType.FIXED,
		width: { size: TEXT_WIDTH, type: WidthType.DXA },
		columnWidths: widths,
		borders: {
			...{ top: NONE, left: NONE, right: NONE, insideVertical: NONE },
			...{ bottom: LINE, insideHorizontal: LINE }
		},
		rows: [
			row(
				block.columns.map(({ label }) => [{ text: label, isStrong: true }]),
				true
			),
			...block.rows.map((cells) => row(cells, false))
		]
	});
}

function cellOf(cell: Cell, column: PaperColumn, isHeader: boolean, size: number): Paragraph {
	return new Paragraph({
		keepNext: isHeader,
		alignment: column.isNumeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
		children: runs(cell, size)
	});
}

async function picture({
	chart,
	title,
	description
}: Extract<PaperBlock, { kind: 'chart' }>): Promise<Paragraph> {
	const model = chartModel(chart as ChartSource as never, PAPER_PICTURE);
	const data = await renderChartPng(model, null);
	// Width and height of a PNG stand in its first chunk.
	const ratio = data.readUInt32BE(20) / data.readUInt32BE(16);
	return new Paragraph({
		children: [
			new ImageRun({
				...{ type: 'png', data },
				transformation: { width: PICTURE_WIDTH, height: Math.round(PICTURE_WIDTH * ratio) },
				altText: { name: title, title, description }
			})
		]
	});
}
