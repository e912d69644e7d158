import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

const TRACKER = resolve(import.meta.dirname, '..', '..', 'src', 'cli', 'tracker.ts');

/** Runs a command on the register in a folder, as a process of its own. */
export function runTracker(
	dataDir: string,
	args: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
	const env = { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent' };
	return new Promise((done) => {
		execFile(process.execPath, [TRACKER, ...args], { env }, (error, out, err) => {
			done({ code: error ? Number(error.code ?? 1) : 0, out, err });
		});
	});
}
