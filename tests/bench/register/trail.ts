import { CHAIN_START, type AuditEntry, type Particulars } from '#lib/domain/audit-entry.ts';
import { londonDay } from '#lib/domain/plain-date.ts';
import { chainHash } from '#lib/server/audit/record.ts';
import { auditEntry } from '#lib/server/db/schema/audit.ts';
import { auditSentence } from '#lib/wording/audit-sentence.ts';
import type { RowWriter } from './row-writer.ts';

export interface Told {
	readonly action: string;
	/** Null for the service itself. */
	readonly actor: { readonly id: number; readonly name: string } | null;
	readonly at: number;
	readonly assignmentId?: number;
	readonly organisationId?: number;
	readonly particulars: Particulars;
}

export interface Trail {
	record(told: Told): void;
}

/** The same chain as `audit/record.ts` writes, with its end kept in memory instead of read each time. */
export function openTrail(rows: RowWriter): Trail {
	let sequence = 0;
	let previousHash = CHAIN_START;
	return {
		record({ action, actor, at, particulars, ...about }) {
			const actorName = actor?.name ?? 'The service';
			const entry: AuditEntry = {
				action,
				actorId: actor?.id ?? null,
				actorName,
				at,
				onDay: londonDay(at),
				assignmentId: about.assignmentId ?? null,
				organisationId: about.organisationId ?? null,
				particulars,
				sentence: auditSentence({ action, actorName, particulars })
			};
			sequence += 1;
			const hash = chainHash(previousHash, sequence, entry);
			const text = JSON.stringify(particulars);
			rows.add(auditEntry, { ...entry, particulars: text, sequence, previousHash, hash });
			previousHash = hash;
		}
	};
}
