import { holdsRole, ownOrganisationIds, type RolesHeld } from '#lib/domain/actor.ts';
import { and, eq, notInArray, or, type SQL } from 'drizzle-orm';
import { assignment } from '../schema/assignment.ts';
import { comment } from '../schema/conversation.ts';
import { visibleTo } from './visibility.ts';

/**
 * The SQL twin of the policy's `read-assignment` for comments and `read-notes` for the inspectorate's notes;
 * needs `assignment` joined. Every list, count, search and export of comments adds it.
 */
export function commentsVisibleTo(actor: RolesHeld): SQL | undefined {
	const comments = and(
		eq(comment.audience, 'everyone'),
		visibleTo(actor, assignment.organisationId)
	);
	if (!holdsRole(actor, 'inspector')) return comments;
	const own = ownOrganisationIds(actor);
	return own.length === 0 ? undefined : or(comments, notInArray(assignment.organisationId, own));
}
