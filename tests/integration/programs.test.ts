import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { deactivate } from '#lib/server/services/people-access.ts';
import { createToken, revokeToken } from '#lib/server/services/tokens.ts';
import type { TokenPurpose, TokenScope } from '#lib/domain/token.ts';
import { openApiDescription } from '#lib/server/exchange/open-api.ts';
import { assignment } from '#lib/server/db/schema/assignment.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aKey } from '../support/assignment-facts.ts';
import { askFeed, askProgram, PROGRAM_HANDLERS } from '../support/ask-program.ts';
import { databaseImage, lastRowOf, rowsOf } from '../support/database.ts';
import { schemaProblems } from '../support/json-schema.ts';
import { outcomeOf } from '../support/refusals.ts';
import { openScene, ROLE_NAMES, stage, type Scene } from '../support/scene.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const ALL: readonly TokenScope[] = ['register', 'assignments', 'counts'];
const DAY = 24 * 60 * 60_000;

let app: TestApp;
let scene: Scene;
let now: number;

beforeEach(async () => {
	const made = openTestApp();
	now = made.clock.now();
	app = { ...made, clock: { now: () => now } };
	scene = await openScene(app);
	for (const number of [7, 8, 9]) {
		await stage(app, scene, 'in-progress', number);
		await stage(app, scene, 'in-progress', number, scene.essex);
	}
	await app.db.write((tx) => tx.update(assignment).set({ currentDueOn: plainDate('2026-06-30') }));
});

describe('what programs are told', () => {
	const description = openApiDescription('https://tracker.test');

	test('is described, every address of it and no other', () => {
		const described = Object.keys(description.paths).map(
			(path) => `/src/routes/api/v1${path}/+server.ts`
		);
		const built = Object.keys(PROGRAM_HANDLERS).filter((path) => path.includes('/api/'));
		expect(described.sort()).toEqual(built.filter((path) => !path.includes('openapi')).sort());
	});

	test.each(Object.keys(description.paths))('%s answers as it is described', async (path) => {
		for (const role of ['inspector', 'own lead', 'nobody'] as const) {
			const token = await make(scene.people[role]);
			const { status, body } = await ask(path, token);
			expect(status).toBe(200);
			const of = description.paths[path]?.get.responses[200].content['application/json'].schema;
			expect(schemaProblems(JSON.parse(body), of!, description as never)).toEqual([]);
		}
	});

	test('is refused as a problem that is described too', async () => {
		const { status, body, headers } = await ask('/assignments', undefined);
		expect(status).toBe(401);
		expect(headers.get('content-type')).toBe('application/problem+json');
		expect(headers.get('www-authenticate')).toBe('Bearer');
		const { Problem } = description.components.schemas;
		expect(schemaProblems(JSON.parse(body), Problem, description as never)).toEqual([]);
	});

	test.each(ROLE_NAMES)('to %s is no more than the pages show', async (role) => {
		const token = await make(scene.people[role]);
		const listed = await listed_(token);
		const expected = /inspector|national/.test(role)
			? ['ESSEX', 'KENT']
			: /own/.test(role)
				? ['KENT']
				: /foreign/.test(role)
					? ['ESSEX']
					: [];
		expect([...new Set(listed.map((row) => row.split(' ')[1]))].sort()).toEqual(expected);
		const counts = await ask('/counts?by=organisation', token);
		const of = (JSON.parse(counts.body) as { data: { of: string }[] }).data.map((row) => row.of);
		expect(of.sort()).toEqual(expected);
		const national = JSON.parse((await ask('/counts', token)).body) as {
			all: { statuses: Record<string, number> };
		};
		expect(national.all.statuses['in-progress']).toBe(6);
	});

	test('comes in pages that hold each assignment once, however many are asked for', async () => {
		const token = await make(scene.people.inspector);
		const seen: string[] = [];
		let cursor = '';
		do {
			const { body } = await ask(`/assignments?limit=4${cursor}`, token);
			const page = JSON.parse(body) as Answer;
			seen.push(...page.data.map((row) => `${row.reference} ${row.organisationCode}`));
			cursor = page.next === null ? '' : `&cursor=${page.next}`;
		} while (cursor !== '');
		expect(seen).toEqual(await listed_(token));
		expect(new Set(seen).size).toBe(6);
		expect(await listed_(token, '?organisation=KENT&recommendation=8')).toEqual(['OIC-8 KENT']);
	});

	test.each([
		['/assignments?cursor=x', 400, 'wrong-parameter'],
		['/assignments?limit=0', 400, 'wrong-parameter'],
		['/assignments?status=done', 400, 'unknown-filter'],
		['/assignments?page=2', 400, 'unknown-parameter'],
		['/counts?by=person', 400, 'wrong-parameter'],
		['/recommendations?inspection=XX', 404, 'not-found']
	])('%s is refused with %i', async (address, status, code) => {
		const answer = await ask(address, await make(scene.people.inspector));
		expect([answer.status, (JSON.parse(answer.body) as { code: string }).code]).toEqual([
			status,
			code
		]);
	});

	test('is not sent again where nothing has changed', async () => {
		const token = await make(scene.people.inspector);
		const { headers } = await ask('/assignments', token);
		const again = await ask('/assignments', token, { 'if-none-match': headers.get('etag') ?? '' });
		expect([again.status, again.body]).toEqual([304, '']);
		expect(headers.get('cache-control')).toBe('private, no-cache');
		expect(headers.get('access-control-allow-origin')).toBe(null);
	});

	test('is limited by token, and attempts with a wrong one by address', async () => {
		const token = await make(scene.people.inspector);
		let last = 200;
		for (let count = 0; count <= 300; count += 1) last = (await ask('/inspections', token)).status;
		expect(last).toBe(429);
		const wrong = `rectrk_${'a'.repeat(43)}`;
		for (let count = 0; count <= 20; count += 1) last = (await ask('/inspections', wrong)).status;
		expect(last).toBe(429);
	});
});

interface Answer {
	readonly next: string | null;
	readonly data: readonly { readonly reference: string; readonly organisationCode: string }[];
}

describe('a token', () => {
	test('is stored as its hash alone, with the hour of its last use', async () => {
		const token = await make(scene.people['own lead']);
		await ask('/inspections', token);
		const row = lastRowOf(app, 'personal_token');
		expect(JSON.stringify(rowsOf(app, 'personal_token'))).not.toContain(token);
		expect(Number(row['last_used_at']) % 3_600_000).toBe(0);
		expect(JSON.stringify(rowsOf(app, 'audit_entry'))).not.toContain(token);
	});

	test('opens what its scopes say, and never the other kind of address', async () => {
		const counts = await make(scene.people.inspector, { scopes: ['counts'] });
		expect((await ask('/counts', counts)).status).toBe(200);
		expect((await ask('/assignments', counts)).status).toBe(403);
		expect((await feed(counts)).status).toBe(404);
		const calendar = await make(scene.people.inspector, { purpose: 'calendar' });
		expect((await ask('/counts', calendar)).status).toBe(401);
	});

	test('is dead once it is revoked, is over, or its holder is switched off', async () => {
		const lead = scene.people['own lead'];
		const [first, second, third] = [
			await make(lead),
			await make(lead, { days: 30 }),
			await make(lead)
		];
		await revokeToken(app, lead, 1);
		expect((await ask('/counts', first)).status).toBe(401);
		now += 31 * DAY;
		expect((await ask('/counts', second)).status).toBe(401);
		expect((await ask('/counts', third)).status).toBe(200);
		await deactivate(app, scene.people.administrator, lead.personId);
		expect((await ask('/counts', third)).status).toBe(401);
	});

	test('lasts a year at most, and has a scope', async () => {
		await make(scene.people.inspector, { days: 9999 });
		expect(Number(lastRowOf(app, 'personal_token')['expires_at'])).toBe(now + 365 * DAY);
		expect(await outcomeOf(make(scene.people.inspector, { scopes: [] }))).toBe('scope-needed');
	});

	test.each(ROLE_NAMES)(
		'of Kent’s lead can be revoked by %s only as themselves or an administrator',
		async (role) => {
			await make(scene.people['own lead']);
			const before = databaseImage(app);
			const outcome = await outcomeOf(revokeToken(app, scene.people[role], 1));
			const may = role === 'own lead' || role.startsWith('administrator');
			expect(outcome).toBe(may ? 'done' : 'not-found');
			if (!may) expect(databaseImage(app)).toBe(before);
		}
	);

	test('is one of twenty at most', async () => {
		for (let count = 0; count < 20; count += 1) await make(scene.people.inspector);
		expect(await outcomeOf(make(scene.people.inspector))).toBe('too-many-tokens');
	});
});

describe('a calendar', () => {
	test('of a lead has their own days, with no word that anybody wrote', async () => {
		const { status, body, headers } = await feed(await calendarOf('own lead'));
		expect(status).toBe(200);
		expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
		expect(headers.get('cache-control')).toBe('private, no-cache');
		const lines = body.split('\r\n');
		expect(lines.filter((line) => line.startsWith('SUMMARY'))).toEqual([
			'SUMMARY:OIC-7 KENT due',
			'SUMMARY:OIC-8 KENT due',
			'SUMMARY:OIC-9 KENT due'
		]);
		expect(lines).toContain('DTSTART;VALUE=DATE:20260630');
		expect(lines).toContain('DTEND;VALUE=DATE:20260701');
		expect(lines).toContain('UID:OIC-7.KENT.due@tracker.test');
		expect(body).not.toContain('ESSEX');
	});

	test.each(ROLE_NAMES)('of %s names no organisation that they may not see', async (role) => {
		const { body } = await feed(await calendarOf(role));
		expect(body.includes('KENT'), 'Kent').toBe(/own/.test(role));
		expect(body.includes('ESSEX'), 'Essex').toBe(/foreign/.test(role));
	});

	test('keeps the name of an entry when its day moves, and is gone once it is revoked', async () => {
		const token = await calendarOf('own lead');
		const uids = (body: string) => body.match(/^UID:.*$/gm);
		const before = uids((await feed(token)).body);
		await app.db.write((tx) =>
			tx.update(assignment).set({ currentDueOn: plainDate('2027-01-31') })
		);
		const after = (await feed(token)).body;
		expect(uids(after)).toEqual(before);
		expect(after).toContain('DTSTART;VALUE=DATE:20270131');
		await revokeToken(app, scene.people['own lead'], 1);
		expect((await feed(token)).status).toBe(404);
	});
});

function calendarOf(role: (typeof ROLE_NAMES)[number]): Promise<string> {
	return make(scene.people[role], { purpose: 'calendar' });
}

function make(
	actor: Actor,
	part: { purpose?: TokenPurpose; scopes?: readonly TokenScope[]; days?: number } = {}
): Promise<string> {
	const command = { purpose: 'api' as const, name: 'A sheet', scopes: ALL, days: 365, ...part };
	return createToken(app, actor, { ...command, submissionKey: aKey() });
}

async function listed_(token: string, search = ''): Promise<string[]> {
	const { body } = await ask(`/assignments${search}`, token);
	return (JSON.parse(body) as Answer).data.map((row) => `${row.reference} ${row.organisationCode}`);
}

function ask(address: string, token: string | undefined, headers?: Record<string, string>) {
	return askProgram(app, address, token, headers);
}

function feed(token: string) {
	return askFeed(app, token);
}
