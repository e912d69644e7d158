import { createHash } from 'node:crypto';
import type { ChartModel } from '#lib/charts/types.ts';
import type { ChartSvgOptions } from './chart-svg.ts';
import { pressOf } from './press.ts';

/** What is asked of `picture-worker.ts`. */
export type PictureOrder =
	| { readonly format: 'svg'; readonly model: ChartModel; readonly options: ChartSvgOptions }
	| { readonly format: 'png'; readonly model: ChartModel; readonly basis: string | null };

export interface ChartPicture {
	readonly svg: string;
	/** Of the picture itself, so that a change in how charts are drawn reaches every browser. */
	readonly etag: string;
}

const CAPACITY = 64;
/** Whoever looks at a dashboard asks for its pictures one after the other, as they come near. */
const IDLE_MS = 15_000;

const press = pressOf<PictureOrder>('picture-worker.ts', IDLE_MS);

/** Keyed by content, so an entry can never be stale and never be somebody else's; oldest use goes first. */
const pictures = new Map<string, Promise<ChartPicture>>();

/** The picture of a model, drawn once while it is in use, by a process of its own: no page waits for it. */
export function chartSvg(model: ChartModel, options: ChartSvgOptions = {}): Promise<ChartPicture> {
	const key = hashOf(JSON.stringify([model, options.greyscale === true]));
	const picture = pictures.get(key) ?? draw(model, options);
	pictures.delete(key);
	pictures.set(key, picture);
	if (pictures.size > CAPACITY) pictures.delete(pictures.keys().next().value ?? key);
	// What could not be drawn is tried again by whoever asks next.
	picture.catch(() => pictures.get(key) === picture && pictures.delete(key));
	return picture;
}

/** The picture as a PNG for a paper or a slide, as `renderChartPng` makes it. */
export function chartPng(model: ChartModel, basis: string | null): Promise<Uint8Array> {
	return press({ format: 'png', model, basis });
}

async function draw(model: ChartModel, options: ChartSvgOptions): Promise<ChartPicture> {
	const svg = Buffer.from(await press({ format: 'svg', model, options })).toString('utf8');
	return { svg, etag: `"${hashOf(svg)}"` };
}

function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('base64url');
}
