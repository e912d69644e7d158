import { can } from '#lib/domain/policy.ts';
import {
	ASSIGNMENT_STATUSES,
	MOVES,
	VERBS,
	type AssignmentStatus,
	type Verb
} from '#lib/domain/status.ts';
import { expect, test } from 'vitest';
import { aForm } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, rowsOf } from '../../../../tests/support/database.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import {
	BLIND,
	openScene,
	ROLE_NAMES,
	stage,
	type RoleName,
	type Scene,
	type Staged
} from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { makeMove } from '../../../../tests/support/moves.ts';

/** Counted by hand from the two tables, so that a slip in either shows here: moves that each may carry out. */
const CARRIED_OUT: Record<RoleName, number> = {
	// confirm and return of a claim; reopen from 4 closed statuses; 3 ways to close each of 4 open ones
	inspector: 2 + 4 + 12,
	// start; report complete from 3; withdraw the claim; resume
	'own lead': 1 + 3 + 1 + 1,
	// start; resume
	'own contributor': 2,
	'inspector and own lead': 18 + 6,
	administrator: 0,
	'national observer': 0,
	'own observer': 0,
	'foreign lead': 0,
	'foreign contributor': 0,
	'foreign observer': 0,
	nobody: 0,
	'administrator and foreign lead': 0
};

test.each(ROLE_NAMES)('%s can make exactly the moves that policy and table allow', async (role) => {
	const app = openTestApp();
	const scene = await openScene(app);
	let carriedOut = 0;
	let number = 0;
	for (const status of ASSIGNMENT_STATUSES) {
		let staged = await stage(app, scene, status, ++number);
		for (const verb of VERBS) {
			const before = databaseImage(app);
			const outcome = await attempt(app, scene, role, staged, verb);
			expect(outcome, `${role}: ${verb} from ${status}`).toBe(expected(scene, role, status, verb));
			if (outcome === 'done') {
				carriedOut += 1;
				expect(databaseImage(app)).not.toBe(before);
				expect(statusOf(app, staged)).toBe(MOVES.find((move) => move.verb === verb)?.to);
				staged = await stage(app, scene, status, ++number);
			} else {
				expect(databaseImage(app), `${role}: ${verb} from ${status} left a trace`).toBe(before);
			}
		}
	}
	expect(carriedOut).toBe(CARRIED_OUT[role]);
});

async function attempt(app: TestApp, scene: Scene, role: RoleName, staged: Staged, verb: Verb) {
	const form = await aForm(app, staged);
	return outcomeOf(
		makeMove(app, scene.people[role], staged, {
			...form,
			verb,
			statement: 'All of it is done',
			reason: 'Something came to light',
			basis: 'desk-review'
		})
	);
}

function expected(scene: Scene, role: RoleName, status: AssignmentStatus, verb: Verb): string {
	if (BLIND.includes(role)) return 'not-found';
	if (!can(scene.people[role], verb, { organisationId: scene.kent })) return 'not-allowed';
	const move = MOVES.find((candidate) => candidate.verb === verb);
	return move?.from.includes(status) ? 'done' : 'move-not-possible';
}

function statusOf(app: TestApp, { id }: Staged) {
	return rowsOf(app, 'assignment').find((row) => row.id === id)?.status;
}
