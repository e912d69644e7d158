import { describe, expect, test } from 'vitest';
import { databaseImage } from '../support/database.ts';
import { PEOPLE_FORMS, type PeopleForm } from '../support/people-forms.ts';
import { submit } from '../support/routes.ts';
import { openScene, type Scene } from '../support/scene.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';
import type { Actor } from '#lib/domain/actor.ts';

const POISON = '424242';

describe.each(PEOPLE_FORMS)('$id, $action', (form) => {
	test('takes nothing beyond its own fields', async () => {
		const { app, scene } = await open();
		const { administrator } = scene.people;
		const asked = await ask(app, administrator, form);
		const columns = ['id', 'personId', 'passwordHash', 'createdAt', 'deactivatedAt', 'actorId'];
		const poison = Object.fromEntries(columns.map((name) => [name, POISON]));
		const { status } = await submit(app, administrator, asked, { ...poison, ...form.fields });
		expect(status).toBe(303);
		expect(databaseImage(app)).not.toContain(POISON);
	});

	test.skipIf(form.isWordless)('without a word typed is refused with what to mend', async () => {
		const { app, scene } = await open();
		const { administrator } = scene.people;
		const asked = await ask(app, administrator, form);
		const before = databaseImage(app);
		const { status, data } = await submit(app, administrator, asked, {});
		expect(status).toBe(422);
		expect((data as { problems: unknown[] }).problems.length).toBeGreaterThan(0);
		expect(databaseImage(app)).toBe(before);
	});

	test('brought back after signing in again it is shown, not carried out', async () => {
		const { app, scene } = await open();
		const { administrator } = scene.people;
		const asked = await ask(app, administrator, form);
		const before = databaseImage(app);
		const fields = { ...form.fields, restored: 'yes' };
		const { status, data } = await submit(app, administrator, asked, fields);
		expect(status).toBe(422);
		expect(data).toMatchObject({ restored: true, problems: [] });
		expect(JSON.stringify(data)).not.toMatch(/plum kettle|walnut ferry/);
		expect(databaseImage(app)).toBe(before);
	});
});

/** Mail leaves the service, so that forms go on to a page in place of showing a link. */
async function open(): Promise<{ app: TestApp; scene: Scene }> {
	const app = openTestApp({ SMTP_URL: 'smtp://127.0.0.1:1' });
	return { app, scene: await openScene(app) };
}

async function ask(app: TestApp, actor: Actor, form: PeopleForm) {
	const id = String(await form.prepare(app, actor));
	return { id: form.id, action: form.action, params: { id } };
}
