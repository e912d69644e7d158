import { globSync } from 'node:fs';
import { SAMPLE_PASSWORD } from '#lib/domain/sample.ts';
import { session } from '#lib/server/db/schema/person.ts';
import { outbox } from '#lib/server/db/schema/service.ts';
import { desc } from 'drizzle-orm';
import { expect, test } from '../support/fixtures.ts';
import { aForm, send, type RawAnswer } from '../support/request.ts';
import { startServer, type TestServer } from '../support/server.ts';

const EMAIL = 'inspector@sample.test';
const HTML = { accept: 'text/html' };
const OPEN = ['/(door)/', '/health', '/accessibility', '/api/v1/', '/calendar/'];

test.describe('somebody who is not signed in', () => {
	for (const id of routeIds()) {
		const isOpen = OPEN.some((open) => id.startsWith(open));
		test(`${isOpen ? 'sees' : 'does not see'} ${id}`, async ({ server }) => {
			const path = pathOf(id);
			const asPage = await send(server.origin, path, { headers: HTML });
			const asData = await send(server.origin, `${path.replace(/\/$/, '')}/__data.json`);
			const asForm = await send(server.origin, path, aForm(server.origin, { text: 'kept' }));
			const asJson = await send(server.origin, path, {
				method: 'POST',
				headers: { origin: server.origin, 'content-type': 'application/json' },
				body: '{}'
			});
			if (isOpen) {
				expect(asPage.headers['location'] ?? '').not.toMatch(/^\/sign-in\?next/);
				return;
			}
			expect(asPage.status).toBe(303);
			expect(asPage.headers['location']).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
			expect(asData.body).toMatch(/^\{"type":"redirect","location":"\/sign-in\?next=/);
			expect(asForm.status).toBe(307);
			expect(asForm.headers['location']).toMatch(/^\/sign-in\?\/hold&to=/);
			expect(asJson.status).toBe(401);
			expect(asPage.body + asForm.body).toBe('');
		});
	}
});

test.describe('a change that does not come from a page of the service', () => {
	const types = [
		'application/x-www-form-urlencoded',
		'Application/X-WWW-Form-URLencoded',
		'multipart/form-data; boundary=x',
		'text/plain',
		'TEXT/PLAIN; charset=utf-8',
		'application/json',
		'application/x-sveltekit-formdata'
	];
	const senders: Record<string, Record<string, string>> = {
		'no origin': {},
		'another site': { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' },
		'a null origin': { origin: 'null' },
		'a neighbour': { 'sec-fetch-site': 'same-site' }
	};
	for (const [sender, headers] of Object.entries(senders)) {
		test(`is refused from ${sender}, whatever it says it is`, async ({ server }) => {
			const { cookie } = await signedIn(server);
			const before = await sessions(server);
			for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
				for (const type of types) {
					const answer = await send(server.origin, '/sign-out', {
						method,
						headers: { ...headers, cookie, 'content-type': type },
						body: 'a=1'
					});
					expect(answer.status, `${method} ${type}`).toBe(403);
				}
			}
			expect(await sessions(server)).toEqual(before);
		});
	}
});

test('every answer carries the security headers, errors and files too', async ({ server }) => {
	const { cookie } = await signedIn(server);
	const asset = /\/_app\/immutable\/[\w/.-]+\.css/.exec(
		(await send(server.origin, '/sign-in')).body
	)?.[0];
	const answers = {
		page: await send(server.origin, '/account', { headers: { ...HTML, cookie } }),
		door: await send(server.origin, '/sign-in', { headers: HTML }),
		health: await send(server.origin, '/health'),
		redirect: await send(server.origin, '/account', { headers: HTML }),
		'not found': await send(server.origin, '/nowhere', { headers: HTML }),
		malformed: await send(server.origin, '/%c3%28', { headers: HTML }),
		foreign: await send(server.origin, '/sign-in', { method: 'POST', body: 'a=1' }),
		refused: await send(server.origin, '/sign-in', {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: 'a=1'
		}),
		file: await send(server.origin, asset ?? '/none'),
		'missing file': await send(server.origin, '/_app/immutable/none.js')
	};
	expect(answers.file.status).toBe(200);
	for (const [what, { headers }] of Object.entries(answers)) {
		expect(headers, what).toMatchObject({
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
			'referrer-policy': 'same-origin',
			'cross-origin-opener-policy': 'same-origin'
		});
		expect(headers['content-security-policy'], what).toContain("frame-ancestors 'none'");
		expect(headers['content-security-policy'], what).not.toContain('unsafe-inline');
	}
	for (const what of ['page', 'door', 'health', 'redirect', 'not found'] as const) {
		expect(answers[what].headers['x-request-id'], what).toMatch(/^[0-9a-f]{12}$/);
		expect(answers[what].headers['cache-control'], what).toBe('private, no-store');
	}
});

test('after signing in nobody is sent to another site', async ({ server }) => {
	const hostile = [
		'//evil.test',
		'/\\evil.test',
		'https://evil.test',
		'/../\\evil.test',
		'/%09/evil'
	];
	for (const next of hostile) {
		const { location } = (await signIn(server, { next })).headers;
		expect(location, next).toBe('/');
		const { body } = await send(server.origin, `/sign-in?next=${encodeURIComponent(next)}`);
		expect(body, next).not.toContain('value="//evil');
		expect(body, next).not.toMatch(/(href|action|value)="[^"]*evil\.test/);
	}
	expect((await signIn(server, { next: '/people?q=a' })).headers['location']).toBe('/people?q=a');
});

test('a session that somebody else planted is not adopted', async ({ server }) => {
	const planted = 'session=abcdefghijabcdefghij.abcdefghabcdefghabcdefghabcdefgh';
	const { cookies } = await signIn(server, {}, planted);
	expect(cookies[0]).toMatch(/^session=[\w-]{20}\.[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax$/);
	expect(cookies[0]).not.toContain('abcdefgh');
	const answer = await send(server.origin, '/account', { headers: { ...HTML, cookie: planted } });
	expect(answer.status).toBe(303);
});

test('an unknown address and a wrong password get the same page', async ({ server }) => {
	const unknown = await signIn(server, { email: 'nobody@sample.test', password: 'x' });
	const wrong = await signIn(server, { email: 'board@sample.test', password: 'x' });
	const shape = ({ body }: RawAnswer) =>
		body.replaceAll(/nobody@|board@/g, '').replaceAll(/nonce="[^"]*"|etag[^"]*/g, '');
	expect(wrong.status).toBe(422);
	expect(unknown.status).toBe(422);
	expect(shape(unknown)).toBe(shape(wrong));
	const known = await send(
		server.origin,
		'/reset',
		aForm(server.origin, { email: 'board@sample.test' })
	);
	const stranger = await send(
		server.origin,
		'/reset',
		aForm(server.origin, { email: 'nobody@sample.test' })
	);
	expect(shape(known)).toBe(shape(stranger));
});

test('links in mail begin with the configured origin, whatever Host says', async ({ server }) => {
	const form = aForm(server.origin, { email: 'nca.lead@sample.test' });
	for (const poison of [
		{ host: 'evil.test' },
		{ 'x-forwarded-host': 'evil.test', forwarded: 'host=evil.test' }
	]) {
		const headers = { ...form.headers, ...poison } as Record<string, string>;
		expect((await send(server.origin, '/reset', { ...form, headers })).status).toBe(200);
		const db = server.openDb();
		const [mail] = await db.read.select().from(outbox).orderBy(desc(outbox.id)).limit(1);
		db.close();
		expect(mail?.to).toBe('nca.lead@sample.test');
		expect(mail?.body).toContain(`${server.origin}/reset/`);
		expect(mail?.body).not.toContain('evil');
	}
});

test('a form that is too large is refused, announced or not', async ({ server }) => {
	const { cookie } = await signedIn(server);
	const form = aForm(server.origin, { currentPassword: 'x'.repeat(600 * 1024) });
	const announced = { ...form.headers, cookie };
	const chunked = { ...form.headers, cookie, 'transfer-encoding': 'chunked' };
	for (const headers of [announced, chunked]) {
		const answer = await send(server.origin, '/account?/password', { ...form, headers });
		expect(answer.status).toBe(413);
	}
	const type = { 'content-type': 'multipart/form-data; boundary=none' };
	const notAForm = { ...form, body: 'x', headers: { ...announced, ...type } };
	expect((await send(server.origin, '/account?/password', notAForm)).status).toBe(400);
});

test('the log has a line for each request, and no name, address, secret or query', async ({
	server
}) => {
	const { token } = await signedIn(server);
	await send(server.origin, '/reset/canary-link-token?q=canary-query', { headers: HTML });
	await signIn(server, { email: 'canary@sample.test', password: 'canary-password' });
	const lines = () =>
		server
			.log()
			.split('\n')
			.filter((line) => line.startsWith('{'));
	await expect
		.poll(() => JSON.parse(lines().at(-1) ?? '{}'))
		.toMatchObject({
			method: 'POST',
			route: '/(door)/sign-in',
			status: 422,
			requestId: expect.stringMatching(/^[0-9a-f]{12}$/),
			ms: expect.any(Number)
		});
	for (const secret of ['canary', EMAIL, SAMPLE_PASSWORD, token, '127.0.0.1']) {
		expect(lines().join('\n'), secret).not.toContain(secret);
	}
});

test('behind TLS the cookie is bound to this host and the browser is told to stay on TLS', async () => {
	const server = await startServer({ env: { ORIGIN: 'https://tracker.test' } });
	try {
		const form = aForm('https://tracker.test', { email: EMAIL, password: SAMPLE_PASSWORD });
		const { status, headers, cookies } = await send(server.origin, '/sign-in?/enter', form);
		expect(status).toBe(303);
		expect(cookies[0]).toMatch(/^__Host-session=\S+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
		expect(headers['strict-transport-security']).toBe('max-age=31536000');
		const cookie = cookies[0]!.split(';')[0]!;
		const account = await send(server.origin, '/account', { headers: { ...HTML, cookie } });
		expect(account.status).toBe(200);
		const plain = cookie.replace('__Host-', '');
		const other = await send(server.origin, '/account', { headers: { ...HTML, cookie: plain } });
		expect(other.status).toBe(303);
	} finally {
		await server.stop();
	}
});

function routeIds(): string[] {
	const files = globSync('src/routes/**/{+page.svelte,+server.ts}');
	return [
		...new Set(files.map((file) => file.replace(/^src\/routes|\/\+[^/]+$/g, '') || '/'))
	].sort();
}

/** Any address of the route: groups are left out, parameters are 'x'. */
function pathOf(id: string): string {
	return id.replace(/\/\([^)]+\)/g, '').replace(/\[\[?[^\]]+\]\]?/g, 'x') || '/';
}

function signIn(server: TestServer, fields: Record<string, string>, cookie = '') {
	const form = aForm(server.origin, { email: EMAIL, password: SAMPLE_PASSWORD, ...fields });
	const headers = { ...form.headers, ...(cookie === '' ? {} : { cookie }) };
	return send(server.origin, '/sign-in?/enter', { ...form, headers });
}

async function signedIn(server: TestServer): Promise<{ cookie: string; token: string }> {
	const { cookies } = await signIn(server, {});
	const cookie = cookies.find((one) => one.startsWith('session='))?.split(';')[0] ?? '';
	return { cookie, token: cookie.replace('session=', '') };
}

async function sessions(server: TestServer) {
	const db = server.openDb();
	const rows = await db.read.select({ id: session.id, endedAt: session.endedAt }).from(session);
	db.close();
	return rows;
}
