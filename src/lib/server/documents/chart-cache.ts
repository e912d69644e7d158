import { createHash } from 'node:crypto';
import type { ChartModel } from '#lib/charts/types.ts';
import { renderChartSvg, type ChartSvgOptions } from './chart-svg.ts';

const CAPACITY = 64;

export interface ChartPicture {
	readonly svg: string;
	/** Of the picture itself, so that a change in how charts are drawn reaches every browser. */
	readonly etag: string;
}

/** Keyed by content, so an entry can never be stale and never be somebody else's; oldest use goes first. */
const pictures = new Map<string, ChartPicture>();

/** The picture of a model, drawn once while it is in use. */
export function cachedChartSvg(model: ChartModel, options: ChartSvgOptions = {}): ChartPicture {
	const key = hashOf(JSON.stringify([model, options.greyscale === true]));
	const known = pictures.get(key);
	const picture = known ?? draw(model, options);
	pictures.delete(key);
	pictures.set(key, picture);
	if (pictures.size > CAPACITY) pictures.delete(pictures.keys().next().value ?? key);
	return picture;
}

function draw(model: ChartModel, options: ChartSvgOptions): ChartPicture {
	const svg = renderChartSvg(model, options);
	return { svg, etag: `"${hashOf(svg)}"` };
}

function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('base64url');
}
