import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { compile } from 'sass';
import { MATRIX_SHOWS, MATRIX_STATES } from '#lib/domain/matrix.ts';
import { matrixLook } from '#lib/wording/matrix.ts';
import { describe, expect, it } from 'vitest';

const root = new URL('../../..', import.meta.url).pathname;
const { css } = compile(`${root}src/lib/styles/app.scss`, {
	loadPaths: [root, `${root}node_modules`],
	style: 'compressed',
	quietDeps: true
});

/** One shape is one picture, whatever it stands for. */
const PICTURES = new Map<string, string>();

describe('the stylesheet', () => {
	it('weighs at most 30 KB compressed', () => {
		expect(gzipSync(css).length).toBeLessThanOrEqual(30 * 1024);
	});

	it('fetches nothing: no typeface, crown or crest that is licensed for GOV.UK only', () => {
		// A picture that is written out in it is not fetched.
		expect(css).not.toMatch(/url\((?!["']?data:image\/svg\+xml,)/);
		expect(css).not.toMatch(/@font-face|GDS Transport/i);
		expect(css).not.toMatch(/crown|crest/i);
	});

	it('prints marking and page number on every sheet', () => {
		for (const marking of ['OFFICIAL', 'OFFICIAL-SENSITIVE']) {
			const sheet = marking.toLowerCase();
			// A list of sheets before one rule is passed over by browsers.
			for (const name of [sheet, `${sheet}-landscape`, `${sheet}-landscape-sample`]) {
				expect(css).toContain(`@page ${name}{@top-center`);
			}
			expect(css).toMatch(new RegExp(`@bottom-center\\{content:["']${marking}["']`));
		}
		expect(css).toContain('counter(page)');
		expect(css).toContain('counter(pages)');
	});

	it('gives each state of the matrix its own letter and shape, as the words for it say', () => {
		for (const show of MATRIX_SHOWS) {
			const drawn = MATRIX_STATES[show].map((state) => {
				const { code, shape, tone } = matrixLook(show, state);
				const rule = new RegExp(
					`\\.app-glyphs--${show} \\.${code}::before\\{content:url\\("([^"]+)"\\) "${code}"`
				).exec(css);
				expect(rule, `${show}: ${state}`).not.toBeNull();
				const isTinted = css.includes(`.app-glyphs--${show} .${code}{background:`);
				expect(isTinted, `${show}: ${state}`).toBe(tone !== 'grey');
				return { shape, picture: /%3Cpath d='([^']+)'/.exec(rule![1]!)![1]! };
			});
			expect(new Set(drawn.map(({ picture }) => picture)).size).toBe(drawn.length);
			for (const { shape, picture } of drawn) {
				expect(PICTURES.get(shape) ?? picture, `${show}: ${shape}`).toBe(picture);
				PICTURES.set(shape, picture);
			}
		}
	});

	it('has a rule for each class of ours that markup uses', () => {
		const used = globSync('src/**/*.svelte', { cwd: root }).flatMap((path) =>
			[
				...readFileSync(root + path, 'utf8').matchAll(
					/\bapp-[a-z]+(?:(?:__|--?)[a-z]+)*\b(?![-_$]|\{)/g
				)
			].map(([name]) => ({ name, path }))
		);
		const missing = used.filter(({ name }) => !new RegExp(`\\.${name}(?![\\w-])`).test(css));
		expect(missing).toEqual([]);
		expect(used.length).toBeGreaterThan(20);
	});
});
