import type { Actor } from '#lib/domain/actor.ts';
import { can } from '#lib/domain/policy.ts';
import { readEvidenceArchive } from '#lib/server/reads/evidence-archive.ts';
import { receiveFile } from '#lib/server/files/receive-file.ts';
import { addFiles, addLink, addSighting } from '#lib/server/services/evidence.ts';
import { withdrawEvidence } from '#lib/server/services/evidence-withdrawal.ts';
import { isHttpError, type RequestEvent } from '@sveltejs/kit';
import { plainDate } from '#lib/domain/plain-date.ts';
import { randomBytes } from 'node:crypto';
import { readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { GET } from '../../src/routes/(app)/recommendations/[ref]/[org]/evidence/zip/+server.ts';
import { aKey } from '../support/assignment-facts.ts';
import { databaseImage, lastRowOf, rawConnection, rowsOf } from '../support/database.ts';
import { readZip } from '../support/files/read-zip.ts';
import { streamOf } from '../support/files/temporary-store.ts';
import { BLIND, openScene, ROLE_NAMES, stage, type Scene, type Staged } from '../support/scene.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const FOLDER = 'OIC-7 KENT evidence 2026-03-02';

let app: TestApp;
let scene: Scene;
let lead: Actor;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp({ EVIDENCE_MAX_MB: '100' });
	scene = await openScene(app);
	lead = scene.people['own lead'];
	staged = await stage(app, scene, 'in-progress');
});

test('holds every file byte for byte, however many and whatever they are called', async () => {
	const contents = [];
	for (let number = 0; number < 50; number += 1) {
		const text = `Row,${randomBytes(200 * (number % 7)).toString('hex')}\r\n`;
		contents.push(text);
		await add(['figures.csv', 'Figures.csv', 'ŵy 🐟.csv', '../../etc/x.csv'][number % 4]!, text);
	}
	const response = await download(lead);
	expect(response.headers.get('content-disposition')).toContain(`filename="${FOLDER}.zip"`);
	const entries = await entriesOf(response);
	const files = [...entries].filter(([path]) => path.startsWith(`${FOLDER}/files/`));
	expect(files.map(([, content]) => content.toString())).toEqual(contents);
	expect([...entries.keys()].slice(50)).toEqual([
		`${FOLDER}/manifest.csv`,
		`${FOLDER}/manifest.txt`
	]);
	const flat = files.map(([path]) => path.slice(`${FOLDER}/files/`.length).toLowerCase());
	expect(new Set(flat).size).toBe(50);
	expect(flat.some((name) => name.includes('/') || name.includes('..'))).toBe(false);
});

describe('the manifest', () => {
	test('says of everything what it is, where it is, and why a file is not there', async () => {
		await add('policy.csv', 'a,b\r\n', { title: '=cmd()', page: 'Page 4', sort: 'policy' });
		const gone = await add('gone.csv', 'b,c\r\n', { title: 'Gone' });
		await withdrawEvidence(app, lead, gone, { reason: 'In error', submissionKey: aKey() });
		await add('bad.csv', 'c,d\r\n', { title: 'Bad' });
		scanned('infected');
		await addLink(app, lead, staged, { ...statement(), linkUrl: 'https://kent.example/p' });
		await addSighting(app, lead, staged, {
			...statement(),
			marking: 'official-sensitive',
			heldWhere: 'The secure room',
			custodian: 'Head of Custody',
			seenBy: 'HMI Jo Fox',
			seenOn: plainDate('2026-02-27')
		});
		const entries = await entriesOf(await download(scene.people.inspector));
		const csv = entries.get(`${FOLDER}/manifest.csv`)!.toString();
		expect(csv.startsWith('\ufeff')).toBe(true);
		const rows = parse(csv, { columns: true, bom: true }) as Record<string, string>[];
		expect(rows).toHaveLength(6);
		expect(rows[1]).toMatchObject({
			'In this ZIP': 'files/policy.csv',
			'Not in it because': '',
			Title: "'=cmd()",
			Kind: 'File',
			Sort: 'Policy',
			'Look at': 'Page 4',
			'SHA-256': rowsOf(app, 'stored_file')[0]!.sha256,
			'Added by': lead.name,
			'Added on': '2026-03-02'
		});
		expect(rows[2]).toMatchObject({
			'In this ZIP': '',
			'Not in it because': 'It was withdrawn',
			'Why it was withdrawn': 'In error'
		});
		expect(rows[3]!['Not in it because']).toMatch(/^It is quarantined/);
		expect(rows[4]).toMatchObject({ Kind: 'Link', Link: 'https://kent.example/p' });
		expect(rows[5]).toMatchObject({ 'Held at': 'The secure room', 'Seen on': '2026-02-27' });
		const text = entries.get(`${FOLDER}/manifest.txt`)!.toString();
		expect(text).toMatch(/^OFFICIAL-SENSITIVE\r\n/);
		expect(text).toContain(`downloaded by ${scene.people.inspector.name}.`);
		expect(text).toContain('1 file in this ZIP, 2 left out, and 3 that are links or sightings.');
		expect(entries.has(`${FOLDER}/files/gone.csv`)).toBe(false);
		expect(entries.has(`${FOLDER}/files/bad.csv`)).toBe(false);
	});

	test('says where the disk does not give a file back, and the rest is there', async () => {
		await add('missing.csv', 'a,b\r\n');
		const missing = pathOfLast();
		await add('altered.csv', 'b,c\r\n');
		const altered = pathOfLast();
		await add('whole.csv', 'c,d\r\n');
		rmSync(missing);
		writeFileSync(altered, 'x,y\r\n');
		const entries = await entriesOf(await download(lead));
		const csv = entries.get(`${FOLDER}/manifest.csv`)!.toString();
		const rows = parse(csv, { columns: true, bom: true }) as Record<string, string>[];
		expect(rows.map((row) => row['Not in it because']!.slice(0, 16))).toEqual([
			'',
			'It is missing fr',
			'It is not as it ',
			''
		]);
		expect([...entries.keys()]).toContain(`${FOLDER}/files/whole.csv`);
		expect(entries.size).toBe(3);
	});
});

test('where files are scanned, one that is not passed yet is left out, also for its uploader', async () => {
	const scanning = { ...app, scanner: {} };
	await add('policy.csv', 'a,b\r\n');
	const before = await readEvidenceArchive(scanning, lead, staged);
	expect(before.items[1]).toMatchObject({ leftOut: 'awaits-scan' });
	scanned('clean');
	const after = await readEvidenceArchive(scanning, lead, staged);
	expect(after.items[1]).toMatchObject({ leftOut: null });
});

test.each(ROLE_NAMES)(
	'%s gets it where the policy lets them, and it is in the trail once',
	async (role) => {
		await add('policy.csv', 'a,b\r\n');
		const before = databaseImage(app);
		const entries = rowsOf(app, 'audit_entry').length;
		const status = await statusOf(download(scene.people[role]));
		const subject = { organisationId: scene.kent };
		const allowed = can(scene.people[role], 'download-evidence', subject);
		expect(status).toBe(BLIND.includes(role) ? 404 : allowed ? 200 : 403);
		if (status !== 200) expect(databaseImage(app)).toBe(before);
		else {
			expect(rowsOf(app, 'audit_entry')).toHaveLength(entries + 1);
			expect(lastRowOf(app, 'audit_entry')).toMatchObject({
				action: 'evidence.download-all',
				sentence: `${scene.people[role].name} downloaded 1 file of evidence of OIC-7 for Kent Police as one ZIP file.`
			});
		}
	}
);

test('of an assignment without files is a manifest', async () => {
	const entries = await entriesOf(await download(lead));
	expect([...entries.keys()]).toEqual([`${FOLDER}/manifest.csv`, `${FOLDER}/manifest.txt`]);
});

test('somebody who stops half-way leaves no file open', async () => {
	for (let number = 0; number < 3; number += 1) await add(`${number}.csv`, big(number));
	const response = await download(lead);
	const reader = response.body!.getReader();
	await reader.read();
	await reader.read();
	await reader.cancel();
	await expect.poll(() => openFiles(app)).toEqual([]);
});

test('asking for its head makes nothing and is no download', async () => {
	await add('policy.csv', 'a,b\r\n');
	const before = databaseImage(app);
	const response = await download(lead, 'HEAD');
	expect(response.body).toBeNull();
	expect(databaseImage(app)).toBe(before);
});

async function download(actor: Actor, method = 'GET'): Promise<Response> {
	return GET({
		locals: { app, actor },
		params: { ref: staged.reference, org: staged.organisation },
		request: new Request('https://tracker.test/', { method })
	} as unknown as Parameters<typeof GET>[0] & RequestEvent);
}

async function entriesOf(response: Response): Promise<Map<string, Buffer>> {
	return readZip(Buffer.from(await response.arrayBuffer()));
}

async function statusOf(response: Promise<Response>): Promise<number> {
	try {
		const { status, body } = await response;
		await body?.cancel();
		return status;
	} catch (thrown) {
		if (isHttpError(thrown)) return thrown.status;
		throw thrown;
	}
}

function statement() {
	return {
		title: 'New list',
		shows: 'What was found',
		marking: 'official' as const,
		submissionKey: aKey()
	};
}

async function add(name: string, text: string, more = {}): Promise<string> {
	const file = await receiveFile(app.files, name, streamOf(text));
	await addFiles(app, lead, staged, { ...statement(), files: [file], ...more });
	return String(lastRowOf(app, 'evidence').key);
}

function scanned(result: 'clean' | 'infected'): void {
	rawConnection(app)
		.prepare('insert into file_scan (sha256, result, at) values (?, ?, ?)')
		.run(lastRowOf(app, 'evidence').file_sha256, result, app.clock.now());
}

function pathOfLast(): string {
	const sha256 = String(lastRowOf(app, 'evidence').file_sha256);
	return join(app.config.dataDir, 'files', sha256.slice(0, 2), sha256);
}

function big(number: number): string {
	return `Row,${number}\r\n`.repeat(200_000);
}

/** What this process has open below the folder of files; on Linux, where the kernel tells. */
function openFiles({ config }: TestApp): string[] {
	if (process.platform !== 'linux') return [];
	return readdirSync('/proc/self/fd')
		.flatMap((fd) => {
			try {
				return [readlinkSync(`/proc/self/fd/${fd}`)];
			} catch {
				return [];
			}
		})
		.filter((path) => path.startsWith(join(config.dataDir, 'files')));
}
