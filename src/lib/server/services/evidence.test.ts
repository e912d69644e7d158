import type { Actor } from '#lib/domain/actor.ts';
import { MARKINGS } from '#lib/domain/evidence.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { ASSIGNMENT_STATUSES } from '#lib/domain/status.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import {
	addFiles,
	addLink,
	addSighting,
	mustBeAbleToAddEvidence,
	type EvidenceStatement,
	type ReceivedFile
} from './evidence.ts';
import { withdrawEvidence } from './evidence-withdrawal.ts';

const POLICY: ReceivedFile = {
	sha256: 'a1'.repeat(32),
	bytes: 1234,
	mediaType: 'application/pdf',
	name: 'policy.pdf'
};
const MINUTES: ReceivedFile = { ...POLICY, sha256: 'b2'.repeat(32), name: 'minutes.pdf' };
const SIGHTING = {
	heldWhere: 'The secure room at headquarters',
	custodian: 'Head of Custody',
	seenBy: 'HMI Jo Fox',
	seenOn: plainDate('2026-02-27')
};

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

describe('added evidence', () => {
	test('of a file keeps its hash, its cleaned name and what it shows', async () => {
		await addFiles(app, lead, staged, { ...statement(), files: [POLICY] });
		expect(lastRowOf(app, 'evidence')).toMatchObject({
			assignment_id: staged.id,
			kind: 'file',
			title: 'New policy',
			shows: 'That the policy changed',
			marking: 'official',
			added_by: lead.personId,
			on_day: '2026-03-02',
			file_sha256: POLICY.sha256,
			file_name: 'policy.pdf',
			link_url: null,
			held_where: null,
			withdrawn_at: null
		});
		expect(rowsOf(app, 'stored_file')).toEqual([
			{
				sha256: POLICY.sha256,
				bytes: 1234,
				media_type: 'application/pdf',
				at: app.clock.now()
			}
		]);
	});

	test('of several files is an item for each, told apart by the name of the file', async () => {
		await addFiles(app, lead, staged, { ...statement(), files: [POLICY, MINUTES] });
		const [, ...added] = rowsOf(app, 'evidence');
		expect(added.map((row) => row.title)).toEqual([
			'New policy: policy.pdf',
			'New policy: minutes.pdf'
		]);
		expect(new Set(added.map((row) => row.key)).size).toBe(2);
		expect(rowsOf(app, 'audit_entry')).toHaveLength(2);
	});

	test('of the same file twice is two items and one stored file, whatever each calls it', async () => {
		await addFiles(app, lead, staged, { ...statement(), files: [POLICY] });
		app.goTo('2026-03-09');
		const renamed = { ...POLICY, name: 'policy final.pdf' };
		await addFiles(app, lead, staged, { ...statement(), files: [renamed] });
		const [, first, second] = rowsOf(app, 'evidence');
		expect(first).toMatchObject({ file_sha256: POLICY.sha256, file_name: 'policy.pdf' });
		expect(second).toMatchObject({ file_sha256: POLICY.sha256, file_name: 'policy final.pdf' });
		expect(rowsOf(app, 'stored_file')).toHaveLength(1);
	});

	test('of files needs one', async () => {
		const refusal = await refusalOf(addFiles(app, lead, staged, { ...statement(), files: [] }));
		expect(refusal).toMatchObject({ code: 'file-needed', field: 'files' });
	});

	test('of a sighting says where, by whom and when, today at the latest', async () => {
		await addSighting(app, lead, staged, { ...statement(), ...SIGHTING });
		expect(lastRowOf(app, 'evidence')).toMatchObject({
			kind: 'sighting',
			held_where: SIGHTING.heldWhere,
			custodian: SIGHTING.custodian,
			seen_by: SIGHTING.seenBy,
			seen_on: '2026-02-27',
			file_sha256: null
		});
		const tomorrow = { ...SIGHTING, seenOn: plainDate('2026-03-03') };
		const before = databaseImage(app);
		const refusal = await refusalOf(
			addSighting(app, lead, staged, { ...statement(), ...tomorrow })
		);
		expect(refusal).toMatchObject({ code: 'date-in-future', field: 'seenOn' });
		expect(databaseImage(app)).toBe(before);
	});

	test.each(MARKINGS)(
		'marked %s is held up to OFFICIAL-SENSITIVE and else leaves no trace',
		async (marking) => {
			const isHeld = marking.startsWith('official');
			const said = () => ({ ...statement(), marking });
			for (const add of [
				() => addFiles(app, lead, staged, { ...said(), files: [POLICY] }),
				() => addLink(app, lead, staged, { ...said(), linkUrl: 'https://kent.example/' }),
				() => addSighting(app, lead, staged, { ...said(), ...SIGHTING })
			]) {
				const before = databaseImage(app);
				expect(await outcomeOf(add())).toBe(isHeld ? 'done' : 'marking-too-high');
				if (isHeld) expect(lastRowOf(app, 'evidence').marking).toBe(marking);
				else expect(databaseImage(app)).toBe(before);
			}
		}
	);

	test('does not count the version on: nobody loses what they typed for it', async () => {
		await addLink(app, lead, staged, { ...statement(), linkUrl: 'https://kent.example/' });
		expect(lastRowOf(app, 'assignment').version).toBe(1);
	});
});

describe('whether evidence may be added', () => {
	test.each([
		['own contributor', 'done'],
		['own observer', 'not-allowed'],
		['inspector', 'not-allowed'],
		['foreign lead', 'not-found']
	] as const)('is asked before the first byte: %s is told %s', async (role, answer) => {
		const asked = mustBeAbleToAddEvidence(app, scene.people[role], staged);
		expect(await outcomeOf(asked)).toBe(answer);
	});
});

describe('evidence that is withdrawn', () => {
	test('stays, with who, when and why', async () => {
		app.goTo('2026-03-05');
		await withdraw(staged, ' The wrong version ');
		expect(lastRowOf(app, 'evidence')).toMatchObject({
			title: 'Force policy on organised immigration crime',
			withdrawn_on: '2026-03-05',
			withdrawn_at: app.clock.now(),
			withdrawn_by: lead.personId,
			withdrawn_reason: 'The wrong version'
		});
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(
			`${lead.name} withdrew the link “Force policy on organised immigration crime” from OIC-7 for Kent Police.`
		);
	});

	test('is withdrawn once', async () => {
		await withdraw(staged, 'The wrong version');
		const image = databaseImage(app);
		expect(await outcomeOf(withdraw(staged, 'Again'))).toBe('already-withdrawn');
		expect(databaseImage(app)).toBe(image);
	});

	test.each(['', ' \n', '\u200b'])('needs a reason: %j is none', async (reason) => {
		const refusal = await refusalOf(withdraw(staged, reason));
		expect(refusal).toMatchObject({ code: 'reason-needed', field: 'reason' });
	});

	test.each(ASSIGNMENT_STATUSES)('is never what a claim rests on: %s', async (status) => {
		const about = await stage(app, scene, status, 8);
		const before = databaseImage(app);
		const isBehindClaim = status === 'reported-complete' || status === 'confirmed';
		expect(await outcomeOf(withdraw(about, 'The wrong version'))).toBe(
			isBehindClaim ? 'evidence-behind-claim' : 'done'
		);
		if (isBehindClaim) expect(databaseImage(app)).toBe(before);
	});

	test('is not found by a key of another organisation, nor by one that is nobody’s', async () => {
		const theirs = await stage(app, scene, 'in-progress', 8, scene.essex);
		const before = databaseImage(app);
		for (const key of [theirs.evidenceKey, 'nobody', '', "' or 1=1 --"]) {
			const attempt = withdrawEvidence(app, lead, key, { reason: 'Mine', submissionKey: aKey() });
			expect(await outcomeOf(attempt)).toBe('not-found');
		}
		expect(databaseImage(app)).toBe(before);
	});
});

function statement(): EvidenceStatement {
	return {
		title: 'New policy',
		shows: 'That the policy changed',
		marking: 'official',
		submissionKey: aKey()
	};
}

async function withdraw({ evidenceKey }: Staged, reason: string): Promise<void> {
	await withdrawEvidence(app, lead, evidenceKey, { reason, submissionKey: aKey() });
}
