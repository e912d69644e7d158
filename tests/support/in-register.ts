import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openApp, type App } from '#lib/server/app.ts';
import { readConfig } from '#lib/server/config.ts';
import type { FakeTerminal } from './fake-io.ts';

/** Works on the register that a terminal's commands work on. */
export async function inRegister(
	{ io }: FakeTerminal,
	work: (app: App) => Promise<void>
): Promise<void> {
	const app = openApp(readConfig(io.env), io.clock);
	try {
		await work(app);
	} finally {
		app.close();
	}
}

/** Changes a register past everything that guards it: what a check has to find. */
export function tamper({ dataDir }: FakeTerminal, ...statements: string[]): void {
	const connection = new Database(join(dataDir, 'tracker.db'));
	connection.pragma('foreign_keys = OFF');
	const triggers = connection
		.prepare<[], { name: string; sql: string }>(
			"select name, sql from sqlite_master where type = 'trigger'"
		)
		.all();
	for (const { name } of triggers) connection.exec(`drop trigger "${name}"`);
	for (const statement of statements) connection.exec(statement);
	for (const { sql } of triggers) connection.exec(sql);
	connection.close();
}
