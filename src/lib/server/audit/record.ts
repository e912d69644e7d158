import { createHash } from 'node:crypto';
import type { Moment } from '#lib/domain/clock.ts';
import {
	CHAIN_START,
	chainText,
	type AuditEntry,
	type Particulars
} from '#lib/domain/audit-entry.ts';
import { auditSentence } from '#lib/wording/audit-sentence.ts';
import { desc } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { auditEntry } from '../db/schema/audit.ts';

export interface Happening {
	readonly action: string;
	/** Null when the service itself acts; `SOMEBODY` when whoever acts is not known. */
	readonly actor: { readonly personId: number | null; readonly name: string } | null;
	readonly moment: Moment;
	readonly assignmentId?: number;
	readonly organisationId?: number;
	readonly particulars: Particulars;
}

const SERVICE_NAME = 'The service';

/** Whoever stands before the door: nobody is named for what was only claimed to be them. */
export const SOMEBODY = { personId: null, name: '' } as const;

/** Where an entry stands in the chain. */
export interface ChainPlace {
	readonly sequence: number;
	readonly hash: string;
}

/** Writes one entry at the end of the chain, in the transaction of the change that it tells of. */
export async function record(tx: Queryable, happening: Happening): Promise<ChainPlace> {
	const [last] = await tx
		.select({ sequence: auditEntry.sequence, hash: auditEntry.hash })
		.from(auditEntry)
		.orderBy(desc(auditEntry.sequence))
		.limit(1);
	const entry = entryOf(happening);
	const sequence = (last?.sequence ?? 0) + 1;
	const previousHash = last?.hash ?? CHAIN_START;
	const hash = chainHash(previousHash, sequence, entry);
	const particulars = JSON.stringify(entry.particulars);
	await tx.insert(auditEntry).values({ ...entry, particulars, sequence, previousHash, hash });
	return { sequence, hash };
}

/** SHA-256 in hex over the entry and the hash before it. */
export function chainHash(previousHash: string, sequence: number, entry: AuditEntry): string {
	return createHash('sha256')
		.update(chainText(previousHash, sequence, entry))
		.digest('hex');
}

function entryOf({ action, actor, moment, particulars, ...about }: Happening): AuditEntry {
	// As the database will give it back: half a surrogate pair cannot be stored, and would break the chain.
	const actorName = (actor?.name ?? SERVICE_NAME).toWellFormed();
	return {
		action,
		actorId: actor?.personId ?? null,
		actorName,
		at: moment.at,
		onDay: moment.today,
		assignmentId: about.assignmentId ?? null,
		organisationId: about.organisationId ?? null,
		particulars,
		sentence: auditSentence({ action, actorName, particulars })
	};
}
