import type { Actor } from '#lib/domain/actor.ts';
import type { Particulars } from '#lib/domain/audit-entry.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { PostDuty } from '#lib/domain/post.ts';
import type { FoundAssignment } from '../db/queries/assignment.ts';
import type { FoundPost } from '../db/queries/post.ts';
import type { Queryable } from '../db/open.ts';
import { record } from './record.ts';

/** What was done to a post: 'create', 'hold', 'vacate', 'accept-handover'. */
export async function recordPost(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	found: Pick<FoundPost, 'id' | 'title' | 'organisationId' | 'organisationName'>,
	verb: string,
	particulars: Particulars = {}
): Promise<void> {
	await record(tx, {
		action: `post.${verb}`,
		actor,
		moment,
		organisationId: found.organisationId,
		particulars: {
			postId: found.id,
			title: found.title,
			organisation: found.organisationName,
			...particulars
		}
	});
}

const DUTY_ACTIONS: Record<PostDuty, string> = {
	accountable: 'assignment.set-owner',
	delivery: 'assignment.set-delivery'
};

/** Which post answers for an assignment, or delivers it, and which did before. */
export async function recordDuty(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	found: Pick<FoundAssignment, 'id' | 'reference' | 'organisationId' | 'organisationName'>,
	duty: PostDuty,
	titles: { readonly title: string | null; readonly previous: string | null },
	particulars: Particulars = {}
): Promise<void> {
	await record(tx, {
		action: DUTY_ACTIONS[duty],
		actor,
		moment,
		assignmentId: found.id,
		organisationId: found.organisationId,
		particulars: {
			reference: found.reference,
			organisation: found.organisationName,
			...titles,
			...particulars
		}
	});
}
