import { plainDate } from '#lib/domain/plain-date.ts';
import { headlineFacts, headlineSentence } from '#lib/wording/headline.ts';
import { standingWords } from '#lib/wording/summary.ts';
import { beforeEach, expect, test } from 'vitest';
import { aPack, aPackForm, anIssuedPack } from '../../../../tests/support/board-pack.ts';
import { lastRowOf } from '../../../../tests/support/database.ts';
import { pdfText } from '../../../../tests/support/pdf-text.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { storedBytes } from '../../../../tests/support/stored-file.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { packPaper, withHash } from '../documents/pack-paper.ts';
import { renderPdf } from '../documents/paper-pdf.ts';
import { readSummary } from '../reads/summary.ts';
import { commentOnException } from '../services/board-packs.ts';
import { moveAssignment } from '../services/assignment-moves.ts';
import { readPackPaper } from './board-pack.ts';

let app: TestApp;
let scene: Scene;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	app.goTo('2026-02-02');
	scene = await openScene(app);
	staged = await stage(app, scene, 'not-started', 7);
	await stage(app, scene, 'in-progress', 3);
	await stage(app, scene, 'reported-complete', 7, scene.essex);
	app.goTo('2026-03-02');
});

test('the PDF, the page and the summary tell the same numbers', async () => {
	const { inspector } = scene.people;
	const key = await anIssuedPack(app, inspector);
	const summary = await readSummary(app, inspector, {});
	const told = (await fileText()).replaceAll('\u200b', '');
	expect(told).toContain(headlineSentence(headlineFacts(summary.counts)));
	expect(summary.rows).toHaveLength(2);
	for (const { counts, reference } of summary.rows) {
		expect(told).toContain(reference);
		const words = standingWords(counts.statuses, counts.timeliness.overdue, counts.wouldBeOverdue);
		expect(told).toContain(`${words}. Lead:`);
	}
	const { paper } = await readPackPaper(app, inspector, key);
	const page = JSON.stringify(paper.blocks);
	expect(page).toContain(headlineSentence(headlineFacts(summary.counts)));
	for (const number of Object.values(summary.movement)) expect(page).toContain(`"${number}"`);
});

test('what is issued is read again as it was, whatever the register says later, and prints to the same bytes', async () => {
	const { inspector, 'own lead': lead } = scene.people;
	const key = await anIssuedPack(app, inspector);
	const before = await readPackPaper(app, inspector, key);
	const form = { version: 1, submissionKey: 'a-key-of-its-own' };
	await moveAssignment(app, lead, staged, { ...form, verb: 'start', reason: 'Begun' });
	const after = await readPackPaper(app, inspector, key);
	expect(after.paper).toEqual(before.paper);
	expect(Buffer.from(await renderPdf(after.paper)).equals(await issuedFile())).toBe(true);
});

test('the next pack says what changed since, from both', async () => {
	const { inspector, 'own lead': lead } = scene.people;
	await anIssuedPack(app, inspector, { asAt: plainDate('2026-03-01') });
	const form = { version: 1, submissionKey: 'a-key-of-its-own' };
	await moveAssignment(app, lead, staged, { ...form, verb: 'start', reason: 'Begun' });
	await anIssuedPack(app, inspector);
	const text = await fileText();
	expect(text).toContain('What changed since pack 1');
	expect(text).toContain('Pack 1 told of the register as at 1 March 2026.');
});

test('a draft says that it is one, and prints what was said of an exception', async () => {
	const lead = scene.people['own lead'];
	const key = await aPack(app, lead, { organisation: 'KENT', asks: 'Name an *owner*\n\nSoon' });
	const text = 'We have #asked for an owner';
	await commentOnException(app, lead, key, staged, { ...aPackForm(app, key), text });
	const { paper } = await readPackPaper(app, lead, key);
	expect(paper).toMatchObject({ title: 'Board pack: Kent Police', code: null, hash: null });
	const told = (await pdfText(await renderPdf(paper))).join(' ');
	for (const words of ['Draft, not issued', text, 'Name an *owner* Soon']) {
		expect(told).toContain(words);
	}
	expect(told).not.toContain('Essex');
});

test('nothing of a paper depends on when it is drawn', async () => {
	const { inspector } = scene.people;
	const key = await aPack(app, inspector);
	const read = async () => (await readPackPaper(app, inspector, key)).content!;
	const one = await read();
	app.goTo(app.clock.now() + 3_600_000);
	const papers = [one, await read()].map((content) =>
		withHash(packPaper(content), 'ab'.repeat(32))
	);
	const [first, second] = await Promise.all(papers.map(renderPdf));
	expect(Buffer.from(first!).equals(second!)).toBe(true);
});

async function fileText(): Promise<string> {
	return (await pdfText(await issuedFile())).join(' ');
}

function issuedFile(): Promise<Buffer> {
	return storedBytes(app, lastRowOf(app, 'board_pack_issue').pdf_sha256);
}
