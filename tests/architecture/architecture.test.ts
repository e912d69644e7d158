import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkArrows } from './check-arrows.ts';
import { checkCycles } from './check-cycles.ts';
import { checkPackages } from './check-packages.ts';
import { checkReadmes } from './check-readmes.ts';
import { checkClock, checkLength, checkNames, checkRawHtml } from './check-shape.ts';
import { readSources } from './source.ts';

const product = readSources('src');
const everything = [...product, ...readSources('tests')];
const top = join(import.meta.dirname, '..', '..');

test('there is code to hold to the law', () => {
	expect(product.length).toBeGreaterThan(20);
});

test('every import follows the arrows', () => {
	expect(checkArrows(product)).toEqual([]);
});

test('no files import each other in a round', () => {
	expect(checkCycles(product)).toEqual([]);
});

test('packages are imported only where they belong', () => {
	expect(checkPackages(product)).toEqual([]);
});

test('no file is longer than its kind may be', () => {
	expect(checkLength(everything)).toEqual([]);
});

test('every file is named after what it holds', () => {
	expect(checkNames(product)).toEqual([]);
});

/** Puts back what our own components drew before. */
const KEEPER = 'src/lib/components/Kept.svelte';

test('no component writes unescaped HTML', () => {
	expect(checkRawHtml(product.filter(({ path }) => path !== KEEPER))).toEqual([]);
	expect(checkRawHtml(product)).toHaveLength(1);
});

test('a page that is kept for others is made of nothing but what it is kept by', () => {
	const kept = product.filter(({ text }) => text.includes('<KeptPage'));
	expect(kept.length).toBeGreaterThan(5);
	for (const { path, text } of kept) {
		const used = [...text.matchAll(/\bdata\.(\w+)|\bpage\.([\w.]+)/g)].map(([use]) => use);
		expect(new Set([...used, 'data.sealed']), path).toEqual(
			new Set(['data.sealed', ...used.filter((use) => ALLOWED.includes(use))])
		);
		expect(path, 'is drawn without script').toMatch(/\+page\.svelte$/);
		expect(isWithoutScript(path), path).toBe(true);
	}
});

test('a part that is kept stands on pages alone that no script draws again', () => {
	const withPart = product.filter(({ text }) => text.includes('<KeptPart'));
	const names = withPart.map(({ path }) => path.split('/').at(-1) ?? '');
	const pages = product.filter(
		({ path, text }) =>
			path.endsWith('+page.svelte') &&
			(text.includes('<KeptPart') || names.some((name) => text.includes(`/components/${name}`)))
	);
	expect(pages.length).toBeGreaterThan(2);
	for (const { path } of pages) expect(isWithoutScript(path), path).toBe(true);
});

function isWithoutScript(page: string): boolean {
	const options = product.find(({ path }) => path === page.replace(/svelte$/, 'ts'));
	return options?.text.includes('csr = false') ?? false;
}

/** The banner is drawn outside; the address is part of what it is kept by. */
const ALLOWED = [
	'data.sealed',
	'data.banner',
	'data.stamp',
	'page.url.search',
	'page.url.searchParams.get'
];

test('no rule looks at the clock', () => {
	expect(checkClock(product)).toEqual([]);
});

test('every room says what belongs in it', () => {
	expect(checkReadmes(top, ['src/lib', 'src/lib/server'])).toEqual([]);
});
