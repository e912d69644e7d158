import { join } from 'node:path';
import type { Clock } from '#lib/domain/clock.ts';
import pino, { type Logger } from 'pino';
import type { Config } from './config.ts';
import type { Context } from './db/context.ts';
import { openDatabase, type OpenOptions } from './db/open.ts';
import { clamdScanner, type FileScanner } from './files/clamd.ts';
import { openFileStore, type FileStore } from './files/store.ts';

/** Everything the service runs on. */
export interface App extends Context {
	readonly config: Config;
	readonly files: FileStore;
	readonly log: Logger;
	/** Looks for malware; undefined where none is configured. */
	readonly scanner: FileScanner | undefined;
	close(): void;
}

export const DATABASE_FILE = 'tracker.db';

const systemClock: Clock = { now: () => Date.now() };

/** Opens the register in `config.dataDir`, making it empty where there is none. */
export function openApp(
	config: Config,
	clock: Clock = systemClock,
	options: OpenOptions = {}
): App {
	const db = openDatabase(join(config.dataDir, DATABASE_FILE), options);
	const files = openFileStore({
		root: join(config.dataDir, 'files'),
		maxBytes: config.evidenceMaxBytes
	});
	const log = pino({ level: config.logLevel });
	const scanner = config.clamd && clamdScanner(config.clamd);
	const close = () => db.close();
	return { config, origin: config.origin, clock, db, files, log, scanner, close };
}

/** The same app at another moment: how the sample register is given a past. */
export function atInstant<T extends Context>(app: T, at: number): T {
	return { ...app, clock: { now: () => at } };
}
