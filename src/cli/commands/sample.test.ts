import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { momentOf } from '#lib/domain/clock.ts';
import { SAMPLE_PASSWORD, SAMPLE_SIGN_INS } from '#lib/domain/sample.ts';
import { record } from '#lib/server/audit/record.ts';
import { readSample } from '#lib/server/db/queries/register.ts';
import { assignment } from '#lib/server/db/schema/assignment.ts';
import { markAsSample } from '#lib/server/services/register.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fakeTerminal, type FakeTerminal } from '../../../tests/support/fake-io.ts';
import { inRegister } from '../../../tests/support/in-register.ts';
import { TEST_DAY } from '../../../tests/support/test-app.ts';

const NEXT_DAY = '2026-03-03';
const INIT = 'init --email a@b.test --name A --link';

describe('a sample register', () => {
	const folder = mkdtempSync(join(tmpdir(), 'tracker-sample-'));
	let made: { code: number; out: string };

	beforeAll(async () => {
		made = await fakeTerminal(folder).run('sample');
	}, 120_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('is made where there is none, and says who can sign in', () => {
		expect(made.code).toBe(0);
		for (const { email } of SAMPLE_SIGN_INS) expect(made.out).toContain(email);
		expect(made.out).toContain(SAMPLE_PASSWORD);
		expect(readdirSync(folder).sort()).toEqual(['files', 'tracker.db']);
	});

	test('says again who can sign in, and a second run on the same day changes nothing', async () => {
		const terminal = copyOf(folder);
		expect(await terminal.run('sign-ins')).toMatchObject({ code: 0, out: made.out });
		const before = identity(terminal);
		expect(await terminal.run('sample')).toMatchObject({ code: 0, out: made.out, err: '' });
		expect(identity(terminal)).toEqual(before);
	});

	test('has something to look at in every state that follows a claim', async () => {
		await inRegister(copyOf(folder), async ({ db }) => {
			const found = db.read.get<Record<string, number>>(sql`select
				(select count(*) from recheck_outcome where outcome = 'sustained') as sustained,
				(select count(*) from recheck_outcome where outcome = 'reopened') as reopened,
				(select count(*) from assignment where recheck_on <= ${TEST_DAY}) as due,
				(select count(*) from assignment where recheck_on > ${TEST_DAY}) as later,
				(select count(*) from claim_review v join assignment a on a.id = v.assignment_id
					join inspection i on i.id = a.inspection_id and i.is_countersigned = 1
					where a.status = 'reported-complete' and not exists
						(select 1 from countersignature c where c.review_id = v.id)) as countersign,
				(select count(*) from countersignature where is_agreed = 0) as disagreed,
				(select count(*) from supersession) as superseded`);
			expect(found).toMatchObject({ countersign: 2, disagreed: 1, superseded: 1 });
			for (const count of Object.values(found!)) expect(count).toBeGreaterThan(0);
		});
	});

	test('is never served as a real one, nor made into one', async () => {
		const terminal = copyOf(folder);
		const { code, err } = await terminal.run('ready');
		expect(code).toBe(3);
		expect(err).toMatch(/sample register: everything in it is invented/);
		expect(err).toContain('npm run tracker -- init');
		expect(await terminal.run(INIT)).toMatchObject({ code: 1 });
	});
});

describe('a sample register of an earlier day', () => {
	test('is made anew when nobody has touched it, whatever the service did by itself', async () => {
		const terminal = await oldSample();
		await act(terminal, 'session.sign-in', 'Morgan Reed (sample)');
		await act(terminal, 'period.open', null);
		terminal.goTo(NEXT_DAY);
		expect(await terminal.run('sample')).toMatchObject({ code: 0 });
		await inRegister(terminal, async ({ db }) => {
			expect(await readSample(db.read)).toEqual({ madeOn: NEXT_DAY, isTouched: false });
			expect(await db.read.select().from(assignment)).toHaveLength(288);
		});
	}, 120_000);

	test('is left alone once somebody has worked in it, even when asked', async () => {
		const terminal = await oldSample();
		await act(terminal, 'assignment.start', 'Morgan Reed (sample)');
		terminal.goTo(NEXT_DAY);
		const before = identity(terminal);
		expect(await terminal.run('sample')).toMatchObject({ code: 0, err: '' });
		expect(await terminal.run('sample --again')).toMatchObject({
			code: 1,
			err: expect.stringMatching(/left as it is/)
		});
		expect(identity(terminal)).toEqual(before);
	});

	test('is not pulled from under a server', async () => {
		const terminal = await oldSample();
		const before = identity(terminal);
		await inRegister(terminal, async () => {
			// On the same day too: asked for, it would be made anew.
			expect(await terminal.run('sample --again')).toMatchObject({
				code: 1,
				err: expect.stringMatching(/in use/)
			});
			terminal.goTo(NEXT_DAY);
			expect(await terminal.run('sample')).toMatchObject({
				code: 1,
				err: expect.stringMatching(/in use/)
			});
		});
		expect(identity(terminal).ino).toBe(before.ino);
	});
});

test('a real register is never made into a sample', async () => {
	const terminal = fakeTerminal();
	await terminal.run(INIT);
	const before = identity(terminal);
	expect(await terminal.run('sample --again')).toMatchObject({
		code: 1,
		err: expect.stringMatching(/a real one/)
	});
	expect(identity(terminal)).toEqual(before);
	expect(await terminal.run('sign-ins')).toMatchObject({ code: 1 });
});

test('a computer whose clock stands before the report is told so, and nothing is left', async () => {
	const terminal = fakeTerminal();
	terminal.goTo('2020-01-06');
	const { code, err } = await terminal.run('sample');
	expect(code).toBe(1);
	expect(err).toMatch(/Check the date of this computer/);
	expect(readdirSync(terminal.dataDir)).toEqual([]);
});

function copyOf(folder: string): FakeTerminal {
	const terminal = fakeTerminal();
	cpSync(folder, terminal.dataDir, { recursive: true });
	return terminal;
}

/** Marked as a sample on TEST_DAY, without the work of inventing one. */
async function oldSample(): Promise<FakeTerminal> {
	const terminal = fakeTerminal();
	await terminal.run(INIT);
	await inRegister(terminal, (app) => markAsSample(app));
	await inRegister(terminal, async ({ db }) => {
		expect(await readSample(db.read)).toEqual({ madeOn: TEST_DAY, isTouched: false });
	});
	return terminal;
}

async function act(terminal: FakeTerminal, action: string, name: string | null): Promise<void> {
	await inRegister(terminal, async ({ db, clock }) => {
		const actor = name === null ? null : { personId: 1, name };
		await db.write((tx) => record(tx, { action, actor, moment: momentOf(clock), particulars: {} }));
	});
}

/** Another file, or the same one grown. */
function identity(terminal: FakeTerminal) {
	const { ino, size } = statSync(join(terminal.dataDir, 'tracker.db'));
	return { ino, size };
}
