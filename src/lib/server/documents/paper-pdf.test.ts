import type { Paper, PaperBlock } from '#lib/domain/paper.ts';
import { emptyCounts } from '#lib/domain/rollup.ts';
import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '../../../../tests/support/hostile-texts.ts';
import { pdfInfo } from '../../../../tests/support/pdf-info.ts';
import { pdfText } from '../../../../tests/support/pdf-text.ts';
import { cell, heading, link, look, paragraph, said, table } from './blocks.ts';
import { inLetters } from './paper-input.ts';
import { renderPdf } from './paper-pdf.ts';

const CHART: PaperBlock = {
	kind: 'chart',
	title: 'A third is confirmed',
	description: 'Of 30 assignments 10 are confirmed',
	chart: {
		name: 'status-by-recommendation',
		data: [{ reference: 'OIC-1', title: 'Share', counts: { ...emptyCounts(), confirmed: 10 } }]
	}
};

test('is tagged, titled, in English, made when the paper was made, and has bookmarks', async () => {
	const info = pdfInfo(await renderPdf(aPaper([heading(2, 'One'), CHART, heading(3, 'Within')])));
	if (info !== null) {
		expect(info).toMatch(/Tagged: +yes/);
		expect(info).toMatch(/Title: +Board pack 4/);
		expect(info).toMatch(/CreationDate: .*Mar +2 12:00:00 2026/);
	}
	const document = await getDocumentProxy(
		new Uint8Array(await renderPdf(aPaper([heading(2, 'One'), heading(3, 'Within')])))
	);
	const { info: told } = await document.getMetadata();
	expect(told).toMatchObject({ Language: 'en-GB', Title: 'Board pack 4' });
	const [root] = (await document.getOutline())!;
	expect(root).toMatchObject({ title: 'Board pack 4', items: [{ title: 'One' }] });
	expect(JSON.stringify(await structureOf(document))).toContain('"H2"');
});

test('a picture has its text, a table its header cells, and a shape is nothing to read', async () => {
	const rows = [[cell('OIC-1'), cell(look({ word: 'Confirmed', shape: 'tick' }))]];
	const pdf = await renderPdf(
		aPaper([
			CHART,
			table(
				'T',
				[
					['A', 1],
					['B', 1]
				],
				rows
			)
		])
	);
	const structure = JSON.stringify(await structureOf(await getDocumentProxy(new Uint8Array(pdf))));
	expect(structure).toContain('Of 30 assignments 10 are confirmed');
	expect(structure.match(/"role":"TH"/g)).toHaveLength(2);
	expect(structure.match(/"role":"Figure"/g)).toHaveLength(1);
});

test('the same paper is the same bytes, and another is not', async () => {
	const paper = aPaper([paragraph('Same'), CHART]);
	const [one, two, other] = await Promise.all([paper, paper, aPaper([])].map(renderPdf));
	expect(Buffer.from(one!).equals(two!)).toBe(true);
	expect(Buffer.from(one!).equals(other!)).toBe(false);
});

test('marking, day, code and number stand on every sheet, and a table begins each with its header', async () => {
	const rows = Array.from({ length: 150 }, (_, row) => [cell(`row ${row}`), cell('x')]);
	const pages = await pdfText(
		await renderPdf(
			aPaper([
				table(
					'T',
					[
						['First', 1],
						['Second', 1]
					],
					rows
				)
			])
		)
	);
	expect(pages.length).toBeGreaterThan(2);
	for (const [index, page] of pages.entries()) {
		for (const words of ['OFFICIAL', 'Data as at 2 March 2026', 'CDFG-3467', 'First Second']) {
			expect(page).toContain(words);
		}
		expect(page).toContain(`page ${index + 1} of ${pages.length}`);
	}
	for (let row = 0; row < 150; row += 1) {
		expect(pages.filter((page) => page.includes(`row ${row} x`))).toHaveLength(1);
	}
});

test.each(
	Object.entries({
		...HOSTILE_TEXTS,
		'markup of Typst':
			'#strong[x] $a^2$ `raw` @ref <label> [link] = heading \\ // * _ ~ --- "q" #sys.inputs #panic()',
		'one long word in a narrow column': 'Llanfair'.repeat(1_250)
	})
)('shows what was typed and runs none of it: %s', async (_name, text) => {
	const rows = [[cell(text), cell('x')]];
	const blocks = [
		said(text),
		paragraph(text),
		table(
			text,
			[
				[text.slice(0, 90), 1],
				['B', 4]
			],
			rows
		)
	];
	const pdf = await renderPdf({
		...aPaper(blocks),
		title: text.slice(0, 200),
		caption: text.slice(0, 200)
	});
	const bare = (words: string) => words.replaceAll(/[\s\u200b]/g, '').normalize('NFKC');
	const shown = bare((await pdfText(pdf)).map(withoutFurniture).join(''));
	expect(shown.split(bare(inLetters(text))).length).toBeGreaterThanOrEqual(4);
});

test('what the font has no letter for is shown by its number', () => {
	expect(inLetters('Ŵ ł Ω Я 中 👮')).toBe('Ŵ ł Ω Я [U+4E2D] [U+1F46E]');
	expect(inLetters('a\u202eb')).toBe('a[U+202E]b');
});

test('a paper that cannot be typeset fails alone', async () => {
	const broken = { ...aPaper([]), blocks: [{ kind: 'table', columns: [] }] } as unknown as Paper;
	const [failed, whole] = await Promise.allSettled([renderPdf(broken), renderPdf(aPaper([]))]);
	expect([failed.status, whole.status]).toEqual(['rejected', 'fulfilled']);
});

test('addresses can be followed, and are printed', async () => {
	const href = 'https://tracker.test/assignments?inspection=OIC&timeliness=overdue';
	const pdf = await renderPdf(aPaper([paragraph(link(href, href))]));
	const document = await getDocumentProxy(new Uint8Array(pdf));
	const notes = await (await document.getPage(1)).getAnnotations();
	expect(notes.map(({ url }: { url: string }) => url)).toContain(href);
	expect((await pdfText(pdf)).join('').replaceAll(/[\s\u200b]/g, '')).toContain(href);
});

function aPaper(blocks: readonly PaperBlock[]): Paper {
	return {
		...{ format: 1, title: 'Board pack 4', caption: 'An inspection', marking: 'OFFICIAL' },
		...{ asAt: 'Data as at 2 March 2026', code: 'CDFG-3467', hash: null, notice: null },
		...{ author: 'Alex Doe', madeAt: Date.parse('2026-03-02T12:00:00Z'), blocks }
	};
}

const withoutFurniture = (page: string) =>
	page
		.replace(/^OFFICIAL/, '')
		.replace(/Data as at 2 March 2026 OFFICIAL Code CDFG-3467 · page \d+ of \d+/, '');

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

async function structureOf(document: Document): Promise<unknown[]> {
	const pages = Array.from({ length: document.numPages }, (_, index) =>
		document.getPage(index + 1)
	);
	return Promise.all(pages.map(async (page) => (await page).getStructTree()));
}
