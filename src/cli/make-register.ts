import {
	closeSync,
	cpSync,
	existsSync,
	fsyncSync,
	linkSync,
	mkdirSync,
	openSync,
	readdirSync,
	renameSync,
	rmSync
} from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE, openApp, type App } from '#lib/server/app.ts';
import type { Config } from '#lib/server/config.ts';
import { settleIntoOneFile } from '#lib/server/db/plain-file.ts';
import { Stop, type Io } from './io.ts';
import { databaseFile } from './register-folder.ts';

const ASIDE = '.making-';

/**
 * Makes a register aside, in a folder of this process, and puts it in its place whole: an interrupted run
 * leaves nothing that could be taken for a register, and the next run removes what it did leave.
 * @param replaces whether a database that is there may go: an empty one, or an untouched sample
 * @returns false where another process has put a register there meanwhile; that one stays
 */
export function makeRegister(
	config: Config,
	io: Io,
	replaces: boolean,
	fill: (app: App) => Promise<void>
): Promise<boolean> {
	return placeRegister(config, replaces, async (aside) => {
		const app = openApp({ ...config, dataDir: aside }, io.clock, { isAside: true });
		try {
			await fill(app);
		} finally {
			app.close();
		}
	});
}

/** As `makeRegister`, with whatever `build` puts into the folder aside. */
export async function placeRegister(
	config: Config,
	replaces: boolean,
	build: (aside: string) => Promise<void>
): Promise<boolean> {
	mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
	removeLeftovers(config.dataDir);
	if (replaces) giveUp(databaseFile(config));
	const aside = join(config.dataDir, `${ASIDE}${process.pid}`);
	mkdirSync(aside, { mode: 0o700 });
	try {
		await build(aside);
		settleIntoOneFile(join(aside, DATABASE_FILE));
		sync(join(aside, DATABASE_FILE));
		return putInPlace(config, aside, replaces);
	} finally {
		rmSync(aside, { recursive: true, force: true });
	}
}

/** Onto the disk, which the database did not wait for while it was made. */
function sync(path: string): void {
	const file = openSync(path, 'r+');
	fsyncSync(file);
	closeSync(file);
}

/** The database last: it is what makes the folder a register. */
function putInPlace(config: Config, aside: string, replaces: boolean): boolean {
	const target = databaseFile(config);
	if (!replaces && existsSync(target)) return false;
	// Once more: a server may have been started meanwhile.
	if (replaces) giveUp(target);
	// A log without its database belongs to nobody, and SQLite would play it into the new one.
	for (const suffix of ['-wal', '-shm', '-journal']) rmSync(target + suffix, { force: true });
	cpSync(join(aside, 'files'), join(config.dataDir, 'files'), { recursive: true });
	if (replaces) renameSync(join(aside, DATABASE_FILE), target);
	else return placeUnlessThere(join(aside, DATABASE_FILE), target);
	return true;
}

function giveUp(target: string): void {
	if (existsSync(target) && !settleIntoOneFile(target)) {
		throw new Stop(`${target} is in use. Stop the service that runs on it, then try again.`);
	}
}

/** Linking fails where the name is taken, which renaming does not; not every disk can link. */
function placeUnlessThere(from: string, target: string): boolean {
	try {
		linkSync(from, target);
		return true;
	} catch (thrown) {
		if (codeOf(thrown) === 'EEXIST') return false;
		if (existsSync(target)) return false;
		renameSync(from, target);
		return true;
	}
}

/** What runs that were cut off have left; those still at work are let be. */
function removeLeftovers(dataDir: string): void {
	for (const name of readdirSync(dataDir)) {
		const pid = /^\.making-(\d+)$/.exec(name)?.[1];
		if (pid === undefined || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
		rmSync(join(dataDir, name), { recursive: true, force: true });
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (thrown) {
		return codeOf(thrown) === 'EPERM';
	}
}

function codeOf(thrown: unknown): string | undefined {
	return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;
}
