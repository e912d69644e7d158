import { can } from '#lib/domain/policy.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, aKey } from '../../../../tests/support/assignment-facts.ts';
import { anOrganisation } from '../../../../tests/support/builders.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { anExemptionRequest } from '../../../../tests/support/exemption.ts';
import { HOSTILE_TEXTS } from '../../../../tests/support/hostile-texts.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import {
	openScene,
	ROLE_NAMES,
	stage,
	type RoleName,
	type Scene,
	type Staged
} from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { findDisagreements } from '../db/queries/projection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { allocate, changeCapacity, withdrawAllocation } from './allocation.ts';
import { eq } from 'drizzle-orm';
import { plainDate } from '#lib/domain/plain-date.ts';

let app: TestApp;
let scene: Scene;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	staged = await stage(app, scene, 'in-progress');
});

describe('allocating to one more body', () => {
	test('makes an assignment that is not started, with its history and why', async () => {
		await add('administrator');
		expect(lastRowOf(app, 'assignment')).toMatchObject({
			organisation_id: scene.essex,
			...{ status: 'not-started', capacity: 'contributing', allocated_on: '2026-03-02' },
			original_due_on: null
		});
		expect(lastRowOf(app, 'allocation_change')).toMatchObject({
			...{ step: 'add', capacity: 'contributing', reason: 'It has a port too' },
			actor_id: scene.people.administrator.personId
		});
		expect(lastRowOf(app, 'audit_entry')).toMatchObject({
			organisation_id: scene.essex,
			sentence: `${scene.people.administrator.name} allocated OIC-7 for Essex Police as contributing.`
		});
		expect(await projectionsAgree()).toBe(true);
	});

	test('is done once, and not for a body that has it, has ended, or is not there', async () => {
		const submissionKey = aKey();
		await add('administrator', { submissionKey });
		const before = databaseImage(app);
		expect(await outcomeOf(add('administrator', { submissionKey }))).toBe('already-submitted');
		expect(await outcomeOf(add('administrator'))).toBe('already-allocated');
		expect(await outcomeOf(add('administrator', { organisation: 'ATLANTIS' }))).toBe(
			'unknown-organisation'
		);
		expect(await outcomeOf(add('administrator', { reference: 'OIC-99' }))).toBe('not-found');
		expect(databaseImage(app)).toBe(before);
		const gone = await anOrganisation(app, 'GONE');
		await app.db.write((tx) =>
			tx
				.update(organisation)
				.set({ validTo: plainDate('2026-01-01') })
				.where(eq(organisation.id, gone))
		);
		expect(await outcomeOf(add('administrator', { organisation: 'GONE' }))).toBe(
			'organisation-ended'
		);
	});
});

describe('withdrawing', () => {
	test('closes with no further action, and keeps all that was done', async () => {
		await withdraw('administrator');
		expect(rowsOf(app, 'assignment').find(({ id }) => id === staged.id)).toMatchObject({
			...{ status: 'no-further-action', version: 2 }
		});
		expect(lastRowOf(app, 'allocation_change')).toMatchObject({ step: 'withdraw' });
		expect(lastRowOf(app, 'status_change')).toMatchObject({
			...{ verb: 'set-no-further-action', reason: 'It fell to them by mistake' }
		});
		expect(rowsOf(app, 'evidence')).toHaveLength(1);
	});

	test('waits for a request that is open, and is not done by whoever claims it complete', async () => {
		await anExemptionRequest(app, staged, scene.claimant);
		expect(await outcomeOf(withdraw('inspector'))).toBe('exemption-asked');
		staged = await stage(app, scene, 'confirmed', 8);
		expect(await outcomeOf(withdraw('inspector'))).toBe('move-not-possible');
	});
});

describe('leading and contributing', () => {
	test('are exchanged with a reason', async () => {
		await capacity('inspector', 'contributing');
		expect(rowsOf(app, 'assignment').find(({ id }) => id === staged.id)).toMatchObject({
			...{ capacity: 'contributing', version: 2 }
		});
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(
			`${scene.people.inspector.name} set OIC-7 for Kent Police as contributing.`
		);
		expect(await outcomeOf(capacity('inspector', 'contributing'))).toBe('same-capacity');
	});
});

describe.each([
	['allocate', (by: RoleName, reason?: string) => add(by, { reason })],
	['withdraw', (by: RoleName, reason?: string) => withdraw(by, { reason })],
	['split', (by: RoleName, reason?: string) => capacity(by, 'contributing', { reason })]
] as const)('%s', (_, act) => {
	test.each(ROLE_NAMES)('%s may where the policy says so', async (role) => {
		const before = databaseImage(app);
		const may = can(scene.people[role], 'manage-allocation');
		expect(await outcomeOf(act(role))).toBe(may ? 'done' : 'not-allowed');
		if (!may) expect(databaseImage(app)).toBe(before);
	});

	test('needs a reason that can be seen', async () => {
		const refusal = await refusalOf(act('administrator', ' \u200b '));
		expect(refusal).toMatchObject({ code: 'reason-needed', field: 'reason' });
	});

	test.each(Object.entries(HOSTILE_TEXTS))('keeps %s as it was typed', async (_name, text) => {
		await act('administrator', text);
		expect(lastRowOf(app, 'allocation_change').reason).toBe(text.trim().toWellFormed());
	});
});

test('from an old version nothing is changed, and two at once have one winner', async () => {
	const stale = withdraw('administrator', { version: 9 });
	expect(await outcomeOf(stale)).toBe('stale');
	const both = [withdraw('administrator'), withdraw('inspector')];
	expect((await Promise.all(both.map(outcomeOf))).toSorted()).toEqual(['done', 'stale']);
});

interface More {
	organisation?: string;
	reference?: string;
	reason?: string | undefined;
	submissionKey?: string;
	version?: number;
}

function add(by: RoleName, more: More = {}) {
	return allocate(app, scene.people[by], more.reference ?? 'OIC-7', {
		organisation: more.organisation ?? 'ESSEX',
		capacity: 'contributing',
		reason: more.reason ?? 'It has a port too',
		submissionKey: more.submissionKey ?? aKey()
	});
}

async function withdraw(by: RoleName, { reason, version }: More = {}) {
	const form = await aForm(app, staged);
	await withdrawAllocation(app, scene.people[by], staged, {
		...form,
		...(version === undefined ? {} : { version }),
		reason: reason ?? 'It fell to them by mistake'
	});
}

async function capacity(by: RoleName, to: 'lead' | 'contributing', { reason }: More = {}) {
	const form = await aForm(app, staged);
	await changeCapacity(app, scene.people[by], staged, {
		...form,
		capacity: to,
		reason: reason ?? 'Essex leads now'
	});
}

async function projectionsAgree() {
	const found = await findDisagreements(app.db.read);
	return found.every(({ reference }) => !reference.endsWith('ESSEX'));
}
