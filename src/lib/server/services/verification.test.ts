import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { anIssuedPack } from '../../../../tests/support/board-pack.ts';
import { lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { hashPdf } from '../files/hash-pdf.ts';
import { verifyPaper } from './verification.ts';

let app: TestApp;
let scene: Scene;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	await stage(app, scene, 'in-progress');
	await anIssuedPack(app, scene.people['own lead'], { organisation: 'KENT', asks: 'A secret ask' });
});

const issued = () => lastRowOf(app, 'board_pack_issue');
const ask = (by: Parameters<typeof verifyPaper>[1], address = '192.0.2.1') =>
	verifyPaper(app, by, address);

test('knows a paper by its code and by its file, and tells what stands on it and no more', async () => {
	const { code, pdf_sha256, content_hash } = issued();
	const known = {
		...{ number: 1, code, contentHash: content_hash, meeting: 'National Policing Board' },
		...{ asAt: '2026-03-02', organisationName: 'Kent Police', supersededBy: null }
	};
	const byCode = await ask({ code: String(code) });
	expect(byCode).toMatchObject(known);
	expect(await ask({ pdfSha256: String(pdf_sha256) })).toEqual(byCode);
	expect(JSON.stringify(byCode)).not.toMatch(/secret ask|Head of Crime|OIC-7/);
});

test('says which pack has taken its place, of the same series alone', async () => {
	const { code } = issued();
	await anIssuedPack(app, scene.people.inspector);
	expect((await ask({ code: String(code) }))?.supersededBy).toBeNull();
	await anIssuedPack(app, scene.people['own lead'], { organisation: 'KENT' });
	expect((await ask({ code: String(code) }))?.supersededBy).toBe(2);
});

test('knows nothing of what was not issued, and stores nothing but that somebody missed', async () => {
	const tables = ['board_pack', 'board_pack_issue', 'stored_file', 'audit_entry'];
	const before = tables.map((table) => rowsOf(app, table));
	expect(await ask({ code: 'CDFG-3467' })).toBeNull();
	expect(await ask({ pdfSha256: 'ab'.repeat(32) })).toBeNull();
	expect(tables.map((table) => rowsOf(app, table))).toEqual(before);
});

test('whoever tries codes is stopped, whoever checks papers is not', async () => {
	const { code } = issued();
	for (let many = 0; many < 30; many += 1) await ask({ code: String(code) });
	const outcomes = [];
	for (let many = 0; many < 21; many += 1)
		outcomes.push(await outcomeOf(ask({ code: 'CDFG-3467' })));
	expect(outcomes.slice(0, 20)).toEqual(Array(20).fill('done'));
	expect(outcomes[20]).toBe('too-many-attempts');
	expect(await outcomeOf(ask({ code: String(code) }))).toBe('too-many-attempts');
	expect(await outcomeOf(ask({ code: String(code) }, '192.0.2.2'))).toBe('done');
	app.goTo(app.clock.now() + 16 * 60_000);
	expect(await outcomeOf(ask({ code: String(code) }))).toBe('done');
});

test('a file is hashed as it streams by, and must be a PDF', async () => {
	const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000_000, 7)]);
	expect(await hashPdf(inPieces(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
	expect(await outcomeOf(hashPdf(inPieces(Buffer.from('PK\u0003\u0004'.repeat(900)))))).toBe(
		'not-a-pdf'
	);
	const late = Buffer.concat([Buffer.alloc(2000, 32), Buffer.from('%PDF-1.7')]);
	expect(await outcomeOf(hashPdf(inPieces(late)))).toBe('not-a-pdf');
	expect(await outcomeOf(hashPdf(inPieces(Buffer.alloc(0))))).toBe('file-empty');
});

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}
