import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import type { Actor } from '#lib/domain/actor.ts';
import { bringWorkbook } from '#lib/server/bring-workbook.ts';
import { packPaper } from '#lib/server/documents/pack-paper.ts';
import { renderWord } from '#lib/server/documents/paper-word.ts';
import { workbookProblemLine } from '#lib/server/exchange/workbook/workbook-problem.ts';
import { readPackPaper } from '#lib/server/exchange/board-pack.ts';
import { headlineFacts, headlineSentence } from '#lib/wording/headline.ts';
import { beforeEach, expect, test } from 'vitest';
import { aPack } from '../support/board-pack.ts';
import { convert, isInstalled, isWriterInstalled, officeFolder } from '../support/office.ts';
import { pdfText } from '../support/pdf-text.ts';
import { openScene, stage, type Scene } from '../support/scene.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';
import { bytesOf, fill, takeWorkbook } from '../support/workbook-files.ts';

// What LibreOffice opens and saves again. Where it is not installed the tests are skipped, and say so.

let app: TestApp;
let scene: Scene;
let lead: Actor;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	lead = scene.people['own lead'];
	await stage(app, scene, 'in-progress', 7);
});

test.skipIf(!isInstalled).each(['xlsx', 'ods'] as const)(
	'a workbook that LibreOffice saved as %s is what it was (skipped where soffice is not installed)',
	{ timeout: 240_000 },
	async (format) => {
		const folder = officeFolder();
		const saved = join(folder, 'saved');
		mkdirSync(saved);
		const untouched = await takeWorkbook(app, lead, format);
		const book = read(untouched);
		fill(book, 'Assignments', 'H4', 'Trained 40 people.\nŁódź: =More to come.');
		fill(book, 'Assignments', 'I4', 'delivery probable');
		fill(book, 'Assignments', 'J4', 'Audit');
		fill(book, 'Assignments', 'K4', '30/04/2026');
		writeFileSync(join(folder, `untouched.${format}`), untouched);
		writeFileSync(join(folder, `filled.${format}`), bytesOf(book, format));
		await convert(folder, format, [`untouched.${format}`, `filled.${format}`], saved);
		const bring = async (name: string) => {
			const bytes = readFileSync(join(saved, `${name}.${format}`));
			const brought = await bringWorkbook(app, lead, `${name}.${format}`, new Uint8Array(bytes));
			return brought.ok ? brought.workbook.changes : brought.problems.map(workbookProblemLine);
		};
		expect(await bring('untouched')).toEqual([`untouched.${format}: Nothing is filled in`]);
		const changes = await bring('filled');
		expect(changes).toHaveLength(1);
		const said = JSON.stringify(changes[0]);
		for (const words of ['Trained 40 people.\\nŁódź: =More to come.', 'probable', '2026-04-30']) {
			expect(said).toContain(words);
		}
	}
);

test.skipIf(!isWriterInstalled)(
	'LibreOffice opens the Word file of a pack, with every heading and number (skipped where its Writer is not installed)',
	{ timeout: 240_000 },
	async () => {
		const folder = officeFolder();
		const { inspector } = scene.people;
		for (let number = 1; number <= 6; number += 1) await stage(app, scene, 'in-progress', number);
		const key = await aPack(app, inspector);
		const { paper, content } = await readPackPaper(app, inspector, key);
		expect(paper).toEqual(packPaper(content!));
		writeFileSync(join(folder, 'pack.docx'), await renderWord(paper));
		await convert(folder, 'pdf', ['pack.docx']);
		const pages = await pdfText(readFileSync(join(folder, 'pack.pdf')));
		const text = pages.join(' ').replace(/\s+/g, ' ');
		expect(text).toContain(headlineSentence(headlineFacts(content!.counts)));
		for (const block of paper.blocks) {
			if (block.kind === 'heading') expect(text).toContain(block.text);
			if (block.kind !== 'table') continue;
			expect(text).toContain(block.caption);
		}
		for (const page of pages) expect(page).toContain('OFFICIAL');
	}
);
