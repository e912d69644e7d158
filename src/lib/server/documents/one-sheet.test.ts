import { headlineFacts, headlineSentence } from '#lib/wording/headline.ts';
import { beforeEach, expect, test } from 'vitest';
import { pdfText } from '../../../../tests/support/pdf-text.ts';
import { openScene, stage, type Scene } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { readPostBrief } from '../reads/post-brief.ts';
import { readSummary } from '../reads/summary.ts';
import { bodySheet } from './body-sheet.ts';
import { briefPaper } from './brief-paper.ts';
import { renderPdf } from './paper-pdf.ts';

let app: TestApp;
let scene: Scene;
const FACTS = { isSample: true, origin: 'https://tracker.test', at: 0 };

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	for (let number = 1; number <= 10; number += 1) await stage(app, scene, 'in-progress', number);
	await stage(app, scene, 'confirmed', 7, scene.essex);
});

test('a body stands on one sheet, with the numbers of its summary and nothing of another', async () => {
	const summary = await readSummary(app, scene.people['own lead'], { organisation: 'KENT' });
	const pages = await pdfText(await renderPdf(bodySheet(summary, FACTS)));
	expect(pages).toHaveLength(1);
	expect(pages[0]).toContain(headlineSentence(headlineFacts(summary.counts)));
	for (const { reference } of summary.rows) expect(pages[0]).toContain(reference);
	expect(pages[0]).toContain('Kent Police');
	expect(pages[0]).not.toContain('Essex');
});

test('a handover brief is one sheet, with what is open and who had it', async () => {
	const name = { organisation: 'KENT', post: scene.kentPost };
	const brief = await readPostBrief(app, scene.people['own lead'], name);
	const pages = await pdfText(await renderPdf(briefPaper(brief, FACTS)));
	expect(pages).toHaveLength(1);
	for (const words of ['Handover brief', 'Head of Crime', 'Alex Doe', 'Sample data']) {
		expect(pages[0]).toContain(words);
	}
});
