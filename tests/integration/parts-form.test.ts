import { expect, test } from 'vitest';
import { aForm } from '../support/assignment-facts.ts';
import { databaseImage } from '../support/database.ts';
import { aPart } from '../support/plan-facts.ts';
import { submit } from '../support/routes.ts';
import { openScene, stage } from '../support/scene.ts';
import { openTestApp } from '../support/test-app.ts';

const FIELDS = {
	'label-0': 'a',
	'text-0': 'Every shift has somebody with access',
	'label-1': 'b',
	'text-1': 'Records are sampled',
	'label-2': '',
	'text-2': '',
	version: '0',
	submissionKey: 'a'.repeat(16)
};

test('what is typed is kept where a row is not complete, and each problem names its row', async () => {
	const app = openTestApp();
	const scene = await openScene(app);
	const { reference } = await stage(app, scene, 'in-progress');
	const asked = {
		id: '/(app)/recommendations/[ref]/parts',
		action: 'default',
		params: { ref: reference }
	};
	const before = databaseImage(app);
	const fields = { ...FIELDS, 'text-0': '', 'label-1': '', 'label-2': 'c d', 'text-2': 'Third' };
	const { status, data } = await submit(app, scene.people.inspector, asked, fields);
	expect(status).toBe(422);
	expect(data).toMatchObject({
		values: { 'label-2': 'c d', 'text-1': 'Records are sampled' },
		problems: [
			{ field: 'text-0', message: 'Enter what this part asks for' },
			{ field: 'label-1', message: 'Enter a letter or number' }
		]
	});
	const missing = await submit(app, scene.people.inspector, asked, {});
	expect(missing.status).toBe(422);
	expect(databaseImage(app)).toBe(before);
});

test('what was written about a part that was retired meanwhile comes back with the reason', async () => {
	const app = openTestApp();
	const scene = await openScene(app);
	const staged = await stage(app, scene, 'in-progress');
	const part = await aPart(app, staged);
	const { version } = await aForm(app, staged);
	const wording = { id: '/(app)/recommendations/[ref]/parts', action: 'default' };
	const params = { ref: staged.reference };
	const written = await submit(
		app,
		scene.people.inspector,
		{ ...wording, params },
		{ ...FIELDS, version: '1' }
	);
	expect(written.status).toBe(303);
	const before = databaseImage(app);
	const said = await submit(
		app,
		scene.people['own lead'],
		{
			id: '/(app)/recommendations/[ref]/[org]/parts',
			action: 'default',
			params: { ...params, org: staged.organisation }
		},
		{
			[`part-${part}`]: 'met',
			[`note-${part}`]: 'A page of typing',
			version: String(version),
			submissionKey: 'b'.repeat(16)
		}
	);
	expect(said.status).toBe(422);
	expect(said.data).toMatchObject({
		values: { [`note-${part}`]: 'A page of typing' },
		problems: [{ message: expect.stringContaining('An inspector changed the parts') }]
	});
	expect(databaseImage(app)).toBe(before);
});
