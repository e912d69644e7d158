import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { aPart, anAction } from '../../../../tests/support/plan-facts.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { addFiles, addLink, type EvidenceStatement, type ReceivedFile } from './evidence.ts';
import { withdrawEvidence } from './evidence-withdrawal.ts';

const POLICY: ReceivedFile = {
	sha256: 'a1'.repeat(32),
	bytes: 1234,
	mediaType: 'application/pdf',
	name: 'policy.pdf'
};
const CHANGED: ReceivedFile = { ...POLICY, sha256: 'b2'.repeat(32) };

let app: TestApp;
let scene: Scene;
let lead: Actor;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	lead = scene.people['own lead'];
	staged = await stage(app, scene, 'in-progress');
});

describe('what evidence says beside what it shows', () => {
	test('is kept: sort, page, date, part and action', async () => {
		const partId = await aPart(app, staged);
		const action = await anAction(app, scene.kent, [staged]);
		await add({
			sort: 'training-record',
			page: 'Page 4, paragraph 2',
			shownOn: plainDate('2026-02-27'),
			partId,
			actionKey: action.key
		});
		expect(lastRowOf(app, 'evidence')).toMatchObject({
			sort: 'training-record',
			page: 'Page 4, paragraph 2',
			shown_on: '2026-02-27',
			part_id: partId,
			action_id: action.id,
			item_key: null,
			item_version: 1
		});
	});

	test('is not of a day to come; today is none', async () => {
		await add({ shownOn: plainDate('2026-03-02') });
		const before = databaseImage(app);
		const refusal = await refusalOf(add({ shownOn: plainDate('2026-03-03') }));
		expect(refusal).toMatchObject({ code: 'date-in-future', field: 'shownOn' });
		expect(databaseImage(app)).toBe(before);
	});

	test('is of nothing that belongs to another', async () => {
		const other = await stage(app, scene, 'in-progress', 8);
		const theirs = await stage(app, scene, 'in-progress', 7, scene.essex);
		const foreign: [string, Partial<EvidenceStatement>][] = [
			['a part of another recommendation', { partId: await aPart(app, other) }],
			['a part that there is not', { partId: 424242 }],
			[
				'an action of another body',
				{ actionKey: (await anAction(app, scene.essex, [theirs])).key }
			],
			[
				'an action of another body that claims to serve this assignment',
				{ actionKey: (await anAction(app, scene.essex, [staged])).key }
			],
			[
				'an action of another plan of ours',
				{ actionKey: (await anAction(app, scene.kent, [other])).key }
			],
			['an action that there is not', { actionKey: "' or 1=1 --" }],
			['a version of an item of another body', { versionOf: theirs.evidenceKey }],
			['a version of an item of another assignment', { versionOf: other.evidenceKey }],
			['a version of nothing', { versionOf: 'nothing' }]
		];
		for (const [what, statement] of foreign) {
			const before = databaseImage(app);
			expect(await outcomeOf(add(statement)), what).toBe('not-found');
			expect(databaseImage(app), what).toBe(before);
		}
	});
});

describe('a new version', () => {
	test('stands beside the old ones, numbered, whichever of them it was made from', async () => {
		await add({});
		const { key: first } = lastRowOf(app, 'evidence');
		await add({ versionOf: String(first) }, [CHANGED]);
		const { key: second } = lastRowOf(app, 'evidence');
		await add({ versionOf: String(second) }, [POLICY]);
		const versions = rowsOf(app, 'evidence').slice(1);
		expect(
			versions.map(({ item_key, item_version, file_sha256 }) => [
				item_key,
				item_version,
				file_sha256
			])
		).toEqual([
			[null, 1, POLICY.sha256],
			[first, 2, CHANGED.sha256],
			[first, 3, POLICY.sha256]
		]);
		expect(versions.every((row) => row.withdrawn_at === null)).toBe(true);
		expect(lastRowOf(app, 'audit_entry')).toMatchObject({
			action: 'evidence.add-version',
			sentence: `${lead.name} added version 3 of the file “New policy” to OIC-7 for Kent Police.`
		});
	});

	test('may be of another kind: the draft becomes what was published', async () => {
		await add({});
		const { key } = lastRowOf(app, 'evidence');
		await addLink(app, lead, staged, {
			...statement({ versionOf: String(key) }),
			linkUrl: 'https://kent.example/policy'
		});
		expect(lastRowOf(app, 'evidence')).toMatchObject({ kind: 'link', item_version: 2 });
	});

	test('is another file than the one before', async () => {
		await add({});
		const { key } = lastRowOf(app, 'evidence');
		const refusal = await refusalOf(add({ versionOf: String(key) }));
		expect(refusal).toMatchObject({
			code: 'same-as-before',
			field: 'files',
			facts: { version: 1 }
		});
	});

	test('may bring the same file back where the one before was withdrawn', async () => {
		await add({});
		const { key } = lastRowOf(app, 'evidence');
		await withdrawEvidence(app, lead, String(key), { reason: 'In error', submissionKey: aKey() });
		expect(await outcomeOf(add({ versionOf: String(key) }))).toBe('done');
	});

	test('is one file', async () => {
		await add({});
		const { key } = lastRowOf(app, 'evidence');
		const attempt = add({ versionOf: String(key) }, [POLICY, CHANGED]);
		expect(await outcomeOf(attempt)).toBe('one-file-for-version');
	});

	test('made twice at once is two versions', async () => {
		await add({});
		const { key } = lastRowOf(app, 'evidence');
		const files = [CHANGED, { ...POLICY, sha256: 'c3'.repeat(32) }];
		await Promise.all(files.map((file) => add({ versionOf: String(key) }, [file])));
		expect(rowsOf(app, 'evidence').map((row) => row.item_version)).toEqual([1, 1, 2, 3]);
	});
});

describe('a file that is here already', () => {
	test('is added and said, on whichever assignment of the organisation it is', async () => {
		const other = await stage(app, scene, 'in-progress', 8);
		expect(await add({})).toEqual({ isHereAlready: false });
		expect(await add({}, [CHANGED], other)).toEqual({ isHereAlready: false });
		expect(await add({}, [POLICY], other)).toEqual({ isHereAlready: true });
	});

	test('of another body is not said', async () => {
		const theirs = await stage(app, scene, 'in-progress', 7, scene.essex);
		await addFiles(app, scene.people['foreign lead'], theirs, {
			...statement({}),
			files: [POLICY]
		});
		expect(await add({})).toEqual({ isHereAlready: false });
	});

	test('and withdrawn is not here', async () => {
		await add({});
		const { key } = lastRowOf(app, 'evidence');
		await withdrawEvidence(app, lead, String(key), { reason: 'In error', submissionKey: aKey() });
		expect(await add({})).toEqual({ isHereAlready: false });
	});
});

function statement(more: Partial<EvidenceStatement>): EvidenceStatement {
	return {
		title: 'New policy',
		shows: 'That the policy changed',
		marking: 'official',
		submissionKey: aKey(),
		...more
	};
}

async function add(more: Partial<EvidenceStatement>, files = [POLICY], to = staged) {
	return addFiles(app, lead, to, { ...statement(more), files });
}
