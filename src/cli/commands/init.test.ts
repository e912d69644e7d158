import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assignment } from '#lib/server/db/schema/assignment.ts';
import { auditEntry } from '#lib/server/db/schema/audit.ts';
import { person } from '#lib/server/db/schema/person.ts';
import { isPasswordRight } from '#lib/server/auth/password.ts';
import { verifyChain } from '#lib/server/audit/verify.ts';
import { desc } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { fakeTerminal } from '../../../tests/support/fake-io.ts';
import { inRegister } from '../../../tests/support/in-register.ts';

const PASSWORD = 'heron lantern quarry';
const WHO = '--email Ada@Example.police.uk --name "Ada Test"';

describe('init', () => {
	test('makes the register and its first administrator', async () => {
		const terminal = fakeTerminal();
		const { code, out, err } = await terminal.run(`init ${WHO} --password-stdin`, {
			input: `${PASSWORD}\n`
		});
		expect({ code, out }).toEqual({ code: 0, out: '' });
		expect(err).toContain('61 organisations, 281 assignments');
		await inRegister(terminal, async ({ db }) => {
			expect(await db.read.select().from(assignment)).toHaveLength(281);
			const [administrator, ...others] = await db.read.select().from(person);
			expect(administrator).toMatchObject({ email: 'ada@example.police.uk', name: 'Ada Test' });
			expect(others).toEqual([]);
			expect(await isPasswordRight(administrator?.passwordHash, PASSWORD)).toBe(true);
			expect(await verifyChain(db.read)).toMatchObject({ brokenAt: null });
			const [last] = await db.read.select().from(auditEntry).orderBy(desc(auditEntry.sequence));
			expect(last?.sentence).toBe('Ada Test set up the register.');
		});
		expect(readdirSync(terminal.dataDir).filter((name) => name.startsWith('.making'))).toEqual([]);
		expect((await terminal.run('ready')).code).toBe(0);
	});

	test('asks for what it was not told, and for the password twice', async () => {
		const terminal = fakeTerminal();
		const answers = ['ada@example.test', 'Ada Test', PASSWORD, PASSWORD];
		expect(await terminal.run('init', { answers })).toMatchObject({ code: 0 });
	});

	test.each([
		[
			'two passwords that differ',
			['ada@example.test', 'Ada', PASSWORD, 'another one here'],
			/differ/
		],
		['a short password', ['ada@example.test', 'Ada', 'short'], /12 characters/],
		['no e-mail address', ['ada', 'Ada', PASSWORD, PASSWORD], /correct format/],
		['no name', ['ada@example.test', ' ', PASSWORD, PASSWORD], /Enter a name/]
	])('%s makes nothing', async (_what, answers, reason) => {
		const terminal = fakeTerminal();
		const { code, err } = await terminal.run('init', { answers });
		expect(code).toBeGreaterThan(0);
		expect(err).toMatch(reason);
		expect(existsSync(join(terminal.dataDir, 'tracker.db'))).toBe(false);
	});

	test('with nobody to ask it says which options to give', async () => {
		const terminal = fakeTerminal();
		expect(await terminal.run('init')).toMatchObject({
			code: 2,
			err: expect.stringMatching(/--email/)
		});
		expect(await terminal.run(`init ${WHO}`)).toMatchObject({
			code: 2,
			err: expect.stringMatching(/--link/)
		});
	});

	test('--link prints a one-time link instead of asking for a password', async () => {
		const terminal = fakeTerminal();
		const { code, out } = await terminal.run(`init ${WHO} --link`);
		expect(code).toBe(0);
		expect(out).toMatch(/^https:\/\/tracker\.test\/reset\/[\w-]{20,}$/);
	});

	test('a register that is there is never touched', async () => {
		const terminal = fakeTerminal();
		await terminal.run(`init ${WHO} --link`);
		const { code, err } = await terminal.run('init --email b@example.test --name B --link');
		expect(code).toBe(1);
		expect(err).toMatch(/already\. Nothing was changed/);
		await inRegister(terminal, async ({ db }) => {
			const people = await db.read.select().from(person);
			expect(people.map(({ email }) => email)).toEqual(['ada@example.police.uk']);
		});
	});

	test('an empty database, as a server leaves one, is filled', async () => {
		const terminal = fakeTerminal();
		await inRegister(terminal, () => Promise.resolve());
		expect(await terminal.run('ready')).toMatchObject({
			code: 1,
			err: expect.stringMatching(/no register/)
		});
		expect(await terminal.run(`init ${WHO} --link`)).toMatchObject({ code: 0 });
		expect(await terminal.run('ready')).toMatchObject({ code: 0 });
	});

	test('an empty database that a server has open is not pulled from under it', async () => {
		const terminal = fakeTerminal();
		await inRegister(terminal, async () => {
			expect(await terminal.run(`init ${WHO} --link`)).toMatchObject({
				code: 1,
				err: expect.stringMatching(/in use/)
			});
		});
		expect(await terminal.run('ready')).toMatchObject({ code: 1 });
	});

	test('what a run that was cut off left behind is removed', async () => {
		const terminal = fakeTerminal();
		const leftover = join(terminal.dataDir, '.making-999999999');
		mkdirSync(leftover, { recursive: true });
		writeFileSync(join(leftover, 'tracker.db'), 'half of it');
		writeFileSync(join(terminal.dataDir, 'tracker.db-wal'), 'a log without its database');
		expect(await terminal.run(`init ${WHO} --link`)).toMatchObject({ code: 0 });
		expect(existsSync(leftover)).toBe(false);
		expect(await terminal.run('ready')).toMatchObject({ code: 0 });
	});
});

describe('ready', () => {
	test('says how to make a register where there is none, and makes nothing itself', async () => {
		const terminal = fakeTerminal();
		const { code, err } = await terminal.run('ready');
		expect(code).toBe(1);
		expect(err).toContain('npm run tracker -- init');
		expect(existsSync(terminal.dataDir)).toBe(false);
	});

	test('a register whose only administrator was switched off is not ready', async () => {
		const terminal = fakeTerminal();
		await terminal.run(`init ${WHO} --link`);
		await inRegister(terminal, async ({ db, clock }) => {
			await db.write((tx) => tx.update(person).set({ deactivatedAt: clock.now() }));
		});
		expect(await terminal.run('ready')).toMatchObject({
			code: 1,
			err: expect.stringMatching(/no active administrator/)
		});
	});
});
