import type { Actor } from '#lib/domain/actor.ts';
import { pointKey } from '#lib/domain/claim-check.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { App } from '#lib/server/app.ts';
import { findAssignment, type AssignmentName } from '#lib/server/db/queries/assignment.ts';
import { claimFacts } from '#lib/server/db/queries/claim.ts';
import { reportComplete } from '#lib/server/services/claims.ts';

/** Reports complete on all the evidence there is: each item shows the points in turn, and each point has one. */
export async function claim(
	app: App,
	actor: Actor,
	name: AssignmentName,
	said: { statement?: string | undefined; version: number; submissionKey: string }
): Promise<void> {
	const { today } = momentOf(app.clock);
	const found = await findAssignment(app.db.read, actor, name);
	const { points, evidence } = await claimFacts(app.db.read, found, today);
	const rounds = Math.max(points.length, evidence.length);
	const links = Array.from({ length: rounds }, (_, round) => {
		const item = evidence[round % evidence.length];
		const point = points[round % points.length];
		if (!item || !point) throw new Error(`Nothing shows ${found.reference}`);
		const page = item.kind === 'file' ? `page ${(round % 4) + 1}` : undefined;
		return { point: pointKey(point), evidenceKey: item.key, page };
	});
	const { statement, version, submissionKey } = said;
	await reportComplete(app, actor, name, { statement, links, version, submissionKey });
}
