import { momentOf } from '#lib/domain/clock.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	databaseImage,
	lastRowOf,
	rawConnection,
	rowsOf
} from '../../../../tests/support/database.ts';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import { record } from './record.ts';
import { verifyChain } from './verify.ts';

test('entries are numbered from 1 without a gap, each on the hash of the one before', async () => {
	const app = openTestApp();
	const moment = momentOf(app.clock);
	for (const action of ['session.sign-in', 'session.sign-out']) {
		await app.db.write((tx) => record(tx, { action, actor: null, moment, particulars: {} }));
	}
	const [first, second] = rowsOf(app, 'audit_entry');
	expect(first).toMatchObject({
		sequence: 1,
		previous_hash: '0'.repeat(64),
		actor_id: null,
		actor_name: 'The service',
		sentence: 'The service signed in.',
		on_day: '2026-03-02',
		at: moment.at
	});
	expect(second).toMatchObject({ sequence: 2, previous_hash: first?.hash });
});

test('an entry whose transaction unwinds leaves neither a row nor a gap', async () => {
	const app = openTestApp();
	const entry = { actor: null, moment: momentOf(app.clock), particulars: {} };
	const before = databaseImage(app);
	const work = app.db.write(async (tx) => {
		await record(tx, { ...entry, action: 'session.sign-in' });
		throw new Error('it goes wrong');
	});
	await expect(work).rejects.toThrow('it goes wrong');
	expect(databaseImage(app)).toBe(before);
	await app.db.write((tx) => record(tx, { ...entry, action: 'session.sign-out' }));
	expect(lastRowOf(app, 'audit_entry').sequence).toBe(1);
});

test('entries that are written at once all find their place', async () => {
	const app = openTestApp();
	await Promise.all(
		Array.from({ length: 40 }, (_, index) =>
			app.db.write((tx) =>
				record(tx, {
					action: 'session.sign-in',
					actor: null,
					moment: momentOf(app.clock),
					particulars: { count: index }
				})
			)
		)
	);
	expect(await verifyChain(app.db.read)).toMatchObject({ entries: 40, brokenAt: null });
});

test('whatever a name or a particular holds, it is read back as it was and the trail verifies', async () => {
	const app = openTestApp();
	/** Any UTF-16 code units, halves of surrogate pairs and NUL included. */
	const text = fc.string({
		unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
		maxLength: 30
	});
	const value = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
	await fc.assert(
		fc.asyncProperty(text, fc.dictionary(text, value), async (name, particulars) => {
			await app.db.write((tx) =>
				record(tx, {
					action: 'assignment.start',
					actor: { personId: 1, name },
					moment: momentOf(app.clock),
					particulars
				})
			);
			const row = lastRowOf(app, 'audit_entry');
			expect(row.particulars).toBe(JSON.stringify(particulars));
			expect(row.actor_name).toBe(name.toWellFormed());
			expect(row.sentence).not.toMatch(/[\r\n\u2028\u2029]/);
		}),
		{ numRuns: 150 }
	);
	expect((await verifyChain(app.db.read)).brokenAt).toBeNull();
});

test.each([
	['update', `update audit_entry set sentence = 'Nothing happened.'`],
	['delete', 'delete from audit_entry'],
	[
		'replacement',
		`insert or replace into audit_entry select sequence, at, on_day, action, actor_id,
		actor_name, assignment_id, organisation_id, particulars, 'Nothing happened.', previous_hash, hash
		from audit_entry`
	]
])('the trail refuses an %s', async (_, statement) => {
	const app = openTestApp();
	const moment = momentOf(app.clock);
	await app.db.write((tx) =>
		record(tx, { action: 'session.sign-in', actor: null, moment, particulars: {} })
	);
	const write = app.db.write((tx) => tx.run(statement));
	await expect(write).rejects.toThrow();
	expect(lastRowOf(app, 'audit_entry').sentence).toBe('The service signed in.');
	expect(rawConnection(app).pragma('integrity_check', { simple: true })).toBe('ok');
});
