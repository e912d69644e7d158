import type { Actor } from '#lib/domain/actor.ts';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { mailOf, trailOf } from '../../../../tests/support/doors.ts';
import { EICAR, EICAR_SIGNATURE } from '../../../../tests/support/files/eicar.ts';
import { fakeClamd, type FakeClamd } from '../../../../tests/support/files/fake-clamd.ts';
import { streamOf } from '../../../../tests/support/files/temporary-store.ts';
import { refusalOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { clamdScanner } from '../files/clamd.ts';
import { receiveFile } from '../files/receive-file.ts';
import { addFiles } from './evidence.ts';
import { withdrawEvidence } from './evidence-withdrawal.ts';
import { scanDueFiles, type ScanContext } from './file-scans.ts';

const MINUTE = 60_000;

let app: TestApp;
let scanning: TestApp & ScanContext;
let clamd: FakeClamd;
let scene: Scene;
let lead: Actor;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	clamd = await fakeClamd();
	scanning = { ...app, scanner: clamdScanner(clamd.address) };
	scene = await openScene(app);
	lead = scene.people['own lead'];
	staged = await stage(app, scene, 'in-progress');
});

test('a clean file is scanned once, and nobody hears of it', async () => {
	await upload('Force,Status\r\n');
	const before = (await trailOf(app)).length;
	expect(await scanDueFiles(scanning)).toEqual({ clean: 1, infected: 0, failed: 0 });
	expect(await scanDueFiles(scanning)).toEqual({ clean: 0, infected: 0, failed: 0 });
	expect(lastRowOf(app, 'file_scan')).toMatchObject({
		result: 'clean',
		detail: null,
		at: app.clock.now()
	});
	expect(await trailOf(app)).toHaveLength(before);
	expect(await mailOf(app)).toEqual([]);
});

describe('an infected file', () => {
	test('is kept as such and said in the trail by the service', async () => {
		const sha256 = await upload(EICAR);
		expect(await scanDueFiles(scanning)).toMatchObject({ infected: 1 });
		expect(rowsOf(app, 'file_scan')).toMatchObject([
			{ sha256, result: 'infected', detail: EICAR_SIGNATURE }
		]);
		const [entry] = await trailOf(app);
		expect(entry).toMatchObject({
			action: 'evidence.quarantine',
			actorId: null,
			actorName: 'The service',
			assignmentId: staged.id,
			organisationId: scene.kent,
			sentence: `The service quarantined the file “New list” of OIC-7 for Kent Police: the malware scanner found “${EICAR_SIGNATURE}”.`
		});
		expect(JSON.parse(entry!.particulars)).toMatchObject({ sha256, found: EICAR_SIGNATURE });
	});

	test('is told to whoever uploaded it and to every inspector, and to nobody else', async () => {
		await upload(EICAR);
		await scanDueFiles(scanning);
		const mail = await mailOf(app);
		const { inspector, 'inspector and own lead': both } = scene.people;
		expect(mail.map(({ to }) => to).sort()).toEqual(
			[lead.email, inspector.email, both.email].sort()
		);
		expect(mail[0]!.subject).toBe('OIC-7 file quarantined: Kent Police');
		expect(mail[0]!.body).toContain('https://tracker.test/recommendations/OIC-7/KENT/evidence');
		expect(mail[0]!.body).not.toContain('New list');
		expect(mail[0]!.body).not.toContain(EICAR_SIGNATURE);
	});

	test('behind items of two bodies is said to each in its own trail, once', async () => {
		const theirs = await stage(app, scene, 'in-progress', 7, scene.essex);
		await upload(EICAR);
		await upload(EICAR, scene.people['foreign lead'], theirs);
		await scanDueFiles(scanning);
		const told = (await trailOf(app)).filter(({ action }) => action === 'evidence.quarantine');
		expect(told.map(({ organisationId }) => organisationId).sort()).toEqual(
			[scene.kent, scene.essex].sort()
		);
		const mail = await mailOf(app);
		const ofEssex = mail.filter(({ subject }) => subject.includes('Essex'));
		expect(ofEssex.map(({ to }) => to)).not.toContain(lead.email);
		expect(rowsOf(app, 'file_scan')).toHaveLength(1);
	});

	test('behind a withdrawn item troubles nobody', async () => {
		await upload(EICAR);
		const { key } = lastRowOf(app, 'evidence');
		await withdrawEvidence(app, lead, String(key), { reason: 'In error', submissionKey: aKey() });
		expect(await scanDueFiles(scanning)).toMatchObject({ infected: 1 });
		expect(await mailOf(app)).toEqual([]);
	});

	test('is refused the next time, before anything is stored', async () => {
		await upload(EICAR);
		await scanDueFiles(scanning);
		const before = databaseImage(app);
		const refusal = await refusalOf(upload(EICAR));
		expect(refusal).toMatchObject({
			code: 'file-infected',
			field: 'files',
			facts: { name: 'list.csv' }
		});
		expect(databaseImage(app)).toBe(before);
	});
});

describe('a scan that failed', () => {
	test('is tried again, each time after twice as long, until the scanner answers', async () => {
		await upload('Force,Status\r\n');
		clamd.misbehave((socket) => void socket.end());
		const start = app.clock.now();
		const tried: number[] = [];
		for (let minute = 0; minute <= 16; minute += 1) {
			app.goTo(start + minute * MINUTE);
			const { failed } = await scanDueFiles(scanning);
			if (failed > 0) tried.push(minute);
		}
		expect(tried).toEqual([0, 2, 6, 14]);
		clamd.misbehave(undefined);
		expect(await scanDueFiles(scanning)).toMatchObject({ clean: 0 });
		expect(await scanDueFiles(scanning, { isUrgent: true })).toMatchObject({ clean: 1 });
		expect(rowsOf(app, 'file_scan').map(({ result }) => result)).toEqual([
			...tried.map(() => 'failed'),
			'clean'
		]);
	});

	test('waits for an hour or so at the longest', async () => {
		await upload('Force,Status\r\n');
		clamd.misbehave((socket) => void socket.end());
		for (let times = 0; times < 10; times += 1) {
			await scanDueFiles(scanning, { isUrgent: true });
		}
		app.goTo(app.clock.now() + 64 * MINUTE);
		expect(await scanDueFiles(scanning)).toMatchObject({ failed: 1 });
	});

	test('because nobody is there ends the run: the others are not asked in vain', async () => {
		await upload('Force,Status\r\n');
		await upload('Force,Date\r\n');
		const alone = { ...scanning, scanner: clamdScanner({ path: '/nonexistent/clamd.sock' }) };
		expect(await scanDueFiles(alone)).toMatchObject({ failed: 1 });
		expect(rowsOf(app, 'file_scan')).toHaveLength(1);
		expect(lastRowOf(app, 'file_scan').detail).toBe('ENOENT');
	});

	test('because of one file does not hold up the rest', async () => {
		const missing = await upload('Force,Status\r\n');
		const altered = await upload('Force,Date\r\n');
		await upload('Force,Name\r\n');
		rmSync(pathOf(missing));
		writeFileSync(pathOf(altered), 'something else');
		expect(await scanDueFiles(scanning)).toEqual({ clean: 1, infected: 0, failed: 2 });
	});
});

test('more files than one batch are all scanned', async () => {
	for (let number = 0; number < 45; number += 1) await upload(`Force,${number}\r\n`);
	expect(await scanDueFiles(scanning)).toEqual({ clean: 45, infected: 0, failed: 0 });
	expect(clamd.received).toHaveLength(45);
});

test('without a scanner nothing is scanned', async () => {
	await upload(EICAR);
	const before = databaseImage(app);
	expect(await scanDueFiles(app)).toEqual({ clean: 0, infected: 0, failed: 0 });
	expect(databaseImage(app)).toBe(before);
});

async function upload(text: string, actor = lead, to = staged): Promise<string> {
	const file = await receiveFile(app.files, 'list.csv', streamOf(text));
	await addFiles(app, actor, to, {
		title: 'New list',
		shows: 'What was found',
		marking: 'official',
		submissionKey: aKey(),
		files: [file]
	});
	return file.sha256;
}

function pathOf(sha256: string): string {
	return join(app.config.dataDir, 'files', sha256.slice(0, 2), sha256);
}
