import type { Actor } from '#lib/domain/actor.ts';
import type { Audience } from '#lib/domain/audience.ts';
import { ASSIGNMENT_STATUSES } from '#lib/domain/status.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { aPerson } from '../../../../tests/support/builders.ts';
import {
	allRows,
	changedTables,
	databaseImage,
	lastRowOf,
	rawConnection,
	rowsOf
} from '../../../../tests/support/database.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import {
	openScene,
	stage,
	type RoleName,
	type Scene,
	type Staged
} from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { draftsOfAll } from '../../../../tests/support/writing.ts';
import { addComment, type CommentCommand } from './conversation.ts';

let app: TestApp;
let scene: Scene;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	staged = await stage(app, scene, 'in-progress');
});

test.each(ASSIGNMENT_STATUSES)(
	'can be written whatever the status, and changes nothing of it: %s',
	async (status) => {
		const about = await stage(app, scene, status, 8);
		const before = lastRowOf(app, 'assignment');
		await write('own contributor', {}, about);
		await write('inspector', { audience: 'inspectorate' }, about);
		expect(lastRowOf(app, 'assignment')).toEqual(before);
		expect(rowsOf(app, 'comment')).toMatchObject([
			{ assignment_id: about.id, audience: 'everyone' },
			{ assignment_id: about.id, audience: 'inspectorate' }
		]);
	}
);

test('is dated and kept as it was written', async () => {
	app.goTo(Date.parse('2026-06-30T23:30:00Z'));
	const text = ' First line\r\n\r\n\tThe second: <b>ŵ, ł</b> \u202eabc ';
	const id = await write('own lead', { text });
	expect(lastRowOf(app, 'comment')).toMatchObject({
		id,
		text,
		author_id: scene.people['own lead'].personId,
		at: app.clock.now(),
		on_day: '2026-07-01'
	});
});

test.each(['', ' ', '\n\t\u00a0', '\u200b\u2060'])(
	'without a word in it is refused: %j',
	async (text) => {
		const before = databaseImage(app);
		expect(await outcomeOf(write('own lead', { text }))).toBe('text-needed');
		expect(databaseImage(app)).toBe(before);
	}
);

describe('a mention', () => {
	test('is stored, and told by mail in the same transaction, once each', async () => {
		const { inspector, 'own contributor': contributor } = scene.people;
		const told = [contributor.personId, inspector.personId, contributor.personId];
		const before = allRows(app);
		const id = await write('own lead', { mentions: told, text: 'known to Kent alone' });
		expect(changedTables(before, allRows(app))).toEqual([
			'audit_entry',
			'comment',
			'mention',
			'outbox',
			'submission'
		]);
		expect(rowsOf(app, 'mention').map((row) => row.person_id)).toEqual([
			contributor.personId,
			inspector.personId
		]);
		const mails = rowsOf(app, 'outbox');
		expect(mails.map((row) => row.to)).toEqual([contributor.email, inspector.email]);
		for (const { body } of mails) {
			expect(body).toContain(
				`/recommendations/OIC-7/KENT/conversation?comment=${id}#comment-${id}`
			);
			expect(body).not.toContain('known to Kent alone');
		}
		expect(lastRowOf(app, 'audit_entry').particulars).toContain('"told":2');
	});

	/** Whom each may name in a comment on an assignment of Kent, of everybody in the scene; never themselves. */
	const KENT: RoleName[] = [
		'own lead',
		'own contributor',
		'own observer',
		'inspector and own lead'
	];
	const MAY: readonly [writer: RoleName, audience: Audience, names: readonly RoleName[]][] = [
		['own lead', 'everyone', ['inspector', ...KENT]],
		['own contributor', 'everyone', ['inspector', ...KENT]],
		['inspector', 'everyone', ['inspector', 'national observer', ...KENT]],
		['inspector', 'inspectorate', []],
		['inspector and own lead', 'everyone', ['inspector', 'national observer', ...KENT]]
	];

	test.each(MAY)(
		'by %s for %s names people they may know, and anybody else is not found',
		async (writer, audience, names) => {
			for (const [role, { personId }] of Object.entries(scene.people)) {
				const before = databaseImage(app);
				const outcome = await outcomeOf(write(writer, { audience, mentions: [personId] }));
				const may = role !== writer && names.includes(role as RoleName);
				expect(outcome, role).toBe(may ? 'done' : 'not-found');
				if (!may) expect(databaseImage(app), role).toBe(before);
			}
		}
	);

	test('of one whom they may know beside one whom they may not stores neither', async () => {
		const { inspector, 'foreign lead': foreign } = scene.people;
		const before = databaseImage(app);
		for (const id of [foreign.personId, 4711, 0, -1]) {
			const mentions = [inspector.personId, id];
			expect(await outcomeOf(write('own lead', { mentions }))).toBe('not-found');
		}
		expect(databaseImage(app)).toBe(before);
	});

	test('in a note names other inspectors, but none who belongs to the organisation', async () => {
		const second = await aPerson(app, 'inspector');
		await write('inspector', { audience: 'inspectorate', mentions: [second.personId] });
		expect(rowsOf(app, 'outbox').map((row) => row.to)).toEqual([second.email]);
	});

	test.each([
		['has left', `update person set deactivated_at = 1 where id = ?`],
		['no longer has the role', `update person_role set to_day = '2026-01-01' where person_id = ?`]
	])('of somebody who %s is not found', async (_, statement) => {
		const { personId } = scene.people['own contributor'];
		rawConnection(app).prepare(statement).run(personId);
		expect(await outcomeOf(write('own lead', { mentions: [personId] }))).toBe('not-found');
	});
});

test('a note leaves no trace on the assignment, nor in the history of it or of its organisation', async () => {
	const before = allRows(app);
	await write('inspector', { audience: 'inspectorate', text: 'Ask again' });
	expect(changedTables(before, allRows(app))).toEqual(['audit_entry', 'comment', 'submission']);
	expect(lastRowOf(app, 'audit_entry')).toMatchObject({
		action: 'note.keep',
		assignment_id: null,
		organisation_id: null
	});
	expect(String(lastRowOf(app, 'audit_entry').particulars)).not.toContain('Ask again');
});

test('what is sent is no draft any more, and only that of its own kind and writer is gone', async () => {
	await draftsOfAll(app, staged, 'comment');
	await draftsOfAll(app, staged, 'note');
	const { personId } = scene.people.inspector;
	const count = rowsOf(app, 'draft').length;
	await write('inspector', { draftVersion: 1 });
	expect(rowsOf(app, 'draft')).toHaveLength(count - 1);
	const left = rowsOf(app, 'draft').filter((row) => row.person_id === personId);
	expect(left.map((row) => row.form)).toEqual([`note:${staged.id}`]);
});

test.each(['update', 'delete'])(
	'no hand can %s what was written, past every rule of ours',
	async (verb) => {
		const { personId } = scene.people.inspector;
		await write('own lead', { mentions: [personId] });
		for (const [table, column] of [
			['comment', 'text'],
			['mention', 'person_id']
		] as const) {
			const statement =
				verb === 'update' ? `update ${table} set ${column} = ${column}` : `delete from ${table}`;
			expect(() => rawConnection(app).exec(statement), table).toThrow('append-only');
		}
	}
);

function write(
	role: RoleName | Actor,
	said: Partial<CommentCommand>,
	about: Staged = staged
): Promise<number> {
	const actor = typeof role === 'string' ? scene.people[role] : role;
	return addComment(app, actor, about, {
		audience: 'everyone',
		text: 'Is the report public?',
		mentions: [],
		submissionKey: aKey(),
		...said
	});
}
