import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDescription } from '#lib/server/exchange/open-api.ts';
import { createToken } from '#lib/server/services/tokens.ts';
import { TOKEN_SCOPES } from '#lib/domain/token.ts';
import { beforeEach, expect, test } from 'vitest';
import { aKey } from '../support/assignment-facts.ts';
import { askProgram } from '../support/ask-program.ts';
import { openScene, ROLE_NAMES, stage, type Scene } from '../support/scene.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const description = openApiDescription('https://tracker.test');

let app: TestApp;
let scene: Scene;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	await stage(app, scene, 'in-progress', 7);
	await stage(app, scene, 'in-progress', 7, scene.essex);
});

test.each(Object.keys(description.paths))(
	'%s names nobody’s work to who may not see it',
	async (path) => {
		for (const role of ROLE_NAMES) {
			const token = await tokenOf(role);
			const by = path === '/counts' ? '?by=organisation' : '';
			const { status, body } = await askProgram(app, `${path}${by}`, token);
			expect(status, role).toBe(200);
			// Which bodies there are is public; what falls to them is not.
			if (path === '/organisations') continue;
			const seesBoth = /inspector|national/.test(role);
			expect(/KENT/.test(body), `${role} and Kent`).toBe(
				isOfBodies(path) && (seesBoth || /own/.test(role))
			);
			expect(/ESSEX/.test(body), `${role} and Essex`).toBe(
				isOfBodies(path) && (seesBoth || /foreign/.test(role))
			);
		}
	}
);

test('asked for by the code of another body is answered as if it had nothing', async () => {
	const lead = await tokenOf('own lead');
	const foreign = await askProgram(app, '/assignments?organisation=ESSEX', lead);
	const none = await askProgram(app, '/assignments?organisation=XX', lead);
	expect([foreign.status, foreign.body.replaceAll('ESSEX', 'XX')]).toEqual([
		none.status,
		none.body
	]);
});

test('is described in a document that the standard allows, and one that is broken is told', async () => {
	const validator = new Validator();
	const plain = JSON.parse(JSON.stringify(description)) as Record<string, unknown>;
	expect(await validator.validate(plain)).toEqual({ valid: true });
	expect(validator.version).toBe('3.1');
	const broken = { ...plain, paths: { '/counts': { get: { responses: [] } } } };
	expect((await new Validator().validate(broken)).valid).toBe(false);
});

test('is described in a document that holds together', () => {
	expect(description.openapi).toMatch(/^3\.1\.\d$/);
	const refs = [...JSON.stringify(description).matchAll(/"\$ref":"#\/([^"]+)"/g)];
	expect(refs.length).toBeGreaterThan(0);
	for (const [, path = ''] of refs) {
		const found = path
			.split('/')
			.reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], description);
		expect(found, path).toBeDefined();
	}
	const operations = Object.values(description.paths).map(({ get }) => get);
	const ids = operations.map(({ operationId }) => operationId);
	expect(new Set(ids).size).toBe(ids.length);
	for (const { parameters, responses } of operations) {
		expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '401', '403', '429']));
		for (const parameter of parameters) {
			expect(parameter).toMatchObject({ in: 'query', schema: expect.any(Object) });
		}
	}
});

function tokenOf(role: (typeof ROLE_NAMES)[number]): Promise<string> {
	const command = { purpose: 'api' as const, name: 'A sheet', scopes: TOKEN_SCOPES, days: 30 };
	return createToken(app, scene.people[role], { ...command, submissionKey: aKey() });
}

function isOfBodies(path: string): boolean {
	return path === '/assignments' || path === '/counts';
}
