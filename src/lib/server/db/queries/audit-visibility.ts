import type { Actor } from '#lib/domain/actor.ts';
import { can } from '#lib/domain/policy.ts';
import { notLike, type SQL } from 'drizzle-orm';
import { auditEntry } from '../schema/audit.ts';

/**
 * True for entries that the actor may be told of. Those about the inspectorate's own notes carry neither
 * assignment nor organisation, so that no history of either can show them; in the trail as a whole they are
 * for inspectors who belong to no organisation. Every list of the whole trail adds this condition.
 */
export function entriesVisibleTo(actor: Actor): SQL | undefined {
	return can(actor, 'read-notes') ? undefined : notLike(auditEntry.action, 'note.%');
}
