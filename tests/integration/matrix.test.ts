import { ACTIONS, can, type Action } from '#lib/domain/policy.ts';
import { describe, expect, test } from 'vitest';
import { databaseImage } from '../support/database.ts';
import { ENDPOINTS } from '../support/endpoints.ts';
import { pagesAbout } from '../support/pages.ts';
import { withForeign } from '../support/foreign-things.ts';
import { fillIn, FORMS } from '../support/forms.ts';
import {
	actionNames,
	endpointIds,
	methodsOf,
	openPage,
	routeIds,
	submit
} from '../support/routes.ts';
import { openScene, ROLE_NAMES, stage } from '../support/scene.ts';
import { openTestApp } from '../support/test-app.ts';
import { verdictOn, WAYS_IN } from '../support/ways-in.ts';

// Role × verb × own or foreign body: whoever asks, each route answers what the policy's table says.

/** Nobody is signed in there, or nobody's data is in it. */
const OPEN = [
	...['/health', '/(print)/summary/as-at.css'],
	// They ask for a token of their own, and have tests of their own.
	...[
		'assignments',
		'counts',
		'inspections',
		'openapi.json',
		'organisations',
		'recommendations'
	].map((name) => `/api/v1/${name}`),
	'/calendar/[token].ics'
];
/** Rights that no route asks for: of the command line, or of what a page shows beside the rest. */
const ASKED_ELSEWHERE: readonly Action[] = ['load-register', 'read-notes', 'read-pack'];

describe('the matrix leaves nothing out', () => {
	test('every form behind the door is in it', () => {
		const behind = routeIds('/').filter((id) => !id.startsWith('/(door)'));
		const all = behind.flatMap((id) => actionNames(id).map((name) => `${id} ${name}`));
		const walked = new Set(
			WAYS_IN.map(({ name }) => name).filter((name) => !name.endsWith(' GET'))
		);
		expect([...walked].sort()).toEqual(all.sort());
	});

	test('every address that answers with something else than a page is in it, and only reads', () => {
		expect([...ENDPOINTS.map(({ id }) => id), ...OPEN].sort()).toEqual(endpointIds());
		for (const id of endpointIds()) expect(methodsOf(id), id).toEqual(['GET']);
	});

	test('every row of the policy is asked for by one of them', async () => {
		const app = openTestApp();
		const staged = await stage(app, await openScene(app), 'in-progress');
		const walked = [...WAYS_IN, ...pagesAbout(staged)].map(({ needs }) => needs?.action);
		walked.push('read-summary');
		expect(ACTIONS.filter((action) => !walked.includes(action)).sort()).toEqual(
			[...ASKED_ELSEWHERE].sort()
		);
	});
});

describe.each(ROLE_NAMES)('%s', (role) => {
	test('does exactly what the policy grants, and leaves no trace where it does not', async () => {
		// Mail leaves the service, so that forms go on to a page in place of showing a link.
		const app = openTestApp({ SMTP_URL: 'smtp://127.0.0.1:1' });
		const scene = await openScene(app);
		await stage(app, scene, 'in-progress', 99, scene.essex);
		const actor = scene.people[role];
		for (const [index, way] of WAYS_IN.entries()) {
			const attempt = await way.make(app, scene, role, index + 100);
			const before = databaseImage(app);
			const { status, data } = await attempt(actor);
			const told = `${role}: ${way.name} ${JSON.stringify(data)?.slice(0, 300)}`;
			const verdict = verdictOn(actor, way.needs, scene.kent);
			if (verdict === 'done') {
				expect(way.done, told).toContain(status);
				if (status === 303 && !way.name.endsWith(' GET'))
					expect(databaseImage(app), told).not.toBe(before);
			} else {
				expect(status, told).toBe(verdict);
				expect(databaseImage(app), told).toBe(before);
			}
		}
	});

	test('is let into exactly the pages that the policy grants, and changes nothing by looking', async () => {
		const app = openTestApp();
		const scene = await openScene(app);
		const staged = await stage(app, scene, 'reported-complete');
		const before = databaseImage(app);
		for (const page of pagesAbout(staged)) {
			const { status } = await openPage(app, scene.people[role], page);
			const verdict = verdictOn(scene.people[role], page.needs, scene.kent);
			const told = `${role}: ${page.id} ${page.params.verb ?? ''}`;
			expect(status, told).toBe(verdict === 'done' ? 200 : verdict);
		}
		expect(databaseImage(app)).toBe(before);
	});

	test('gets the summary of an organisation exactly where the policy grants it', async () => {
		const app = openTestApp();
		const scene = await openScene(app);
		await stage(app, scene, 'reported-complete');
		await stage(app, scene, 'reported-complete', 7, scene.essex);
		for (const [code, organisationId] of [
			['KENT', scene.kent],
			['ESSEX', scene.essex]
		] as const) {
			const asked = { id: '/(print)/summary', params: {}, search: `?organisation=${code}` };
			const { status } = await openPage(app, scene.people[role], asked);
			const may = can(scene.people[role], 'read-summary', { organisationId });
			expect(may ? [200] : [403, 404], `${role}: ${code}`).toContain(status);
		}
	});
});

describe.each(ROLE_NAMES)('%s', (role) => {
	test('gets the handover brief of a post exactly where the policy grants it', async () => {
		const app = openTestApp();
		const scene = await openScene(app);
		const { postId } = await stage(app, scene, 'in-progress');
		const params = { code: 'KENT', post: String(postId) };
		const id = '/(print)/organisations/[code]/posts/[post]/brief';
		const { status } = await openPage(app, scene.people[role], { id, params });
		const needs = { of: 'assignment', action: 'read-organisation' } as const;
		const verdict = verdictOn(scene.people[role], needs, scene.kent);
		expect(status).toBe(verdict === 'done' ? 200 : verdict);
	});
});

describe.each(ROLE_NAMES)('%s', (role) => {
	test('gets the late section 55 responses on paper exactly where the policy grants it', async () => {
		const app = openTestApp();
		const scene = await openScene(app);
		await stage(app, scene, 'in-progress');
		const asked = { id: '/(print)/section-55/late', params: {} };
		const { status } = await openPage(app, scene.people[role], asked);
		expect(status).toBe(can(scene.people[role], 'read-section55') ? 200 : 403);
	});
});

describe('a thing of another organisation', () => {
	test('is not there for any form of one’s own that names it, and nothing is changed', async () => {
		const app = openTestApp();
		const scene = await openScene(app);
		const lead = scene.people['own lead'];
		let named = 0;
		for (const [index, form] of FORMS.entries()) {
			// A draft is what one typed, kept for oneself: nothing is looked up by it until it is sent.
			if (form.action === 'draft' || form.action === 'discard') continue;
			if (!can(lead, form.needs, { organisationId: scene.kent })) continue;
			const { staged, asked, fields } = await fillIn(app, scene, form, index + 1);
			const foreign = await stage(app, scene, 'in-progress', index + 1, scene.essex);
			for (const swapped of withForeign(form, { asked, fields }, staged, foreign)) {
				const before = databaseImage(app);
				const { status } = await submit(app, lead, swapped.asked, swapped.fields);
				expect([404, 422], `${form.id} ${form.action}: ${swapped.what}`).toContain(status);
				expect(databaseImage(app), swapped.what).toBe(before);
				named += 1;
			}
		}
		expect(named).toBeGreaterThan(30);
	});
});
