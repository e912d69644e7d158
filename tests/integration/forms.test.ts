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
import { PEOPLE_FORMS } from '../support/people-forms.ts';
import { POST_FORMS } from '../support/post-forms.ts';
import { actionNames, routeIds, submit } from '../support/routes.ts';
import {
	BLIND,
	openScene,
	ROLE_NAMES,
	stage,
	type RoleName,
	type Scene
} from '../support/scene.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

/** Files arrive as a stream and are tested over a real connection; people and posts are no part of an assignment. */
const TESTED_ELSEWHERE = [
	// Carries nothing out: it shows what would be.
	'/(app)/organisations/[code]/updates/new check',
	'/(app)/recommendations/[ref]/[org]/evidence/new file',
	'/(app)/recommendations/[ref]/parts default',
	...[...PEOPLE_FORMS, ...POST_FORMS].map(({ id, action }) => `${id} ${action}`)
];
const POISON = '424242';

test('every form behind the door is sent here', () => {
	const sent = new Set(FORMS.map(({ id, action }) => `${id} ${action}`));
	const all = routeIds('/(app)').flatMap((id) => actionNames(id).map((name) => `${id} ${name}`));
	expect([...sent, ...TESTED_ELSEWHERE].sort()).toEqual(all.sort());
});

test.each(ROLE_NAMES)('%s can send exactly the forms that the policy grants', async (role) => {
	const { app, scene } = await open();
	for (const [index, form] of FORMS.entries()) {
		const { asked, fields } = await fillIn(app, scene, form, index + 1);
		const before = databaseImage(app);
		const { status, data } = await submit(app, scene.people[role], asked, fields);
		const label = `${role}: ${form.verb ?? form.id} ${form.action} ${JSON.stringify(data)}`;
		expect(status, label).toBe(statusFor(scene, role, form));
		expect(databaseImage(app) === before, label).toBe(status !== 303);
	}
});

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

function statusFor(scene: Scene, role: RoleName, { needs }: Form): number {
	if (BLIND.includes(role)) return 404;
	return can(scene.people[role], needs, { organisationId: scene.kent }) ? 303 : 403;
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
