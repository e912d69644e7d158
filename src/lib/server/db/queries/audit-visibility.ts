import type { Actor } from '#lib/domain/actor.ts';
import { can } from '#lib/domain/policy.ts';
import { sql, type SQL } from 'drizzle-orm';
import { auditEntry } from '../schema/audit.ts';

/** Entries about the inspectorate's own notes; written as their index has it. */
export const isAboutNoteSql: SQL<boolean> = sql`substr(${auditEntry.action}, 1, 5) = 'note.'`;

/**
 * True for entries that the actor may be told of. Those about the inspectorate's own notes carry neither
 * assignment nor organisation, so that no history of either can show them; in the trail as a whole they are
 * for inspectors who belong to no organisation. Every list of the whole trail adds this condition.
 */
export function entriesVisibleTo(actor: Actor): SQL | undefined {
	return can(actor, 'read-notes') ? undefined : sql`not (${isAboutNoteSql})`;
}
