import type { Actor } from '#lib/domain/actor.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { countQueries } from '../../../../tests/support/count-queries.ts';
import { lastRowOf, rawConnection } from '../../../../tests/support/database.ts';
import { aPart, anAction } from '../../../../tests/support/plan-facts.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { addFiles, type EvidenceStatement } from '../services/evidence.ts';
import { withdrawEvidence } from '../services/evidence-withdrawal.ts';
import { readAssignment } from './assignment.ts';
import { readEvidenceFile } from './evidence-file.ts';
import { readEvidenceList } from './evidence-list.ts';

let app: TestApp;
let scene: Scene;
let lead: Actor;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp({ CLAMD: '/nonexistent/clamd.sock' });
	scene = await openScene(app);
	lead = scene.people['own lead'];
	staged = await stage(app, scene, 'in-progress');
});

describe('the list of evidence', () => {
	test('has each item once, all its versions below it, what was added last first', async () => {
		const first = await add('Policy', 'a');
		const other = await add('Minutes', 'b');
		await add('Policy, signed', 'c', { versionOf: first });
		const { items, count } = await list();
		expect(
			items.map(({ versions }) => versions.map(({ title, version }) => [title, version]))
		).toEqual([
			[
				['Policy, signed', 2],
				['Policy', 1]
			],
			[['Minutes', 1]],
			[['Force policy on organised immigration crime', 1]]
		]);
		expect(items.map(({ key }) => key)).toEqual([first, other, staged.evidenceKey]);
		expect(count).toBe(3);
	});

	test('stands on the page of the item that an address points at, by any of its versions', async () => {
		const first = await add('Policy', 'a');
		const next = await add('Policy, signed', 'b', { versionOf: first });
		for (let number = 0; number < 25; number += 1) await add(`Minutes ${number}`, `m${number}`);
		const ids = [first, next].map((key) => idOf(key));
		for (const item of ids) {
			const { page, items } = await list('own lead', 1, item);
			expect(page).toBe(2);
			expect(items[0]!.versions.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
		}
		const theirs = await stage(app, scene, 'in-progress', 7, scene.essex);
		for (const item of [idOf(theirs.evidenceKey), 999_999]) {
			expect(await outcomeOf(list('own lead', 1, item))).toBe('not-found');
		}
	});

	test('says what each serves', async () => {
		const partId = await aPart(app, staged, 'b');
		const { key } = await anAction(app, scene.kent, [staged]);
		await add('Policy', 'a', { partId, actionKey: key, page: 'Page 4', sort: 'policy' });
		const { items } = await list();
		expect(items[0]!.versions[0]).toMatchObject({
			part: 'b',
			action: 'Train every custody sergeant',
			page: 'Page 4',
			sort: 'policy'
		});
	});

	test('names other items of the organisation with the same file, and no other body’s', async () => {
		const elsewhere = await stage(app, scene, 'in-progress', 8);
		const theirs = await stage(app, scene, 'in-progress', 7, scene.essex);
		const first = await add('Policy', 'a');
		await add('Policy again', 'a', {}, elsewhere);
		await add('Policy of Essex', 'a', {}, theirs, scene.people['foreign lead']);
		await add('Draft', 'b', { versionOf: first });
		await add('Policy, as it was', 'a', { versionOf: first });
		for (const role of ['own lead', 'inspector'] as const) {
			const { items } = await list(role);
			const twins = items[0]!.versions.map((version) => version.twins);
			expect(twins.map((all) => all.map(({ title }) => title))).toEqual([
				['Policy again'],
				[],
				['Policy again']
			]);
			expect(twins[0]![0]!.recommendation).toBe('OIC-8');
		}
	});

	test('is cut into pages; a page that there is not is the nearest that there is', async () => {
		for (let number = 0; number < 30; number += 1) await add(`Item ${number}`, String(number));
		const all = [];
		for (const page of [1, 2]) {
			const read = await list('own lead', page);
			expect(read).toMatchObject({ page, pages: 2, count: 31 });
			all.push(...read.items.map(({ versions }) => versions[0]!.title));
		}
		expect(new Set(all).size).toBe(31);
		expect(all[0]).toBe('Item 29');
		expect((await list('own lead', 99)).page).toBe(2);
		expect((await list('own lead', -5)).page).toBe(1);
	});

	test('asks the database as often for a hundred items as for one', async () => {
		const few = await countQueries(app, () => list());
		for (let number = 0; number < 100; number += 1) await add(`Item ${number}`, String(number));
		const many = await countQueries(app, () => list());
		expect(many.queries).toBe(few.queries);
		expect(many.queries).toBeLessThanOrEqual(5);
	});

	test.each(['foreign lead', 'foreign observer', 'administrator', 'nobody'] as const)(
		'is not found by %s',
		async (role) => {
			expect(await outcomeOf(list(role))).toBe('not-found');
		}
	);

	test.each([
		['own lead', { add: true, withdraw: true, download: true }],
		['own contributor', { add: true, withdraw: false, download: true }],
		['own observer', { add: false, withdraw: false, download: true }],
		['inspector', { add: false, withdraw: false, download: true }]
	] as const)('offers %s what they may do', async (role, may) => {
		expect((await list(role)).may).toEqual(may);
	});
});

describe('a file, where there is a scanner,', () => {
	test.each([
		['none yet', 'waiting', true, false],
		['failed', 'failed', true, false],
		['clean', 'clean', true, true],
		['infected', 'infected', false, false]
	] as const)('of which it said %s is %s', async (result, standing, uploader, others) => {
		const key = await add('Policy', 'a');
		if (result !== 'none yet') say(result);
		for (const [role, canOpen] of [
			['own lead', uploader],
			['own contributor', others],
			['inspector', others]
		] as const) {
			const item = (await list(role)).items[0]!.versions[0]!;
			expect(item, role).toMatchObject({ scan: standing, canOpen });
			expect(item.found).toBe(standing === 'infected' ? 'What it found' : null);
			const refusal = result === 'infected' ? 'file-quarantined' : 'file-awaits-scan';
			const opened = await outcomeOf(readEvidenceFile(app, scene.people[role], key));
			expect(opened, role).toBe(canOpen ? 'done' : refusal);
		}
		const stranger = readEvidenceFile(app, scene.people['foreign lead'], key);
		expect(await outcomeOf(stranger)).toBe('not-found');
	});

	test('stands as it was said last', async () => {
		await add('Policy', 'a');
		for (const result of ['failed', 'infected', 'clean'] as const) say(result);
		expect((await list()).items[0]!.versions[0]!.scan).toBe('clean');
	});

	test('that is withdrawn is opened by nobody', async () => {
		const key = await add('Policy', 'a');
		say('clean');
		await withdrawEvidence(app, lead, key, { reason: 'In error', submissionKey: aKey() });
		expect((await list()).items[0]!.versions[0]!.canOpen).toBe(false);
		expect(await outcomeOf(readEvidenceFile(app, lead, key))).toBe('not-found');
	});
});

test('without a scanner a file is open, and said to be not scanned; what was found stays found', async () => {
	const bare = { ...app, scanner: undefined };
	const key = await add('Policy', 'a');
	const read = () => readEvidenceList(bare, lead, staged, { page: 1 });
	expect((await read()).items[0]!.versions[0]).toMatchObject({
		scan: 'not-scanned',
		canOpen: true
	});
	say('infected');
	expect((await read()).items[0]!.versions[0]).toMatchObject({ scan: 'infected', canOpen: false });
	expect(await outcomeOf(readEvidenceFile(bare, lead, key))).toBe('file-quarantined');
});

test('the overview shows the last five that count, in their latest version, and how many there are', async () => {
	const first = await add('Policy', 'a');
	for (const title of ['B', 'C', 'D', 'E', 'F']) await add(title, title);
	await add('Policy, signed', 'g', { versionOf: first });
	const gone = await add('In error', 'h');
	await withdrawEvidence(app, lead, gone, { reason: 'In error', submissionKey: aKey() });
	const { evidence } = await readAssignment(app, lead, staged, { wholeHistory: false });
	expect(evidence.items.map(({ title }) => title)).toEqual(['Policy, signed', 'F', 'E', 'D', 'C']);
	expect(evidence.count).toBe(7);
});

function list(role: keyof Scene['people'] = 'own lead', page = 1, item?: number) {
	return readEvidenceList(app, scene.people[role], staged, { page, item });
}

function idOf(key: string): number {
	const row = rawConnection(app).prepare('select id from evidence where key = ?').get(key);
	return (row as { id: number }).id;
}

/** What the scanner says of the file that was stored last. */
function say(result: 'clean' | 'failed' | 'infected'): void {
	rawConnection(app)
		.prepare('insert into file_scan (sha256, result, detail, at) values (?, ?, ?, ?)')
		.run(lastRowOf(app, 'stored_file').sha256, result, 'What it found', app.clock.now());
}

/** A file whose content is told by its letter. */
async function add(
	title: string,
	content: string,
	more: Partial<EvidenceStatement> = {},
	to = staged,
	actor = lead
): Promise<string> {
	const sha256 = Buffer.from(content).toString('hex').padStart(64, '0');
	await addFiles(app, actor, to, {
		title,
		shows: 'That the policy changed',
		marking: 'official',
		submissionKey: aKey(),
		files: [{ sha256, bytes: 9, mediaType: 'application/pdf', name: 'a.pdf' }],
		...more
	});
	return String(lastRowOf(app, 'evidence').key);
}
