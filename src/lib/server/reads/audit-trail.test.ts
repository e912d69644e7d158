import { beforeEach, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { addComment } from '../services/conversation.ts';
import { PAGE_SIZE } from './assignment-list.ts';
import { readAuditTrail } from './audit-trail.ts';

let app: TestApp;
let scene: Scene;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	staged = await stage(app, scene, 'in-progress');
});

test('an inspector who belongs to no organisation is told of the notes', async () => {
	await write('everyone');
	await write('inspectorate');
	const trail = await readAuditTrail(app, scene.people.inspector, {});
	expect(trail.length).toBe(2);
	expect(trail.entries.map(({ sentence }) => sentence)).toEqual([
		expect.stringContaining('kept a note of the inspectorate on OIC-7 for Kent Police.'),
		expect.stringContaining('commented on OIC-7 for Kent Police.')
	]);
});

test.each(['administrator', 'administrator and foreign lead', 'inspector and own lead'] as const)(
	'for %s the trail is the same with and without them: entries, pages, length and head',
	async (role) => {
		const pagesOf = async () => {
			const pages = [await readAuditTrail(app, scene.people[role], {})];
			for (let next = pages[0]!.next; next !== null; next = pages.at(-1)!.next) {
				pages.push(await readAuditTrail(app, scene.people[role], { before: next }));
			}
			return pages;
		};
		for (let number = 0; number <= PAGE_SIZE; number += 1) await write('everyone');
		const before = await pagesOf();
		expect(before).toHaveLength(2);
		await write('inspectorate');
		expect(await pagesOf()).toEqual(before);
		await write('everyone');
		const { length, entries } = (await pagesOf())[0]!;
		expect(length).toBe(PAGE_SIZE + 2);
		expect(entries).toHaveLength(PAGE_SIZE);
	}
);

function write(audience: 'everyone' | 'inspectorate') {
	return addComment(app, scene.people.inspector, staged, {
		audience,
		text: 'Is the report public?',
		mentions: [],
		submissionKey: aKey()
	});
}
