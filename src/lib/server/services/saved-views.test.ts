import type { Actor } from '#lib/domain/actor.ts';
import { VIEWS_MAX } from '#lib/domain/saved-view.ts';
import { beforeEach, expect, test } from 'vitest';
import { aPerson } from '../../../../tests/support/builders.ts';
import {
	allRows,
	changedTables,
	databaseImage,
	rowsOf
} from '../../../../tests/support/database.ts';
import { HOSTILE_TEXTS } from '../../../../tests/support/hostile-texts.ts';
import { refusalOf } from '../../../../tests/support/refusals.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { readSharedView, readViews } from '../reads/saved-views.ts';
import { endView, renameView, replaceView, saveView } from './saved-views.ts';

let app: TestApp;
let me: Actor;
let other: Actor;
let serial = 0;

beforeEach(async () => {
	app = openTestApp();
	me = await aPerson(app, 'inspector');
	other = await aPerson(app, 'inspector');
});

const form = () => ({ submissionKey: `a-form-of-its-own-${++serial}` });
const save = (name: string, query = 'region=London', actor = me) =>
	saveView(app, actor, { page: 'dashboard', name, query, ...form() });
const own = async (actor = me) => (await readViews(app, actor)).views;

test('a view is kept for whoever saved it, and opened by whoever has its link', async () => {
	const key = await save('London');
	expect(await own()).toEqual([{ key, page: 'dashboard', name: 'London', query: 'region=London' }]);
	expect(await own(other)).toEqual([]);
	expect(await readSharedView(app, key)).toEqual({ page: 'dashboard', query: 'region=London' });
});

test('saving is no change of the register: the trail knows nothing of it', async () => {
	const before = allRows(app);
	await save('London');
	expect(changedTables(before, allRows(app)).sort()).toEqual(['saved_view', 'submission']);
});

test('it is renamed and replaced with its link unchanged, and kept as a row when it is ended', async () => {
	const key = await save('London');
	await renameView(app, me, key, { name: 'The capital', ...form() });
	await replaceView(app, me, key, { page: 'dashboard', query: 'region=Eastern', ...form() });
	expect(await own()).toEqual([
		{ key, page: 'dashboard', name: 'The capital', query: 'region=Eastern' }
	]);
	await endView(app, me, key, form());
	expect(await own()).toEqual([]);
	expect(await refusalOf(readSharedView(app, key))).toMatchObject({ code: 'not-found' });
	expect(rowsOf(app, 'saved_view')).toHaveLength(1);
	// The name is free again.
	await save('The capital');
});

test('nobody changes what is another’s, and nothing tells that it is there', async () => {
	const key = await save('London');
	const before = databaseImage(app);
	for (const attempt of [
		() => renameView(app, other, key, { name: 'Mine', ...form() }),
		() => replaceView(app, other, key, { page: 'dashboard', query: '', ...form() }),
		() => endView(app, other, key, form()),
		() => endView(app, me, 'no-such-key', form()),
		() => replaceView(app, me, key, { page: 'assignments', query: '', ...form() }),
		() => readViews(app, other, key)
	]) {
		expect(await refusalOf(attempt())).toMatchObject({ code: 'not-found' });
		expect(databaseImage(app)).toBe(before);
	}
});

test('a name is taken once for each page, whatever its capitals', async () => {
	await save('London');
	expect(await refusalOf(save('LONDON'))).toMatchObject({ code: 'view-name-taken' });
	await saveView(app, me, { page: 'assignments', name: 'London', query: '', ...form() });
	await save('London', '', other);
	const key = await save('Eastern');
	const rename = () => renameView(app, me, key, { name: 'London', ...form() });
	expect(await refusalOf(rename())).toMatchObject({ code: 'view-name-taken', field: 'name' });
});

test('what is sent twice is carried out once', async () => {
	const command = { page: 'dashboard', name: 'London', query: '', ...form() } as const;
	const key = await saveView(app, me, command);
	expect(await refusalOf(saveView(app, me, command))).toMatchObject({
		code: 'already-submitted'
	});
	const once = form();
	await endView(app, me, key, once);
	expect(await refusalOf(endView(app, me, key, once))).toMatchObject({
		code: 'already-submitted'
	});
	expect(rowsOf(app, 'saved_view')).toHaveLength(1);
});

test('fifty are kept at a time, and one that is ended makes room', async () => {
	const keys: string[] = [];
	for (let index = 0; index < VIEWS_MAX; index++) keys.push(await save(`View ${index}`));
	expect(await refusalOf(save('One more'))).toMatchObject({ code: 'too-many-views' });
	await save('Not mine', '', other);
	await endView(app, me, keys[0]!, form());
	await save('One more');
});

test.each(Object.entries(HOSTILE_TEXTS))('%s as a name comes back as typed', async (_, text) => {
	const key = await save(text);
	expect((await own()).find((view) => view.key === key)?.name).toBe(text);
});
