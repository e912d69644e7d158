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

test('no component writes unescaped HTML', () => {
	expect(checkRawHtml(product)).toEqual([]);
});

test('no rule looks at the clock', () => {
	expect(checkClock(product)).toEqual([]);
});

test('every room says what belongs in it', () => {
	expect(checkReadmes(top, ['src/lib', 'src/lib/server'])).toEqual([]);
});
