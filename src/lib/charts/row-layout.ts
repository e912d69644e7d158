import { cleanText, fitText, wrapText } from './label-text.ts';
import { hasRoomBeside, textSizeAt } from './measures.ts';
import { LABEL_GAP } from './plugins/row-labels.ts';
import type { RowLabelsOptions } from './plugins/options.ts';
import { textWidth } from './text-width.ts';

const BAR_THICKNESS = 26;
/** Under a label of its own, which parts it from the bar above. */
const BAR_BELOW_LABEL = 22;
/** Of each bar where several stand in one row. */
const THIN_BAR = 20;
const ROW_GAP = 14;
const LABEL_SHARE = 0.44;
/** Labels as short as this stand beside their bars however narrow the picture is. */
const SHORT_SHARE = 0.3;
const COLUMN_GAP = 16;
const REFERENCE_GAP = 8;
const REFERENCE_SHARE = 0.3;
const MAX_LINES = 3;

export interface RowName {
	readonly reference: string;
	readonly title: string;
	/** Said in place of a bar where there is nothing to count. */
	readonly emptyNote?: string;
}

export interface RowLayout {
	readonly labels: RowLabelsOptions;
	/** Room that the labels take left of the bars, and above the first. */
	readonly left: number;
	readonly top: number;
	readonly rowHeight: number;
	/** Of one bar. */
	readonly barThickness: number;
}

/** Labels of up to three lines beside the bars, or above them where the picture is narrow. CSS pixels. */
export function layOutRows(
	names: readonly RowName[],
	width: number,
	{ barsInRow = 1 } = {}
): RowLayout {
	const text = textSizeAt(width);
	const isShort = names.every(
		({ reference, title }) =>
			reference === '' && textWidth(cleanText(title), text.size) + COLUMN_GAP <= width * SHORT_SHARE
	);
	const placement = hasRoomBeside(width) || isShort ? 'beside' : 'above';
	const most = placement === 'beside' ? Math.round(width * LABEL_SHARE) : width;
	const references = names.map(({ reference }) =>
		fitText(cleanText(reference), most * REFERENCE_SHARE, text.size, true)
	);
	const widest = Math.max(0, ...references.map((name) => textWidth(name, text.size, true)));
	const indent = widest > 0 ? Math.ceil(widest) + REFERENCE_GAP : 0;
	const titles = names.map(({ title }) => cleanText(title));
	const longest = Math.max(0, ...titles.map((title) => textWidth(title, text.size)));
	const gap = placement === 'beside' ? COLUMN_GAP : 0;
	const column = Math.min(most, Math.ceil(indent + longest + gap));
	const room = column - indent - gap;
	const rows = names.map(({ emptyNote }, index) => ({
		reference: references[index] ?? '',
		lines: wrapText(titles[index] ?? '', room, text.size, MAX_LINES),
		...(emptyNote === undefined ? {} : { emptyNote })
	}));
	const block = Math.max(1, ...rows.map(({ lines }) => lines.length)) * text.lineHeight;
	const labels = { placement, text, indent, rows } as const;
	const lone = placement === 'beside' ? BAR_THICKNESS : BAR_BELOW_LABEL;
	const barThickness = barsInRow === 1 ? lone : THIN_BAR;
	const bars = barThickness * barsInRow;
	const shared = { labels, barThickness };
	if (placement === 'beside') {
		const rowHeight = Math.max(block, bars) + ROW_GAP;
		return { ...shared, rowHeight, left: column, top: 0 };
	}
	const rowHeight = block + LABEL_GAP + bars + ROW_GAP;
	// Chart.js centres a bar in its row, so the first label stands this far above the row.
	const firstBlock = (rows[0]?.lines.length ?? 1) * text.lineHeight;
	const top = Math.max(0, firstBlock + LABEL_GAP - (rowHeight - bars) / 2);
	return { ...shared, rowHeight, left: 0, top };
}
