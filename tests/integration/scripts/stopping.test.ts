import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const scripts = join(import.meta.dirname, '..', '..', '..', 'scripts');

/** A command whose child, and the child's own child, would work for ever; each writes its number. */
async function startCommand(options = '{}') {
	const top = temporaryFolder();
	const [child, grandchild] = [join(top, 'child'), join(top, 'grandchild')];
	const forEver = (file: string) =>
		`require('fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => {}, 1000);`;
	const inChild = `${forEver(child)} require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(forEver(grandchild))}]);`;
	const command = `
		import { main } from ${JSON.stringify(join(scripts, 'ending.mjs'))};
		import { runNode } from ${JSON.stringify(join(scripts, 'child.mjs'))};
		main(async () => (await runNode(process.execPath, ['-e', ${JSON.stringify(inChild)}], ${options})).code);`;
	const running = spawn(process.execPath, ['--input-type=module', '-e', command], {
		stdio: 'ignore'
	});
	onTestFinished(() => void running.kill('SIGKILL'));
	await vi.waitFor(() => expect(existsSync(grandchild)).toBe(true), { timeout: 10_000 });
	const pids = await vi.waitFor(() => [child, grandchild].map((file) => pidIn(file)));
	return { running, pids };
}

function pidIn(file: string): number {
	const pid = Number(readFileSync(file, 'utf8'));
	expect(pid).toBeGreaterThan(0);
	return pid;
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

async function exitCode(running: ChildProcess): Promise<number | null> {
	const [code] = await once(running, 'exit');
	return code;
}

const everyoneIsGone = (pids: number[]) =>
	vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 5000 });

test.each([
	['SIGINT', 130],
	['SIGTERM', 143],
	['SIGHUP', 129]
] as const)(
	'%s ends the work and everything it started, with the usual code',
	async (signal, code) => {
		const { running, pids } = await startCommand();
		running.kill(signal);
		expect(await exitCode(running)).toBe(code);
		await everyoneIsGone(pids);
	}
);

test('a command that is killed outright leaves nothing running', async () => {
	const { running, pids } = await startCommand();
	running.kill('SIGKILL');
	await everyoneIsGone(pids);
});

test('a server that is stopped ends the command with its own exit code', async () => {
	const { running, pids } = await startCommand(`{ isServer: true, stopping: 'gracefully' }`);
	running.kill('SIGTERM');
	expect(await exitCode(running)).toBe(143);
	await everyoneIsGone(pids);
});

test('a taken port is said plainly, before anything is installed or built', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await once(other, 'listening');
	onTestFinished(() => void other.close());
	const port = (other.address() as { port: number }).port;
	const env = { ...process.env, PORT: String(port) };
	const start = spawn(process.execPath, [join(scripts, 'start.mjs')], { env });
	let said = '';
	start.stderr.on('data', (text) => (said += text));
	expect(await exitCode(start)).toBe(1);
	expect(said).toContain(`Port ${port} is taken`);
	expect(said).toContain(`PORT=${port + 1} npm start`);
});
