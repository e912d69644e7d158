import { describe, expect, test } from 'vitest';
import { databaseImage, rawConnection, rowsOf, tableNames } from '../support/database.ts';
import { columnsOf } from '../support/fill-tables.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { fillInPostForm, POST_FORMS, type PostFormCase } from '../support/post-forms.ts';
import { openPage, submit } from '../support/routes.ts';
import { openScene } from '../support/scene.ts';
import { openTestApp } from '../support/test-app.ts';

const POISON = '424242';

describe.each(POST_FORMS)('$id, $action', (form) => {
	test('of a post of another organisation is not found', async () => {
		const { app, scene } = await open();
		const { asked, fields } = await fillInPostForm(app, scene, form);
		const before = databaseImage(app);
		for (const params of [
			{ code: 'KENT', post: String(scene.essexPost) },
			{ code: 'ESSEX', post: asked.params.post },
			{ code: 'KENT', post: '987654' },
			{ code: 'KENT', post: '1e3' }
		]) {
			const actor = scene.people['own lead'];
			expect((await submit(app, actor, { ...asked, params }, fields)).status).toBe(404);
			expect((await openPage(app, actor, { id: asked.id, params })).status).toBe(404);
		}
		expect(databaseImage(app)).toBe(before);
	});

	test('takes nothing beyond its own fields, whatever column is named', async () => {
		const { app, scene } = await open();
		const { asked, fields } = await fillInPostForm(app, scene, form);
		const raw = rawConnection(app);
		const columns = tableNames(raw).flatMap((table) =>
			columnsOf(raw, table).flatMap(({ name }) => [
				name,
				name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())
			])
		);
		const own = new Set([...Object.keys(fields), ...(form.optional ?? [])]);
		const poison = Object.fromEntries(
			columns.filter((name) => !own.has(name)).map((name) => [name, POISON])
		);
		const { status } = await submit(app, scene.people['own lead'], asked, { ...poison, ...fields });
		expect(status).toBe(doneOf(form));
		expect(databaseImageText(app)).not.toContain(POISON);
	});

	test('without a word typed is refused with what to mend, and changes nothing', async () => {
		const { app, scene } = await open();
		const { asked } = await fillInPostForm(app, scene, form);
		const before = databaseImage(app);
		const { status, data } = await submit(app, scene.people['own lead'], asked, {});
		expect(status).toBe(422);
		expect((data as { problems: unknown[] }).problems.length).toBeGreaterThan(0);
		expect(databaseImage(app)).toBe(before);
	});

	test('brought back after signing in again it is shown, not carried out', async () => {
		const { app, scene } = await open();
		const { asked, fields } = await fillInPostForm(app, scene, form);
		const before = databaseImage(app);
		const typed = { ...fields, restored: 'yes' };
		const { status, data } = await submit(app, scene.people['own lead'], asked, typed);
		expect(status).toBe(422);
		expect(data).toMatchObject({ restored: true, values: form.fields });
		expect(databaseImage(app)).toBe(before);
	});

	test('sent twice is carried out once', async () => {
		const { app, scene } = await open();
		const { asked, fields } = await fillInPostForm(app, scene, form);
		const send = () => submit(app, scene.people['own lead'], asked, fields);
		expect((await send()).status).toBe(doneOf(form));
		const after = databaseImage(app);
		expect((await send()).status).toBe(doneOf(form));
		expect(databaseImage(app)).toBe(after);
	});

	test.each(Object.entries(HOSTILE_TEXTS))(
		'stores %s as it is or says why not',
		async (_, text) => {
			const { app, scene } = await open();
			const { asked, fields } = await fillInPostForm(app, scene, form);
			const typed = ['name', 'reason', 'note'].filter((field) => Object.hasOwn(form.fields, field));
			for (const field of typed) {
				const before = databaseImage(app);
				const submissionKey = `${field}-0000000000000000`;
				const sent = { ...fields, [field]: text, submissionKey };
				const { status } = await submit(app, scene.people['own lead'], asked, sent);
				if (status === 200) return;
				if (status === 303) {
					expect(databaseImageText(app)).toContain(asStored(text));
					return;
				}
				expect(status).toBe(422);
				expect(databaseImage(app)).toBe(before);
			}
		}
	);
});

/** Line ends become one character, and blanks around the text go. */
function asStored(text: string): string {
	return JSON.stringify(text.replace(/\r\n?/g, '\n').trim()).slice(1, -1);
}

async function open() {
	const app = openTestApp();
	return { app, scene: await openScene(app) };
}

function databaseImageText(app: ReturnType<typeof openTestApp>): string {
	const tables = ['post_holder', 'handover', 'owner_change', 'audit_entry', 'assignment', 'post'];
	return JSON.stringify(tables.map((table) => rowsOf(app, table)));
}

/** A form that was carried out leads on to a page; one that only counts shows it at once. */
function doneOf({ isRehearsal }: PostFormCase): number {
	return isRehearsal ? 200 : 303;
}
