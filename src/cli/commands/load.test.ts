import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportingPeriod } from '#lib/server/db/schema/inspection.ts';
import { organisation } from '#lib/server/db/schema/organisation.ts';
import { expect, test } from 'vitest';
import { fakeTerminal, type FakeTerminal } from '../../../tests/support/fake-io.ts';
import { inRegister } from '../../../tests/support/in-register.ts';
import { readSeed } from '../seed/load.ts';

const HEADER = readFileSync('src/cli/seed/organisations.csv', 'utf8').split('\n')[0];

test('a second inspection is added beside the first', async () => {
	const terminal = await realRegister();
	const text = readFileSync('src/cli/seed/recommendations.json', 'utf8');
	const file = write(terminal, 'two.json', text.replace('"code": "OIC"', '"code": "TWO"'));
	expect(await terminal.run(`load --inspection ${file}`)).toMatchObject({
		...{ code: 0, out: 'TWO was added, with 281 assignments' }
	});
	expect(await terminal.run(`load --inspection ${file}`)).toMatchObject({
		...{ code: 1, err: expect.stringMatching(/TWO is already in the register/) }
	});
});

test('organisations are added to those that are there', async () => {
	const terminal = await realRegister();
	const row = 'MDP,Ministry of Defence Police,police-force-non-territorial,,,,,Chief Constable,,';
	const file = write(terminal, 'more.csv', `${HEADER}\n${row}\n`);
	expect(await terminal.run(`load --organisations ${file}`)).toMatchObject({ code: 0 });
	expect(await organisations(terminal)).toBe(62);
});

test('a broken file lists every problem with its line and column, and nothing is stored', async () => {
	const terminal = await realRegister();
	const rows = ['AA,A,farce,,,,,Head,,', 'BB,=1+1,command,,,,,Head,,', 'CC,C,command,,,X,,Head,,'];
	const file = write(terminal, 'broken.csv', [HEADER, ...rows, ''].join('\n'));
	const { code, err } = await terminal.run(`load --organisations ${file}`);
	expect(code).toBe(1);
	expect(err).toMatch(/^Nothing was loaded/);
	expect(err).toMatch(/broken\.csv, line 2, kind: There is no kind “farce”/);
	expect(err).toMatch(/broken\.csv, line 3, name: The cell begins like a formula/);
	expect(err).toMatch(/broken\.csv, line 4, gss_code: A GSS code is/);
	expect(await organisations(terminal)).toBe(61);
});

test('the register’s own files are held to the same: a broken one stops the start with all problems', () => {
	const terminal = fakeTerminal();
	writeFileSync(
		join(terminal.dataDir, '..', 'organisations.csv'),
		`${HEADER}\nAA,A,farce,,,,,,,\n`
	);
	expect(() => readSeed(join(terminal.dataDir, '..'))).toThrow(
		/line 2, kind: .*\n.*line 2, chief_officer_title/
	);
});

test('load wants one file, which can be read', async () => {
	const terminal = await realRegister();
	expect(await terminal.run('load')).toMatchObject({ code: 2 });
	expect(await terminal.run('load --inspection no.json')).toMatchObject({
		...{ code: 1, err: expect.stringMatching(/cannot be read/) }
	});
});

test('open-period opens this month by default, or until the day that is given', async () => {
	const terminal = await realRegister();
	expect(await terminal.run('open-period')).toMatchObject({
		...{ code: 1, err: expect.stringMatching(/Nobody would owe an update/) }
	});
	terminal.goTo('2026-04-01');
	expect(await terminal.run('open-period')).toMatchObject({
		...{ code: 0, out: 'OIC: 1 April 2026 to 30 April 2026, 281 updates owed' }
	});
	expect(await terminal.run('open-period')).toMatchObject({
		...{ code: 1, err: expect.stringMatching(/overlaps/) }
	});
	terminal.goTo('2026-05-06');
	expect(await terminal.run('open-period --from 2026-05-04 --to 2026-06-30')).toMatchObject({
		...{ code: 0, out: 'OIC: 4 May 2026 to 30 June 2026, 281 updates owed' }
	});
	expect(await terminal.run('open-period --from 2026-02-30')).toMatchObject({ code: 2 });
	await inRegister(terminal, async ({ db }) => {
		expect(await db.read.select().from(reportingPeriod)).toHaveLength(2);
	});
});

test('people lists everybody; reset-link lets one of them in again', async () => {
	const terminal = await realRegister();
	expect((await terminal.run('people')).out).toBe(
		'a@b.test\tAda\tAdministrator\thas not chosen a password'
	);
	expect(await terminal.run('reset-link A@B.test')).toMatchObject({
		...{ code: 0, out: expect.stringMatching(/^https:\/\/tracker\.test\/reset\/[\w-]{20,}$/) }
	});
	expect(await terminal.run('reset-link nobody@b.test')).toMatchObject({ code: 1, out: '' });
});

async function realRegister(): Promise<FakeTerminal> {
	const terminal = fakeTerminal();
	await terminal.run('init --email a@b.test --name Ada --link');
	return terminal;
}

function write(terminal: FakeTerminal, name: string, text: string): string {
	const path = join(terminal.dataDir, '..', name);
	writeFileSync(path, text);
	return path;
}

async function organisations(terminal: FakeTerminal): Promise<number> {
	let count = 0;
	await inRegister(terminal, async ({ db }) => {
		count = (await db.read.select().from(organisation)).length;
	});
	return count;
}
