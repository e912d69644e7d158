import Database from 'better-sqlite3';
import { verifyChain } from '#lib/server/audit/verify.ts';
import { openDatabase } from '#lib/server/db/open.ts';

/** What the writers should have left behind, counted in the file itself. */
export interface Ledger {
	readonly updates: number;
	readonly versions: number;
	readonly entries: number;
}

export function readLedger(file: string): Ledger {
	const connection = new Database(file, { readonly: true });
	const one = (sql: string) => connection.prepare<[], number>(sql).pluck().get()!;
	const ledger = {
		updates: one('select count(*) from progress_update'),
		versions: one('select sum(version) from assignment'),
		entries: one('select max(sequence) from audit_entry')
	};
	connection.close();
	return ledger;
}

/** How many rows a file of the whole register has. */
export function assignmentsIn(file: string): number {
	const connection = new Database(file, { readonly: true });
	const rows = connection.prepare<[], number>('select count(*) from assignment').pluck().get()!;
	connection.close();
	return rows;
}

/** The first entry of the trail that does not fit, if any: all of it is read. */
export async function brokenEntry(file: string): Promise<number | null> {
	const db = openDatabase(file);
	const { brokenAt } = await verifyChain(db.read);
	db.close();
	return brokenAt;
}
