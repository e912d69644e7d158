import { createCanvas } from '@napi-rs/canvas';
import type { ChartItem } from 'chart.js';
import { drawChart } from '#lib/charts/draw.ts';
import { cleanText, wrapText } from '#lib/charts/label-text.ts';
import { fontOf, PAPER_COLOUR, QUIET_COLOUR, TEXT_COLOUR } from '#lib/charts/measures.ts';
import type { ChartModel } from '#lib/charts/types.ts';
import { registerChartFonts } from './chart-fonts.ts';

/** Pixels for one of the model's: sharp on any screen, and on paper. */
export const PNG_SCALE = 2;

const MARGIN = 24;
/** Lines are broken by the widths of plain letters; bold ones are at most a tenth wider. */
const TITLE = { size: 24, sizeToBreakBy: 26.5, lineHeight: 32, lines: 3 } as const;
const BASIS = { size: 16, lineHeight: 24, lines: 4 } as const;

/**
 * The picture as a PNG that can be pasted into a paper: with its message above, its rule and its basis below, because
 * there it stands without the page around it. Encoded off the main thread.
 * @param basis what the figures are of, and of which day; null where the page around it says so, and the message
 */
export async function renderChartPng(model: ChartModel, basis: string | null): Promise<Buffer> {
	registerChartFonts();
	const title = basis === null ? '' : cleanText(model.title);
	const lines = title === '' ? [] : wrapText(title, model.width, TITLE.sizeToBreakBy, TITLE.lines);
	const top = title === '' ? 0 : MARGIN + lines.length * TITLE.lineHeight + MARGIN / 2;
	const bottom = top + model.height + MARGIN / 2;
	const rule = model.rule ? wrapText(model.rule, model.width, BASIS.size, BASIS.lines) : [];
	const below = basis === null ? rule : [...rule, cleanText(basis)];
	const sheet = createCanvas(
		(model.width + MARGIN * 2) * PNG_SCALE,
		(bottom + below.length * BASIS.lineHeight + (basis === null ? 0 : MARGIN)) * PNG_SCALE
	);
	const ctx = sheet.getContext('2d');
	ctx.scale(PNG_SCALE, PNG_SCALE);
	ctx.fillStyle = PAPER_COLOUR;
	ctx.fillRect(0, 0, sheet.width, sheet.height);
	const write = (text: string, middle: number, font: string, colour: string) => {
		ctx.textBaseline = 'middle';
		ctx.font = font;
		ctx.fillStyle = colour;
		ctx.fillText(text, MARGIN, middle);
	};
	for (const [index, line] of lines.entries()) {
		const middle = MARGIN + (index + 0.5) * TITLE.lineHeight;
		write(line, middle, fontOf(TITLE.size, true), TEXT_COLOUR);
	}
	const picture = createCanvas(model.width, model.height);
	const chart = drawChart(picture as unknown as ChartItem, model, PNG_SCALE);
	ctx.drawImage(picture, MARGIN, top, model.width, model.height);
	chart.destroy();
	for (const [index, line] of below.entries()) {
		write(line, bottom + (index + 0.5) * BASIS.lineHeight, fontOf(BASIS.size), QUIET_COLOUR);
	}
	return sheet.encode('png');
}
