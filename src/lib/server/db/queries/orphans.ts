import type { OrphanReason } from '#lib/domain/post.ts';
import { isNull, sql, type SQL } from 'drizzle-orm';
import { assignment } from '../schema/assignment.ts';
import { person } from '../schema/person.ts';
import { post, postHolder } from '../schema/post.ts';

/**
 * The SQL twin of `orphanReason`, for open assignments. The posts are few and found once for a whole query,
 * so that counting all assignments stays one walk over one index.
 */
export const ORPHAN_SQL: Readonly<Record<OrphanReason, SQL>> = {
	'no-owner': isNull(assignment.ownerPostId),
	'no-holder': sql`${assignment.ownerPostId} in (select p.id from ${post} p
		where not exists (select 1 from ${postHolder} h where h.post_id = p.id and h.to_day is null))`,
	'holder-gone': sql`${assignment.ownerPostId} in (select h.post_id from ${person} x
		join ${postHolder} h on h.person_id = x.id
		where h.to_day is null and x.deactivated_at is not null)`
};
