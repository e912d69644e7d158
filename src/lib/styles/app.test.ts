import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { compile } from 'sass';
import { describe, expect, it } from 'vitest';

const root = new URL('../../..', import.meta.url).pathname;
const { css } = compile(`${root}src/lib/styles/app.scss`, {
	loadPaths: [root, `${root}node_modules`],
	style: 'compressed',
	quietDeps: true
});

describe('the stylesheet', () => {
	it('weighs at most 30 KB compressed', () => {
		expect(gzipSync(css).length).toBeLessThanOrEqual(30 * 1024);
	});

	it('fetches nothing: no typeface, crown or crest that is licensed for GOV.UK only', () => {
		expect(css).not.toMatch(/url\(/);
		expect(css).not.toMatch(/@font-face|GDS Transport/i);
		expect(css).not.toMatch(/crown|crest/i);
	});

	it('prints marking and page number on every sheet', () => {
		for (const marking of ['OFFICIAL', 'OFFICIAL-SENSITIVE']) {
			expect(css).toMatch(new RegExp(`@bottom-center\\{content:["']${marking}["']`));
		}
		expect(css).toContain('counter(page)');
		expect(css).toContain('counter(pages)');
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
