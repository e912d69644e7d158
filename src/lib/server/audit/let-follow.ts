import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { StatedDeadline } from '#lib/domain/deadline-worded.ts';
import { assignmentReference, parseReference } from '#lib/domain/reference.ts';
import type { Queryable } from '../db/open.ts';
import { writeRevision } from '../db/queries/deadline.ts';
import type { Bearer } from '../db/queries/deadline-reach.ts';
import { record } from './record.ts';

/** The deadline of a whole recommendation reaches one of its assignments: a revision, and its line of the trail. */
export async function letFollow(
	tx: Queryable,
	actor: Actor,
	reference: string,
	bearer: Bearer,
	stated: StatedDeadline,
	reason: string | null,
	moment: Moment
): Promise<void> {
	await writeRevision(tx, actor, bearer, { ...stated, setBy: 'inspectorate', reason }, moment);
	const parsed = parseReference(reference)!;
	await record(tx, {
		action: 'assignment.set-deadline',
		actor,
		moment,
		assignmentId: bearer.id,
		organisationId: bearer.organisationId,
		particulars: {
			reference: assignmentReference(parsed.inspection, parsed.number, bearer.organisationCode),
			organisation: bearer.organisationName,
			previous: bearer.currentDueOn,
			lastDay: stated.lastDay,
			reason
		}
	});
}
