import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { runTracker } from './run-tracker.ts';
import { copySampleRegister } from './sample-register.ts';

/** The built service, on a register and a port of its own. */
export interface TestServer {
	readonly origin: string;
	readonly dataDir: string;
	/** A second door to the register, for looking; close it when done. */
	openDb(): Db;
	/** A command of the command line on this register. */
	tracker(...args: string[]): Promise<{ code: number; out: string; err: string }>;
	/** What the server has logged so far. */
	log(): string;
	/** Ends the server and keeps its data, as a restart does; some days later where that is asked for. */
	restart(daysLater?: number): Promise<void>;
	/** Ends the server and removes its data. */
	stop(): Promise<void>;
}

export interface ServerOptions {
	/** A copy of the sample register; otherwise there is none. True by default. */
	readonly sample?: boolean;
	readonly env?: Readonly<Record<string, string>>;
}

const ROOT = resolve(import.meta.dirname, '..', '..');
const BUILT = resolve(ROOT, 'build', 'index.js');
const ENTRY = resolve(ROOT, 'scripts', 'entry.mjs');
const LATER = resolve(import.meta.dirname, 'later.mjs');
const START_MS = 30_000;
const STOP_MS = 10_000;

export async function startServer({
	sample = true,
	env = {}
}: ServerOptions = {}): Promise<TestServer> {
	if (!existsSync(BUILT)) throw new Error('There is no build to test. Run: npm run build');
	const dataDir = sample ? await copySampleRegister() : mkdtempSync(join(tmpdir(), 'tracker-e2e-'));
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	let log = '';
	const start = (daysLater = 0) =>
		launch(
			{
				HOST: '127.0.0.1',
				PORT: String(port),
				ORIGIN: origin,
				DATA_DIR: dataDir,
				...(daysLater ? { NODE_OPTIONS: `--import ${LATER}`, DAYS_LATER: String(daysLater) } : {}),
				...env
			},
			(text) => void (log += text)
		);
	let child = start();
	try {
		await untilHealthy(origin, child, () => log);
	} catch (thrown) {
		await end(child);
		throw thrown;
	}
	return {
		origin,
		dataDir,
		openDb: () => openDatabase(join(dataDir, 'tracker.db')),
		tracker: (...args) => runTracker(dataDir, args),
		log: () => log,
		async restart(daysLater) {
			await end(child);
			child = start(daysLater);
			await untilHealthy(origin, child, () => log);
		},
		async stop() {
			await end(child);
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}

function launch(env: Readonly<Record<string, string>>, onOutput: (text: string) => void) {
	const child = spawn(process.execPath, [ENTRY], {
		env: { ...process.env, NODE_ENV: 'production', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	// Its own server ends with this process, however that ends.
	const stop = () => void child.kill('SIGKILL');
	process.once('exit', stop);
	child.once('exit', () => process.off('exit', stop));
	child.stdout.setEncoding('utf8').on('data', onOutput);
	child.stderr.setEncoding('utf8').on('data', onOutput);
	return child;
}

async function untilHealthy(origin: string, child: ChildProcess, log: () => string): Promise<void> {
	const until = performance.now() + START_MS;
	while (performance.now() < until) {
		if (child.exitCode !== null) throw new Error(`The server ended: ${log()}`);
		const answer = await fetch(`${origin}/health`).catch(() => null);
		if (answer?.ok) return;
		await pause(50);
	}
	throw new Error(`The server did not answer within ${START_MS / 1000} s: ${log()}`);
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise<void>((done) => child.once('exit', () => done()));
	child.kill('SIGTERM');
	const isLate = pause(STOP_MS, true, { ref: false });
	if (await Promise.race([ended.then(() => false), isLate])) child.kill('SIGKILL');
	await ended;
}

function freePort(): Promise<number> {
	return new Promise((done, failed) => {
		const probe = createServer();
		probe.once('error', failed);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => done(port));
		});
	});
}
