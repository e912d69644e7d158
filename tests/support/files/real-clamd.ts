import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClamdAddress } from '#lib/server/files/clamd.ts';
import { EICAR, EICAR_SIGNATURE } from './eicar.ts';

/** Whether Debian's package clamav-daemon, or another that has clamd, is installed here. */
export const hasClamd = spawnSync('clamd', ['--version']).status === 0;

export interface RealClamd {
	readonly address: ClamdAddress;
	stop(): Promise<void>;
}

/** A clamd of its own, with a database of one signature: that of the EICAR test string. */
export async function startClamd({ streamMax = 1024 * 1024 } = {}): Promise<RealClamd> {
	const folder = mkdtempSync(join(tmpdir(), 'clamd-'));
	const path = join(folder, 'clamd.sock');
	mkdirSync(join(folder, 'db'));
	const signature = `${EICAR_SIGNATURE}:0:*:${Buffer.from(EICAR).toString('hex')}\n`;
	writeFileSync(join(folder, 'db', 'test.ndb'), signature);
	const settings = {
		Foreground: 'yes',
		LocalSocket: path,
		DatabaseDirectory: join(folder, 'db'),
		TemporaryDirectory: folder,
		User: userInfo().username,
		StreamMaxLength: String(streamMax)
	};
	const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}\n`);
	writeFileSync(join(folder, 'clamd.conf'), lines.join(''));
	const child = spawn('clamd', ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' });
	await socketOf(child, path);
	return {
		address: { path },
		async stop() {
			const isOver = new Promise((resolve) => child.once('exit', resolve));
			child.kill();
			await isOver;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

async function socketOf(child: ChildProcess, path: string): Promise<void> {
	for (let waited = 0; waited < 30_000; waited += 50) {
		if (existsSync(path)) return;
		if (child.exitCode !== null) throw new Error(`clamd ended with ${child.exitCode}`);
		await sleep(50);
	}
	child.kill();
	throw new Error('clamd did not open its socket within 30 seconds');
}
