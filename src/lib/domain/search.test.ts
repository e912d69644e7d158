import { describe, expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '../../../tests/support/hostile-texts.ts';
import { mistakesBetween, nearNames } from './near-name.ts';
import { extractOf, markText, type MarkedPiece } from './search-marks.ts';
import { isCutShort, readSearchTerms } from './search-query.ts';
import { rankTexts } from './search-rank.ts';
import { foldText } from './search-text.ts';

describe('what was typed is read as', () => {
	test.each([
		['gangs', 'gangs*'],
		['OIC-7/KENT', 'oic* 7 kent*'],
		['oic 7 kent', 'oic* 7 kent*'],
		['“peer review” done', 'peer+review done*'],
		['"peer review', 'peer+review'],
		['follow-up of 3', 'follow* up of 3'],
		['title:x NEAR(a b) NOT -c* ^d OR', 'title* x near* a b not* c d or'],
		['Gŵyr Łódź', 'gwyr* lodz*'],
		['?!* "" -- ()', '']
	])('%s', (typed, read) => {
		const terms = readSearchTerms(typed);
		const written = terms.map(({ words, isPrefix }) => words.join('+') + (isPrefix ? '*' : ''));
		expect(written.join(' ')).toBe(read);
	});

	test('twelve words at most, and says so', () => {
		const many = Array.from({ length: 30 }, (_, index) => `w${index}`).join(' ');
		expect(readSearchTerms(many)).toHaveLength(12);
		expect(isCutShort(many)).toBe(true);
		expect(isCutShort('x'.repeat(10_000))).toBe(true);
		expect(isCutShort('peer review')).toBe(false);
	});
});

describe('marks', () => {
	const written = (pieces: readonly MarkedPiece[]) =>
		pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

	test('stand on whole words, with their own letters', () => {
		const terms = readSearchTerms('gwyr interview "peer review"');
		const text = 'Heddlu Gŵyr: interviews, an interviewer; peer, review. Peer review!';
		expect(written(markText(text, terms))).toBe(
			'Heddlu [Gŵyr]: [interviews], an [interviewer]; [peer, review]. [Peer review]!'
		);
	});

	test.each(Object.entries(HOSTILE_TEXTS))('never change a text: %s', (_, text) => {
		for (const typed of ['script', 'x', 'zazolc', text]) {
			const pieces = markText(text, readSearchTerms(typed));
			expect(pieces.map((piece) => piece.text).join('')).toBe(text);
			const extract = extractOf(text, readSearchTerms(typed)).map((piece) => piece.text);
			expect(extract.join('').length).toBeLessThan(300);
			expect(extract.join('')).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
		}
	});

	test('an extract shows where the words stand closest together', () => {
		const filler = 'Nothing of the kind was said here at any length. '.repeat(10);
		const text = `An interview. ${filler}The interview with an interpreter took place. ${filler}`;
		const extract = written(extractOf(text, readSearchTerms('interview interpreter')));
		expect(extract).toContain('The [interview] with an [interpreter] took place.');
		expect(extract).toMatch(/^… .* …$/);
	});
});

describe('ranking', () => {
	const order = (typed: string, texts: readonly (readonly [string, string])[]) =>
		rankTexts(
			texts.map(([title, body]) => ({ title, body })),
			readSearchTerms(typed)
		).map(({ title, body }) => title || body);

	test('puts a title before a text, words together before words apart, and more before fewer', () => {
		expect(
			order('peer review', [
				['', 'a review by a peer of another force'],
				['', 'the peer review of another force'],
				['Peer review', 'what it says here']
			])
		).toEqual([
			'Peer review',
			'the peer review of another force',
			'a review by a peer of another force'
		]);
		expect(
			order('drone', [
				['', `one drone ${'and more '.repeat(60)}`],
				['', 'drone, drone']
			])[0]
		).toBe('drone, drone');
	});

	test('leaves what fits alike in its order', () => {
		expect(
			order('drone', [
				['', 'drone b'],
				['', 'drone a']
			])
		).toEqual(['drone b', 'drone a']);
	});

	test('of nothing is nothing', () => expect(rankTexts([], readSearchTerms('x'))).toEqual([]));
});

describe('a mistyped name', () => {
	const NAMES = ['Kent Police', 'Essex Police', 'Dyfed-Powys Police', 'North Yorkshire Police'];

	test.each([
		['Knet', ['Kent Police']],
		['kent polcie', ['Kent Police']],
		['yorskhire', ['North Yorkshire Police']],
		['difed powys', ['Dyfed-Powys Police']],
		['essx gangs', ['essex gangs']],
		['kent', []],
		['polise', []],
		['zebra', []],
		['', []]
	])('%s', (typed, meant) => expect(nearNames(typed, NAMES)).toEqual(meant));

	test('is as far from the right one as it takes strokes to mend it', () => {
		expect(mistakesBetween('kent', 'kent')).toBe(0);
		expect(mistakesBetween('knet', 'kent')).toBe(1);
		expect(mistakesBetween('', 'kent')).toBe(4);
		expect(mistakesBetween('esex', 'essex')).toBe(1);
		expect(mistakesBetween('kitten', 'sitting')).toBe(3);
	});
});

test('folding takes marks and capitals away and nothing else', () => {
	expect(foldText('Gŵyl Dŷ Ŵyn, ZAŻÓŁĆ! Ø 7')).toBe('gwyl dy wyn, zazolc! o 7');
});
