import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fingerprint } from '../../scripts/fingerprint.mjs';
import { withLock } from '../../scripts/lock.mjs';
import { londonDay } from '#lib/domain/plain-date.ts';
import { runTracker } from './run-tracker.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const CACHE = join(ROOT, '.cache');

let made: Promise<string> | undefined;

/** A folder of its own with a copy of today's sample register in it. */
export async function copySampleRegister(): Promise<string> {
	made ??= sampleFolder();
	const folder = mkdtempSync(join(tmpdir(), 'tracker-e2e-'));
	cpSync(await made, folder, { recursive: true });
	return folder;
}

/** Made once for this day and these sources, by whichever process comes first; the others wait for it. */
async function sampleFolder(): Promise<string> {
	const sources = ['src/cli', 'src/lib/domain', 'src/lib/server', 'src/lib/wording', 'drizzle'];
	const print = fingerprint(ROOT, sources, (path) => !path.endsWith('.test.ts'));
	const name = `sample-${londonDay(Date.now())}-${print.slice(0, 16)}`;
	const folder = join(CACHE, name);
	if (existsSync(join(folder, 'tracker.db'))) return folder;
	const work = async () => {
		for (const other of readdirSync(CACHE)) {
			if (/^sample-\d/.test(other) && other !== name) {
				rmSync(join(CACHE, other), { recursive: true, force: true });
			}
		}
		const { code, err } = await runTracker(folder, ['sample']);
		if (code !== 0) throw new Error(`The sample register could not be made: ${err}`);
	};
	const wait = (_holder: unknown, untilFree: () => Promise<void>) => untilFree();
	await withLock(join(CACHE, 'sample.lock'), 'making the sample register', work, wait);
	return folder;
}
