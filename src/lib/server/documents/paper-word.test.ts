import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import type { Paper, PaperBlock } from '#lib/domain/paper.ts';
import { emptyCounts } from '#lib/domain/rollup.ts';
import { expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '../../../../tests/support/hostile-texts.ts';
import { cell, heading, link, look, paragraph, said, table } from './blocks.ts';
import { renderWord } from './paper-word.ts';

test('has headings and tables of Word’s own, header rows that repeat, and rows that stay whole', async () => {
	const rows = [[cell(look({ word: 'Confirmed', shape: 'tick' })), cell('12')]];
	const { body } = await partsOf([
		heading(2, 'One', true),
		heading(3, 'Within'),
		table(
			'T',
			[
				['A', 1],
				['B', 1, 'number']
			],
			rows
		)
	]);
	for (const style of ['Heading1', 'Heading2', 'Heading3']) {
		expect(body).toContain(`<w:pStyle w:val="${style}"/>`);
	}
	expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
	expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(2);
	expect(body).toContain('✔ Confirmed');
});

test('says language, marking, day and code on every sheet, and counts its pages', async () => {
	const { styles, header, footer } = await partsOf([]);
	expect(styles).toContain('w:val="en-GB"');
	expect(header).toContain('OFFICIAL');
	for (const words of ['Data as at 2 March 2026', 'CDFG-3467', 'PAGE', 'NUMPAGES']) {
		expect(footer).toContain(words);
	}
});

test('a picture has its text, and a link its address', async () => {
	const data = [
		{ reference: 'OIC-1', title: 'Share', counts: { ...emptyCounts(), confirmed: 10 } }
	];
	const { body, relations } = await partsOf([
		paragraph(link('here', 'https://tracker.test/?a=1&b=2')),
		{
			...{ kind: 'chart', title: 'A third', description: 'Of 30, 10 are confirmed' },
			chart: { name: 'status-by-recommendation', data }
		}
	]);
	expect(body).toContain('descr="Of 30, 10 are confirmed"');
	expect(relations).toContain('Target="https://tracker.test/?a=1&amp;b=2"');
});

test.each(Object.entries(HOSTILE_TEXTS))(
	'shows what was typed as text: %s',
	async (_name, text) => {
		const { body } = await partsOf([said(text), table(text, [[text, 1]], [[cell(text)]])]);
		const shown = [...body.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) =>
			unescape(words!)
		);
		// Whatever can stand in XML stands there as it was typed; what turns a line is shown by its number.
		const letters = text.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 500);
		expect(shown.join('').replace(/\[U\+[0-9A-F]+\]|[^\p{L}\p{N}]/gu, '')).toContain(letters);
		expect(body).not.toMatch(/<script|[\u0000-\u0008\u202e]/);
	}
);

function unescape(words: string): string {
	return words
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'")
		.replaceAll('&amp;', '&');
}

async function partsOf(blocks: readonly PaperBlock[]) {
	const paper: Paper = {
		...{ format: 1, title: 'Board pack 4', caption: 'An inspection', marking: 'OFFICIAL' },
		...{ asAt: 'Data as at 2 March 2026', code: 'CDFG-3467', hash: null, notice: null },
		...{ author: 'Alex Doe', madeAt: 0, blocks }
	};
	const file = new Blob([new Uint8Array(await renderWord(paper))]);
	const entries = await new ZipReader(new BlobReader(file)).getEntries();
	const read = async (name: string) => {
		const entry = entries.find(({ filename }) => filename === name);
		if (!entry || entry.directory) throw new Error(`${name} is missing`);
		return entry.getData(new TextWriter());
	};
	return {
		body: await read('word/document.xml'),
		styles: await read('word/styles.xml'),
		header: await read('word/header1.xml'),
		footer: await read('word/footer1.xml'),
		relations: await read('word/_rels/document.xml.rels')
	};
}
