import { expect, test } from 'vitest';
import { fakeTerminal } from '../../../tests/support/fake-io.ts';

test('jobs are listed with what they do and how they went', async () => {
	const terminal = fakeTerminal();
	await terminal.run('init --email a@b.test --name A --link');
	const before = await terminal.run('jobs');
	expect(before.code).toBe(0);
	for (const name of ['deliver-mail', 'scan-files', 'sweep-files', 'forget-expired']) {
		expect(before.out).toContain(`${name} (`);
	}
	expect(before.out).toContain('It has never run');
	const run = await terminal.run('job sweep-files');
	expect(run).toMatchObject({ code: 0, out: '0 files and 0 broken-off uploads removed' });
	const after = await terminal.run('jobs');
	expect(after.out).toContain('2 March 2026 at 12:00: 0 files and 0 broken-off uploads removed');
});

test('a job that runs without what it needs says so', async () => {
	const terminal = fakeTerminal();
	await terminal.run('init --email a@b.test --name A --link');
	expect((await terminal.run('job scan-files')).out).toMatch(/^No scanner is configured/);
	expect((await terminal.run('job deliver-mail')).out).toMatch(/^No SMTP is configured/);
});

test.each(['job', 'job everything'])('“%s” names the jobs that there are', async (command) => {
	const { code, err } = await fakeTerminal().run(command);
	expect(code).toBe(2);
	expect(err).toBe(
		'Say which job: deliver-mail, scan-files, reporting-periods, sweep-files, forget-expired'
	);
});
