import { isNational } from '#lib/domain/actor.ts';
import { reconciles } from '#lib/domain/movement.ts';
import { headlineFacts, headlineSentence } from '#lib/wording/headline.ts';
import { beforeEach, expect, test } from 'vitest';
import { pdfText } from '../../../../tests/support/pdf-text.ts';
import { anAssignment, anOrganisation } from '../../../../tests/support/builders.ts';
import { openScene, ROLE_NAMES, stage, type Scene } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { readPostBrief } from '../reads/post-brief.ts';
import { readRecommendationSheet } from '../reads/recommendation-sheet.ts';
import { readSummary } from '../reads/summary.ts';
import { bodySheet } from './body-sheet.ts';
import { briefPaper } from './brief-paper.ts';
import { renderPdf } from './paper-pdf.ts';
import { recommendationSheet } from './recommendation-sheet.ts';

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

test('a recommendation stands on one sheet, whoever it falls to and whatever they wrote', async () => {
	const bodies: string[] = [];
	for (let index = 0; index < 58; index += 1) {
		const name = `Constabulary of the Upper and the Lower Vale ${index}`;
		const id = await anOrganisation(app, `VALE${index}`, { name });
		await anAssignment(app, id, { number: 7, status: index % 2 ? 'in-progress' : 'confirmed' });
		bodies.push(name);
	}
	const read = await readRecommendationSheet(app, scene.people['national observer'], 'OIC-7');
	const long = { ...read, wording: 'Every one of them should. '.repeat(200) };
	const pages = await pdfText(await renderPdf(recommendationSheet(long, FACTS)));
	expect(pages).toHaveLength(1);
	const [text = ''] = pages;
	expect(text).toContain(headlineSentence(headlineFacts(read.counts)));
	const oneLine = text.replace(/\s+/g, ' ');
	for (const name of bodies) expect(oneLine).toContain(name);
});

test.each(ROLE_NAMES)('%s: the sheet of a recommendation names whom they may see', async (role) => {
	const reader = scene.people[role];
	const read = await readRecommendationSheet(app, reader, 'OIC-7');
	const said = JSON.stringify(recommendationSheet(read, FACTS));
	expect(said).toContain(headlineSentence(headlineFacts(read.counts)));
	const sees = (organisationId: number) =>
		isNational(reader) || reader.roles.some((held) => held.organisationId === organisationId);
	expect(said.includes('Kent')).toBe(sees(scene.kent));
	expect(said.includes('Essex')).toBe(sees(scene.essex));
	expect(said.includes('Exceptions')).toBe(isNational(reader));
});

test('the counts of a recommendation’s sheet are those of its names, and its movement adds up', async () => {
	const read = await readRecommendationSheet(app, scene.people.inspector, 'OIC-7');
	const byStatus = Object.groupBy(read.assignments, ({ status }) => status);
	for (const [status, items] of Object.entries(read.counts.statuses)) {
		expect(byStatus[status as keyof typeof byStatus]?.length ?? 0, status).toBe(items);
	}
	const { movement } = read.ofAll!;
	expect(movement && reconciles(movement)).toBe(true);
});
