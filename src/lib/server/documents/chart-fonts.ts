import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

/**
 * The names are those of the charts' font stack, so that a letter missing from the first file, such as the
 * Welsh ŵ, is found in the second. Both under one name would split each line at its spaces.
 */
const FILES = [
	['latin-400', 'Arial'],
	['latin-700', 'Arial'],
	['latin-ext-400', 'Helvetica'],
	['latin-ext-700', 'Helvetica']
] as const;

let isRegistered = false;

/**
 * Arimo, drawn to the widths of Arial, stands in for it while measuring, so that a picture comes out the
 * same on every machine, whatever fonts its system has.
 */
export function registerChartFonts(): void {
	if (isRegistered) return;
	const require = createRequire(import.meta.url);
	for (const [file, family] of FILES) {
		const path = require.resolve(`@fontsource/arimo/files/arimo-${file}-normal.woff`);
		if (!GlobalFonts.register(readFileSync(path), family)) {
			throw new Error(`The font ${file} of Arimo could not be read`);
		}
	}
	isRegistered = true;
}
