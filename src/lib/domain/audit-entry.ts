import type { PlainDate } from './plain-date.ts';

export type Particulars = Readonly<Record<string, string | number | boolean | null>>;

/** One line of the trail, before it is numbered and chained. */
export interface AuditEntry {
	/** What was done, e.g. 'assignment.confirm'. */
	readonly action: string;
	/** Null when the service itself acted. */
	readonly actorId: number | null;
	readonly actorName: string;
	readonly at: number;
	readonly onDay: PlainDate;
	readonly assignmentId: number | null;
	readonly organisationId: number | null;
	readonly particulars: Particulars;
	/** One sentence for a reader, fixed when it was written. */
	readonly sentence: string;
}

/** The hash before the first entry. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The bytes that an entry's SHA-256 is taken over: the previous hash and every field, in one fixed order,
 * so that anybody can recompute the chain.
 */
export function chainText(previousHash: string, sequence: number, entry: AuditEntry): string {
	return JSON.stringify([
		previousHash,
		sequence,
		entry.at,
		entry.onDay,
		entry.action,
		entry.actorId,
		entry.actorName,
		entry.assignmentId,
		entry.organisationId,
		Object.entries(entry.particulars).sort(([a], [b]) => (a < b ? -1 : 1)),
		entry.sentence
	]);
}
