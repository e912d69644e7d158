import type { Actor } from '#lib/domain/actor.ts';
import type { DecisionBasis } from '#lib/domain/confidence.ts';
import type { Verb } from '#lib/domain/status.ts';
import type { FormStamp } from '#lib/server/db/queries/begin-change.ts';
import { moveAssignment } from '#lib/server/services/assignment-moves.ts';
import { decideClaim } from '#lib/server/services/reviews.ts';
import { reportComplete, type NamedLink } from '#lib/server/services/claims.ts';
import type { Staged } from './scene.ts';
import type { TestApp } from './test-app.ts';

export interface AnyMove extends FormStamp {
	readonly verb: Verb;
	readonly statement?: string | undefined;
	readonly reason?: string;
	readonly basis?: DecisionBasis;
	/** What a claim rests on; the item of evidence that the scene put there, where none is named. */
	readonly links?: readonly NamedLink[];
}

/** Any move by its verb: a claim with what it rests on, a decision where there are no criteria, every other as it is. */
export async function makeMove(
	app: TestApp,
	actor: Actor,
	staged: Staged,
	{ verb, statement, links, ...command }: AnyMove
): Promise<void> {
	if (verb === 'confirm' || verb === 'return') {
		await decideClaim(app, actor, staged, { ...command, verdict: verb, findings: [] });
		return;
	}
	if (verb !== 'report-complete') {
		await moveAssignment(app, actor, staged, { ...command, verb });
		return;
	}
	const { version, submissionKey } = command;
	await reportComplete(app, actor, staged, {
		...{ statement, version, submissionKey },
		links: links ?? [{ point: 'whole', evidenceKey: staged.evidenceKey }]
	});
}
