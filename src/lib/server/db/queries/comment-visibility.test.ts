import { can } from '#lib/domain/policy.ts';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openScene, ROLE_NAMES, stage } from '../../../../../tests/support/scene.ts';
import { openTestApp } from '../../../../../tests/support/test-app.ts';
import { aComment } from '../../../../../tests/support/writing.ts';
import { assignment, comment } from '../schema/tables.ts';
import { commentsVisibleTo } from './comment-visibility.ts';

test.each(ROLE_NAMES)('what SQL selects for %s is what the policy says', async (role) => {
	const app = openTestApp();
	const scene = await openScene(app);
	const actor = scene.people[role];
	const written = [];
	for (const organisationId of [scene.kent, scene.essex]) {
		const about = await stage(app, scene, 'in-progress', 7, organisationId);
		for (const audience of ['everyone', 'inspectorate'] as const) {
			const id = await aComment(app, about, scene.people.inspector, { audience });
			written.push({ id, audience, organisationId });
		}
	}
	const rows = await app.db.read
		.select({ id: comment.id })
		.from(comment)
		.innerJoin(assignment, eq(assignment.id, comment.assignmentId))
		.where(commentsVisibleTo(actor))
		.orderBy(comment.id);
	const allowed = written.filter(({ audience, organisationId }) =>
		can(actor, audience === 'everyone' ? 'read-assignment' : 'read-notes', { organisationId })
	);
	expect(rows.map(({ id }) => id)).toEqual(allowed.map(({ id }) => id));
});
