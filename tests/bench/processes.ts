import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { serverEnvironment } from '../../scripts/build.mjs';
import { openClient } from './ask.ts';
import { childrenOf, residentOf } from '../support/child-processes.ts';
import type { Copy } from './reference-server.ts';

const FIRST_ANSWER_WITHIN_MS = 30_000;

export interface Service {
	readonly origin: string;
	/** Milliseconds from the start of the process to the first answer. */
	readonly startUp: number;
	/** Resident megabytes of the service and of what it has started; NaN where the system does not say. */
	memory(): number;
	/** Milliseconds of processor time used so far; NaN where the system does not say. */
	processorTime(): number;
	stop(): Promise<void>;
}

/** The built service on a register of its own; what it logs goes to a file, as it would be kept. */
export async function startService(
	node: string,
	entry: readonly string[],
	dataDir: string,
	port: number
): Promise<Service> {
	const origin = `http://127.0.0.1:${port}`;
	const began = performance.now();
	const child = startProcess(node, entry, `${dataDir}.log`, {
		...serverEnvironment,
		PORT: String(port),
		HOST: '127.0.0.1',
		ORIGIN: origin,
		DATA_DIR: dataDir,
		NODE_ENV: 'production',
		BENCH_QUERY_COUNT: '1',
		// The bench asks as one program that never stops.
		TOKEN_REQUESTS_PER_MINUTE: '1000000000'
	});
	await firstAnswer(child, origin, began);
	const startUp = performance.now() - began;
	return {
		origin,
		startUp,
		memory: () => memoryOf(child.pid!),
		processorTime: () => processorTimeOf(child.pid!),
		stop: () => stop(child)
	};
}

export interface Reference {
	readonly origin: string;
	/** From now on it answers everything with this. */
	send(copy: Copy): Promise<void>;
	stop(): Promise<void>;
}

export async function startReference(node: string, port: number, log: string): Promise<Reference> {
	const entry = fileURLToPath(new URL('reference-server.ts', import.meta.url));
	const child = startProcess(node, [entry], log, { PORT: String(port) });
	await once(child, 'message');
	return {
		origin: `http://127.0.0.1:${port}`,
		async send(copy) {
			child.send(copy);
			await once(child, 'message');
		},
		stop: () => stop(child)
	};
}

/** On the leash that every child of the project's commands is on: it does not outlive this process. */
function startProcess(
	node: string,
	entry: readonly string[],
	log: string,
	env: Readonly<Record<string, string>>
): ChildProcess {
	const leash = new URL('../../scripts/leash.mjs', import.meta.url).href;
	const output = openSync(log, 'w');
	const child = spawn(node, ['--import', leash, ...entry], {
		env: { ...process.env, ...env, TRACKER_LEASH: 'SIGTERM' },
		stdio: ['ignore', output, output, 'ipc'],
		detached: true
	});
	closeSync(output);
	return child;
}

async function firstAnswer(child: ChildProcess, origin: string, began: number): Promise<void> {
	for (;;) {
		const client = openClient(origin);
		const status = await client.ask('/health').then(
			(answer) => answer.status,
			() => 0
		);
		client.close();
		if (status === 200) return;
		if (child.exitCode !== null || performance.now() - began > FIRST_ANSWER_WITHIN_MS) {
			throw new Error('The service did not come up; its log is beside the register');
		}
		await pause(3);
	}
}

/** A child maps of files what the service maps too: that is counted once. */
function memoryOf(pid: number): number {
	const children = childrenOf(pid).map((child) => residentOf(child).own);
	return children.reduce((sum, own) => sum + own, residentOf(pid).all);
}

/** In ticks of ten milliseconds on every Linux; the name, in brackets, may hold anything. */
function processorTimeOf(pid: number): number {
	const file = `/proc/${pid}/stat`;
	if (!existsSync(file)) return NaN;
	const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null) return;
	const ended = once(child, 'exit');
	child.kill('SIGTERM');
	await ended;
}
