import { can } from '#lib/domain/policy.ts';
import { describe, expect, test } from 'vitest';
import { databaseImage } from '../support/database.ts';
import { submit } from '../support/routes.ts';
import { openScene, type Scene } from '../support/scene.ts';
import { readyToSend, SERVICE_FORMS, type ServiceForm } from '../support/service-forms.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

describe.each(SERVICE_FORMS)('$needs by $id, $action', (form) => {
	test('sent twice is carried out once, and says so', async () => {
		const { app, scene } = await open();
		const send = await readyToSend(app, scene, form, 1);
		const actor = whoMay(scene, form);
		const first = await send(actor);
		const image = databaseImage(app);
		const second = await send(actor);
		expect([first.status, second.status]).toEqual(form.isRehearsal ? [200, 200] : [303, 303]);
		expect(databaseImage(app)).toBe(image);
	});

	test('without a word typed is refused with what to mend, and changes nothing', async () => {
		const { app, scene } = await open();
		const { params = {} } = await form.prepare(app, scene, 1);
		const before = databaseImage(app);
		const asked = { id: form.id, action: form.action ?? 'default', params };
		const { status, data } = await submit(app, whoMay(scene, form), asked, {});
		expect(status).toBe(422);
		expect((data as { problems: unknown[] }).problems.length).toBeGreaterThan(0);
		expect(databaseImage(app)).toBe(before);
	});

	test('about what is not there is answered with 404, and changes nothing', async () => {
		const { app, scene } = await open();
		const { params = {}, fields = {} } = await form.prepare(app, scene, 1);
		for (const name of Object.keys(params)) {
			const before = databaseImage(app);
			const asked = {
				id: form.id,
				action: form.action ?? 'default',
				params: { ...params, [name]: 'NOWHERE-9' }
			};
			const sent = { ...form.fields, ...fields, submissionKey: 'a-key-of-its-own' };
			const { status } = await submit(app, whoMay(scene, form), asked, sent);
			expect(status, name).toBe(404);
			expect(databaseImage(app)).toBe(before);
		}
	});
});

async function open(): Promise<{ app: TestApp; scene: Scene }> {
	const app = openTestApp();
	return { app, scene: await openScene(app) };
}

function whoMay(scene: Scene, { needs }: ServiceForm) {
	const { inspector, administrator } = scene.people;
	return can(inspector, needs) ? inspector : administrator;
}
