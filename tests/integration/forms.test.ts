import { can } from '#lib/domain/policy.ts';
import { describe, expect, test } from 'vitest';
import {
	allRows,
	changedTables,
	databaseImage,
	rawConnection,
	tableNames
} from '../support/database.ts';
import { columnsOf } from '../support/fill-tables.ts';
import { fillIn, FORMS, type Form } from '../support/forms.ts';
import { submit } from '../support/routes.ts';
import { openScene, stage, type Scene } from '../support/scene.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const POISON = '424242';

describe.each(FORMS)('$needs by $id, $action', (form) => {
	test('takes nothing beyond its own fields, whatever column is named', async () => {
		const { app, scene } = await open();
		const { staged, asked, fields } = await fillIn(app, scene, form, 1);
		const before = allRows(app);
		const poisoned = { ...poison(app, form), ...fields };
		expect(Object.keys(poisoned).length).toBeGreaterThan(100);
		const { status } = await submit(app, whoMay(scene, form), asked, poisoned);
		expect(status).toBe(303);
		const after = allRows(app);
		for (const table of changedTables(before, after)) {
			expect(JSON.stringify(after.get(table)), table).not.toContain(POISON);
		}
		const others = (rows: Map<string, Record<string, unknown>[]>) =>
			rows.get('assignment')?.filter((row) => row.id !== staged.id);
		expect(others(after)).toEqual(others(before));
	});

	test('without a word typed is refused with what to mend, or its rule, and changes nothing', async () => {
		const { app, scene } = await open();
		const { asked } = await fillIn(app, scene, form, 1);
		const before = databaseImage(app);
		const { status, data } = await submit(app, whoMay(scene, form), asked, {});
		expect(status).toBe(422);
		expect((data as { problems: unknown[] }).problems.length).toBeGreaterThan(0);
		expect(databaseImage(app)).toBe(before);
	});
});

async function open(): Promise<{ app: TestApp; scene: Scene }> {
	const app = openTestApp();
	const scene = await openScene(app);
	await stage(app, scene, 'in-progress', 99, scene.essex);
	return { app, scene };
}

function whoMay(scene: Scene, { needs }: Form) {
	const { inspector, 'own lead': lead } = scene.people;
	return can(inspector, needs, { organisationId: scene.kent }) ? inspector : lead;
}

/** Every column of every table, as SQL and as the code name it, but those that the form has a field for. */
function poison(app: TestApp, form: Form): Record<string, string> {
	const raw = rawConnection(app);
	const columns = tableNames(raw).flatMap((table) => columnsOf(raw, table).map(({ name }) => name));
	const camel = columns.map((name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()));
	const own = new Set([...Object.keys(form.fields), ...(form.optional ?? [])]);
	const names = [...columns, ...camel, 'restored_', '__proto__[roles]'].filter(
		(name) => !own.has(name) && name !== 'key'
	);
	return Object.fromEntries(names.map((name) => [name, POISON]));
}
