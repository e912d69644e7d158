import type Database from 'better-sqlite3';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { RecentChanges } from './recent-changes.ts';

interface Facts {
	readonly changes?: RecentChanges;
	readonly day?: PlainDate;
}

const facts = new WeakMap<Database.Database, Facts>();

export function noteFacts(connection: Database.Database, noted: Facts): void {
	facts.set(connection, { ...facts.get(connection), ...noted });
}

/** What is known of recent changes to the register that is read; nothing for a snapshot, which stays as it is. */
export function changesOf(connection: Database.Database): RecentChanges | undefined {
	return facts.get(connection)?.changes;
}

/** The day at whose end the register is read; null for a reader of the present. */
export function dayOf(connection: Database.Database): PlainDate | null {
	return facts.get(connection)?.day ?? null;
}
