import { beforeEach, expect, test } from 'vitest';
import { aPack, aPackForm, anIssuedPack } from '../support/board-pack.ts';
import { databaseImage, lastRowOf } from '../support/database.ts';
import { submit } from '../support/routes.ts';
import { openScene, stage, type Scene } from '../support/scene.ts';
import { storedBytes } from '../support/stored-file.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';
import { issueBoardPack } from '#lib/server/exchange/board-pack.ts';

// What /verify answers, through its forms.

let app: TestApp;
let scene: Scene;
let pdf: Buffer;
let code: string;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	await stage(app, scene, 'in-progress');
	await anIssuedPack(app, scene.people.inspector);
	const issued = lastRowOf(app, 'board_pack_issue');
	code = String(issued.code);
	pdf = await storedBytes(app, issued.pdf_sha256);
});

test('genuine by code and by file, however the code is typed', async () => {
	for (const typed of [code, code.toLowerCase(), ` ${code.replace('-', ' ')} `]) {
		expect(await verdictOn({ code: typed })).toMatchObject({
			isFile: false,
			found: { number: 1, supersededBy: null }
		});
	}
	expect(await verdictOn(upload(pdf))).toMatchObject({
		isFile: true,
		found: { number: 1, supersededBy: null }
	});
});

test('superseded by the pack that took its place, by code and by file', async () => {
	const later = await aPack(app, scene.people.inspector);
	await issueBoardPack(app, scene.people.inspector, later, aPackForm(app, later));
	for (const asked of [{ code }, upload(pdf)]) {
		expect(await verdictOn(asked)).toMatchObject({ found: { number: 1, supersededBy: 2 } });
	}
});

test('unknown: a code that was not issued, another PDF, one that is encrypted, and ours with one byte more', async () => {
	const another = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';
	const encrypted = another.replace('<</Root', '<</Encrypt<</Filter/Standard/V 5/R 6>>/Root');
	for (const asked of [
		{ code: 'CDFG-3467' },
		...[Buffer.from(another), Buffer.from(encrypted), Buffer.concat([pdf, Buffer.from('\n')])].map(
			upload
		)
	]) {
		expect(await verdictOn(asked)).toMatchObject({ found: null });
	}
});

test.each([
	['no file at all', () => Buffer.alloc(0), /empty|Select/],
	['a web page that is called a PDF', () => Buffer.from('<!doctype html><p>Hello'), /PDF/],
	['a file over the limit', () => Buffer.concat([pdf, Buffer.alloc(21 * 1024 * 1024)]), /20 ?MB/],
	['text that names a PDF late', () => Buffer.from(`${' '.repeat(4000)}%PDF-1.7`), /PDF/]
])('%s is said beside the field, and nothing is stored', async (_what, bytesOf, words) => {
	const before = databaseImage(app);
	const answer = await ask(upload(bytesOf()));
	expect(answer.status).toBe(422);
	const { problems } = answer.data as { problems: { field: string; message: string }[] };
	expect(problems).toEqual([{ field: 'file', message: expect.stringMatching(words) }]);
	expect(databaseImage(app)).toBe(before);
});

function upload(bytes: Buffer): FormData {
	const form = new FormData();
	form.set('file', new File([new Uint8Array(bytes)], 'paper.pdf', { type: 'application/pdf' }));
	return form;
}

function ask(fields: Record<string, string> | FormData) {
	const action = fields instanceof FormData ? 'file' : 'code';
	const page = { id: '/(door)/verify', params: {}, action };
	return submit(app, scene.people.nobody, page, fields);
}

async function verdictOn(fields: Record<string, string> | FormData): Promise<unknown> {
	const { status, data } = await ask(fields);
	expect(status).toBe(200);
	return (data as { verdict: unknown }).verdict;
}
