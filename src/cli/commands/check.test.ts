import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assignment } from '#lib/server/db/schema/assignment.ts';
import { storedFile } from '#lib/server/db/schema/evidence.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeTerminal, type FakeTerminal } from '../../../tests/support/fake-io.ts';
import { inRegister, tamper } from '../../../tests/support/in-register.ts';
import { aReceipt } from '../../../tests/support/receipt.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracker-check-'));
let sha256 = '';

beforeAll(async () => {
	const terminal = fakeTerminal(folder);
	await terminal.run('init --email a@b.test --name A --link');
	await inRegister(terminal, async ({ db, files, clock }) => {
		const blob = await files.receive(oneChunk('some evidence'));
		sha256 = blob.sha256;
		await db.write((tx) =>
			tx.insert(storedFile).values({ ...blob, mediaType: 'text/plain', at: clock.now() })
		);
	});
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a register that is whole is well, and gives the hash to note', async () => {
	const { code, out } = await copy().run('check');
	expect(out).toMatch(/^All is well: 24 audit entries, 1 files\. The last hash is [0-9a-f]{64}$/);
	expect(code).toBe(0);
});

test('a hash that was noted is found again, and one that is in no entry is a problem', async () => {
	const terminal = copy();
	const { out } = await terminal.run('check');
	const hash = out.slice(-64);
	expect(await terminal.run(`check --hash ${hash.toUpperCase()}`)).toMatchObject({
		code: 0,
		out: expect.stringContaining('Entry 24 has the hash that you noted')
	});
	expect(await terminal.run(`check --hash ${'0'.repeat(64)}`)).toMatchObject({
		code: 1,
		out: expect.stringContaining('No entry of the audit trail has the hash 000')
	});
});

test.each([
	[
		'a sentence of the trail was changed',
		`update audit_entry set sentence = 'Nobody did anything.' where sequence = 5`,
		'The audit trail does not hold from entry 5 on'
	],
	[
		'an entry was taken out',
		'delete from audit_entry where sequence = 7',
		'The audit trail does not hold from entry 8 on'
	],
	[
		'a status was set past its history',
		`update assignment set status = 'confirmed' where id = 1`,
		'OIC-1/BSC: status is confirmed, and by its history not-started'
	],
	[
		'a date was set past its history',
		`update assignment set current_due_on = '2026-05-01' where id = 2`,
		'OIC-1/NCA: currentDueOn is 2026-05-01, and by its history nothing'
	],
	[
		'a claim was invented',
		`update assignment set claimed_on = '2026-01-01', claimed_by = 1 where id = 1`,
		'OIC-1/BSC: claimedBy is 1, and by its history nothing'
	],
	[
		'a history is missing',
		'delete from status_change where assignment_id = 1',
		'OIC-1/BSC: history is not-started, and by its history nothing'
	],
	[
		'a row points to nothing',
		'update assignment set owner_post_id = 99 where id = 1',
		/Row 1 of assignment points to a row of post that is not there/
	]
])('finds that %s', async (_what, statement, problem) => {
	const terminal = copy();
	tamper(terminal, statement);
	const { code, out } = await terminal.run('check');
	expect(code).toBe(1);
	expect(out).toMatch(problem);
});

test('finds a database that is none any more', async () => {
	const terminal = copy();
	writeFileSync(join(terminal.dataDir, 'tracker.db'), 'no database '.repeat(1000));
	expect(await terminal.run('check')).toMatchObject({
		code: 1,
		out: expect.stringMatching(/cannot be read/)
	});
});

test('finds a file that was altered, and one that is gone', async () => {
	const terminal = copy();
	const blob = join(terminal.dataDir, 'files', sha256.slice(0, 2), sha256);
	appendFileSync(blob, '!');
	expect(await terminal.run('check')).toMatchObject({
		...{ code: 1, out: `The file ${sha256} is altered` }
	});
	rmSync(blob);
	expect(await terminal.run('check')).toMatchObject({
		...{ code: 1, out: `The file ${sha256} is missing` }
	});
});

test('finds a receipt whose text was altered, and one whose entry of the trail is another', async () => {
	const terminal = fakeTerminal();
	await terminal.run('init --email a@b.test --name A --link');
	const keys: string[] = [];
	await inRegister(terminal, async (app) => {
		for (const about of await app.db.read.select().from(assignment).limit(2)) {
			keys.push(await aReceipt(app, about));
		}
	});
	const [moved, altered] = keys;
	tamper(
		terminal,
		`update receipt set content = replace(content, 'Alex', 'Sam') where key = '${altered}'`
	);
	const { code, out } = await terminal.run('check');
	expect(code).toBe(1);
	expect(out.split('\n')).toEqual([
		`The receipt ${moved} names an entry of the audit trail that is not its claim`,
		`The receipt ${altered} does not say what was submitted`
	]);
});

test('lists everything that is wrong, not the first thing only', async () => {
	const terminal = copy();
	tamper(
		terminal,
		`update assignment set status = 'confirmed', acceptance = 'accepted' where id in (1, 2)`,
		`update audit_entry set actor_name = 'B' where sequence = 24`
	);
	const { out, err } = await terminal.run('check');
	expect(out.split('\n')).toHaveLength(5);
	expect(err).toContain('5 problems');
});

test('where there is no register there is nothing to check, and none is made', async () => {
	const terminal = fakeTerminal();
	expect(await terminal.run('check')).toMatchObject({
		code: 1,
		err: expect.stringMatching(/no register/)
	});
	expect(await terminal.run('check')).toMatchObject({ code: 1 });
});

function copy(): FakeTerminal {
	const terminal = fakeTerminal();
	cpSync(folder, terminal.dataDir, { recursive: true });
	return terminal;
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
	yield Buffer.from(text);
}
