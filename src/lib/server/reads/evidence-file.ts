import type { Actor } from '#lib/domain/actor.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { visibleTo } from '../db/queries/visibility.ts';
import { assignment } from '../db/schema/assignment.ts';
import { evidence, storedFile } from '../db/schema/evidence.ts';
import { organisation } from '../db/schema/organisation.ts';

export type EvidenceFile = Awaited<ReturnType<typeof readEvidenceFile>>;

/**
 * A file that may be downloaded: scoped to the actor, not withdrawn.
 * @throws Refusal 'not-found' for every other case, so that a key tells nothing
 */
export async function readEvidenceFile({ db }: Context, actor: Actor, key: string) {
	const [row] = await db.read
		.select({
			title: evidence.title,
			name: evidence.fileName,
			withdrawnAt: evidence.withdrawnAt,
			sha256: storedFile.sha256,
			bytes: storedFile.bytes,
			mediaType: storedFile.mediaType,
			assignmentId: assignment.id,
			organisationId: assignment.organisationId,
			organisationName: organisation.name
		})
		.from(evidence)
		.innerJoin(storedFile, eq(storedFile.sha256, evidence.fileSha256))
		.innerJoin(assignment, eq(assignment.id, evidence.assignmentId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(and(eq(evidence.key, key), visibleTo(actor, assignment.organisationId)));
	if (!row || row.withdrawnAt !== null || row.name === null) throw notFound('evidence');
	mustBeAbleTo(actor, 'download-evidence', row);
	return { ...row, name: row.name };
}
