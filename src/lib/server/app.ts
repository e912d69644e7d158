import { join } from 'node:path';
import type { Clock } from '#lib/domain/clock.ts';
import pino, { type Logger } from 'pino';
import type { Config } from './config.ts';
import type { Context } from './db/context.ts';
import { openDatabase, type OpenOptions } from './db/open.ts';
import { openExportProcess, type ExportProcess } from './export-process.ts';
import { clamdScanner, type FileScanner } from './files/clamd.ts';
import { openFileStore, type FileStore } from './files/store.ts';
import { openChangeWatch, type ChangeWatch } from './live/change-watch.ts';

/** Everything the service runs on. */
export interface App extends Context {
	readonly config: Config;
	readonly files: FileStore;
	readonly log: Logger;
	/** Makes files of lists, aside. */
	readonly exports: ExportProcess;
	/** Looks for malware; undefined where none is configured. */
	readonly scanner: FileScanner | undefined;
	/** Tells pages that are left open of changes. */
	readonly changes: ChangeWatch;
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
	const databaseFile = join(config.dataDir, DATABASE_FILE);
	const db = openDatabase(databaseFile, options);
	const files = openFileStore({
		root: join(config.dataDir, 'files'),
		maxBytes: config.evidenceMaxBytes
	});
	const log = pino({ level: config.logLevel });
	const scanner = config.clamd && clamdScanner(config.clamd);
	const exports = openExportProcess({
		databaseFile,
		scans: scanner !== undefined,
		stalledMs: 120_000
	});
	const changes = openChangeWatch({ db, clock });
	const close = () => {
		changes.stop();
		void exports.close();
		db.close();
	};
	const { origin } = config;
	return { config, origin, clock, db, files, log, scanner, exports, changes, close };
}

/** The same app at another moment: how the sample register is given a past. */
export function atInstant<T extends Context>(app: T, at: number): T {
	return { ...app, clock: { now: () => at } };
}
