import { expect, test } from 'vitest';
import { fakeTerminal } from '../../tests/support/fake-io.ts';
import { COMMANDS } from './commands.ts';
import { nodeProblem } from './node-version.ts';

test('help lists every command on a line with what it does', async () => {
	const { code, out } = await fakeTerminal().run('help');
	expect(code).toBe(0);
	for (const { name, summary } of COMMANDS) {
		expect(out.split('\n').find((line) => line.trim().startsWith(`${name} `))).toContain(summary);
	}
});

test('with no command at all there is help', async () => {
	expect((await fakeTerminal().run('')).out).toContain('npm run tracker --');
});

test('an unknown command gets the list and exit code 2', async () => {
	const { code, out, err } = await fakeTerminal().run('dance');
	expect({ code, out }).toEqual({ code: 2, out: '' });
	expect(err).toMatch(/There is no command “dance”/);
	expect(err).toMatch(/init/);
});

test('an unknown option gets the options of the command and exit code 2', async () => {
	const { code, err } = await fakeTerminal().run('init --passwort x');
	expect(code).toBe(2);
	expect(err).toMatch(/--passwort/);
	expect(err).toMatch(/--password-stdin/);
});

test('no command is described in more than a line of a terminal', () => {
	const width = Math.max(...COMMANDS.map(({ name }) => name.length));
	for (const { summary } of COMMANDS) expect(width + summary.length + 4).toBeLessThan(100);
});

test.each(['v20.19.0', 'v22.11.0', 'v18.20.4'])('Node %s is turned away in words', (version) => {
	expect(nodeProblem(version)).toMatch(/needs Node 22\.12 or later/);
});

test.each(['v22.12.0', 'v22.18.0', 'v24.0.0', process.version])('Node %s will do', (version) => {
	expect(nodeProblem(version)).toBeNull();
});
