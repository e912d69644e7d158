import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { momentOf } from '#lib/domain/clock.ts';
import { record } from '#lib/server/audit/record.ts';
import { storedFile } from '#lib/server/db/schema/evidence.ts';
import { expect, test } from 'vitest';
import { fakeTerminal, type FakeTerminal } from '../../../tests/support/fake-io.ts';
import { inRegister, tamper } from '../../../tests/support/in-register.ts';

test('a copy made while somebody works is whole, and comes back as it was', async () => {
	const terminal = await realRegister();
	const folder = beside(terminal, 'copy');
	let out = '';
	await inRegister(terminal, async ({ db, clock }) => {
		out = (await terminal.run(`backup ${folder}`)).out;
		const entry = { action: 'period.open', actor: null, moment: momentOf(clock), particulars: {} };
		await db.write((tx) => record(tx, entry));
	});
	expect(out).toMatch(/^24 audit entries, 1 files/);
	expect(readdirSync(folder).sort()).toEqual(['files', 'tracker.db']);

	const other = fakeTerminal();
	expect(await other.run(`restore ${folder}`)).toMatchObject({ code: 0 });
	expect(await other.run('check')).toMatchObject({
		...{ code: 0, out: expect.stringMatching(/^All is well: 24 audit entries, 1 files/) }
	});
	expect(await other.run('ready')).toMatchObject({ code: 0 });
	expect(readdirSync(other.dataDir).sort()).toEqual(['files', 'tracker.db']);
});

test('a folder that holds something is not written into', async () => {
	const terminal = await realRegister();
	const folder = beside(terminal, 'full');
	mkdirSync(folder);
	writeFileSync(join(folder, 'letter.txt'), 'mine');
	expect(await terminal.run(`backup ${folder}`)).toMatchObject({
		code: 1,
		err: expect.stringMatching(/not empty/)
	});
	expect(readdirSync(folder)).toEqual(['letter.txt']);
	expect(await terminal.run('backup')).toMatchObject({ code: 2 });
});

test('a copy that is not whole is not kept', async () => {
	const terminal = await realRegister();
	tamper(terminal, `update audit_entry set sentence = '?' where sequence = 3`);
	const folder = beside(terminal, 'copy');
	const { code, err } = await terminal.run(`backup ${folder}`);
	expect(code).toBe(1);
	expect(err).toMatch(/not kept:\nThe audit trail does not hold from entry 3 on/);
	expect(existsSync(folder)).toBe(false);
	expect(readdirSync(join(terminal.dataDir, '..'))).toEqual(['data']);
});

test('a register that is there is not overwritten by a copy', async () => {
	const terminal = await realRegister();
	const folder = beside(terminal, 'copy');
	await terminal.run(`backup ${folder}`);
	expect(await terminal.run(`restore ${folder}`)).toMatchObject({
		code: 1,
		err: expect.stringMatching(/already/)
	});
	expect(await terminal.run(`restore ${terminal.dataDir}/files`)).toMatchObject({
		...{ code: 1, err: expect.stringMatching(/no copy/) }
	});
});

test('a copy that lacks a file is refused, and nothing is put in place', async () => {
	const terminal = await realRegister();
	const folder = beside(terminal, 'copy');
	await terminal.run(`backup ${folder}`);
	rmSync(join(folder, 'files'), { recursive: true });
	mkdirSync(join(folder, 'files'));
	const other = fakeTerminal();
	expect(await other.run(`restore ${folder}`)).toMatchObject({
		code: 1,
		err: expect.stringMatching(/is missing/)
	});
	expect(readdirSync(other.dataDir)).toEqual([]);
});

test('sweep removes a file that no evidence speaks of once it is a day old, and no other', async () => {
	const terminal = await realRegister();
	await inRegister(terminal, async ({ files, clock }) => {
		const [old, young] = [await receive(files, 'old'), await receive(files, 'young')];
		const day = new Date(clock.now() - 2 * 86_400_000);
		for await (const sha256 of files.list()) {
			if (sha256 === young.sha256) continue;
			utimesSync(join(terminal.dataDir, 'files', sha256.slice(0, 2), sha256), day, day);
		}
		expect(await terminal.run('sweep')).toMatchObject({ code: 0, out: old.sha256 });
		expect(await terminal.run('check')).toMatchObject({ code: 0 });
	});
});

async function realRegister(): Promise<FakeTerminal> {
	const terminal = fakeTerminal();
	await terminal.run('init --email a@b.test --name A --link');
	await inRegister(terminal, async ({ db, files, clock }) => {
		const blob = await receive(files, 'some evidence');
		await db.write((tx) =>
			tx.insert(storedFile).values({ ...blob, mediaType: 'text/plain', at: clock.now() })
		);
	});
	return terminal;
}

function beside(terminal: FakeTerminal, name: string): string {
	return join(terminal.dataDir, '..', name);
}

function receive(
	files: { receive(stream: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }> },
	text: string
) {
	return files.receive(oneChunk(text));
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
	yield Buffer.from(text);
}
