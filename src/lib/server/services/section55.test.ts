import { plainDate } from '#lib/domain/plain-date.ts';
import { ORGANISATION_KINDS } from '#lib/domain/organisation.ts';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { anAssignment, anOrganisation } from '../../../../tests/support/builders.ts';
import { databaseImage, rowsOf } from '../../../../tests/support/database.ts';
import { openScene, ROLE_NAMES, stage, type Scene } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { organisation } from '../db/schema/organisation.ts';
import { readSection55, readSection55Of } from '../reads/section55.ts';
import { recordSection55, type Section55Command } from './section55.ts';

let app: TestApp;
let scene: Scene;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	await stage(app, scene, 'in-progress', 7);
	await stage(app, scene, 'confirmed', 8);
	await stage(app, scene, 'in-progress', 7, scene.essex);
});

describe('what a local policing body has published', () => {
	test('is recorded with what it says of each recommendation, in one sentence', async () => {
		await record({ positions: [{ number: 7, acceptance: 'not-accepted', comment: ' Page 3 ' }] });
		const shown = await readSection55Of(app, scene.people.inspector, 'KENT', undefined);
		expect(shown).toMatchObject({
			...{ state: 'late', daysLate: 1 },
			inspection: { dueOn: '2025-07-10' },
			positions: [
				{ reference: 'OIC-7', acceptance: 'not-accepted', comment: 'Page 3' },
				{ reference: 'OIC-8', acceptance: 'not-recorded', comment: null }
			]
		});
		expect(rowsOf(app, 'audit_entry').at(-1)).toMatchObject({
			organisation_id: scene.kent,
			sentence: expect.stringMatching(
				/ recorded the comments of KENT Commissioner for Kent Police on OIC, published on 11 July 2025\.$/
			)
		});
	});

	test('is corrected by what is recorded next; the first stays to be seen', async () => {
		await record({});
		await record({ publishedOn: plainDate('2025-07-10'), version: 1 });
		const shown = await readSection55Of(app, scene.people['own observer'], 'KENT', 'OIC');
		expect(shown).toMatchObject({ state: 'in-time', daysLate: 0, mayRecord: false });
		expect(shown.responses.map(({ publishedOn }) => publishedOn)).toEqual([
			'2025-07-10',
			'2025-07-11'
		]);
		expect(rowsOf(app, 'audit_entry').at(-1)?.sentence).toMatch(/ corrected the comments of /);
	});

	test.each([
		[{ publishedOn: plainDate('2025-05-15') }, 'comments-before-report'],
		[{ publishedOn: plainDate('2026-03-03') }, 'comments-in-future'],
		[{ version: 9 }, 'response-changed'],
		[{ inspection: 'XYZ' }, 'not-found'],
		[{ positions: [{ number: 99, acceptance: 'accepted' as const }] }, 'not-found']
	])('%o is refused as %s, and nothing is stored', async (over, code) => {
		const before = databaseImage(app);
		await expect(record(over)).rejects.toMatchObject({ code });
		expect(databaseImage(app)).toBe(before);
	});

	test('sent twice, and by two at once, is recorded once', async () => {
		const tries = await Promise.allSettled(Array.from({ length: 4 }, () => record({})));
		expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const submissionKey = aKey();
		await record({ version: 1, submissionKey });
		await expect(record({ version: 2, submissionKey })).rejects.toMatchObject({
			code: 'already-submitted'
		});
		expect(rowsOf(app, 'section55_response')).toHaveLength(2);
	});

	test.each(ROLE_NAMES)('is recorded by inspectors alone: %s', async (role) => {
		const before = databaseImage(app);
		const recording = recordSection55(app, scene.people[role], 'KENT', command({}));
		if (role === 'inspector' || role === 'inspector and own lead') return recording;
		await expect(recording).rejects.toMatchObject({ code: 'not-allowed' });
		expect(databaseImage(app)).toBe(before);
	});
});

describe('nobody without the duty', () => {
	const others = ORGANISATION_KINDS.filter((kind) => kind !== 'police-force');

	test.each(others)('is listed, shown or recorded: %s', async (kind) => {
		const { inspector } = scene.people;
		await addressed(await anOrganisation(app, 'OTHER', { kind }), 'A commissioner');
		const { rows } = await readSection55(app, inspector, undefined);
		expect(rows.map(({ organisationCode }) => organisationCode)).toEqual(['ESSEX', 'KENT']);
		await refusesOther();
	});

	test('is listed, shown or recorded: a force without a local policing body', async () => {
		await addressed(await anOrganisation(app, 'OTHER'), null);
		const { rows } = await readSection55(app, scene.people.inspector, undefined);
		expect(rows).toHaveLength(2);
		await refusesOther();
	});

	test('is listed, shown or recorded: a force that the report asks nothing of', async () => {
		await anOrganisation(app, 'OTHER');
		const { rows } = await readSection55(app, scene.people.inspector, undefined);
		expect(rows).toHaveLength(2);
		await refusesOther();
	});
});

test('the list goes by region and name, however late anybody is', async () => {
	const north = await anOrganisation(app, 'DUR', { region: 'North East', name: 'Durham' });
	await addressed(north, 'Durham Commissioner');
	await record({});
	const { rows, counts } = await readSection55(app, scene.people['national observer'], 'OIC');
	expect(rows.map(({ organisationCode, state }) => [organisationCode, state])).toEqual([
		['DUR', 'not-published'],
		['ESSEX', 'not-published'],
		['KENT', 'late']
	]);
	expect(counts).toEqual({ 'not-published': 2, late: 1, 'in-time': 0, 'not-due': 0 });
});

async function addressed(id: number, localPolicingBody: string | null): Promise<void> {
	await anAssignment(app, id, { number: 7 });
	await app.db.write((tx) =>
		tx.update(organisation).set({ localPolicingBody }).where(eq(organisation.id, id))
	);
}

async function refusesOther(): Promise<void> {
	const { inspector } = scene.people;
	await expect(readSection55Of(app, inspector, 'OTHER', 'OIC')).rejects.toMatchObject({
		code: 'not-found'
	});
	await expect(recordSection55(app, inspector, 'OTHER', command({}))).rejects.toMatchObject({
		code: 'not-found'
	});
}

function record(over: Partial<Section55Command>): Promise<void> {
	return recordSection55(app, scene.people.inspector, 'KENT', command(over));
}

function command(over: Partial<Section55Command>): Section55Command {
	return {
		inspection: 'OIC',
		publishedOn: plainDate('2025-07-11'),
		url: 'https://commissioner.example/comments',
		positions: [{ number: 7, acceptance: 'accepted' }],
		version: 0,
		submissionKey: aKey(),
		...over
	};
}
