import { can } from '#lib/domain/policy.ts';
import { expect, test } from 'vitest';
import { prepare } from '../support/carry-out.ts';
import { COMMANDS, type Command } from '../support/commands.ts';
import { databaseImage } from '../support/database.ts';
import { outcomeOf } from '../support/refusals.ts';
import { BLIND, openScene, ROLE_NAMES, type RoleName, type Scene } from '../support/scene.ts';
import { openTestApp } from '../support/test-app.ts';

test.each(ROLE_NAMES)(
	'%s can carry out exactly the commands that the policy grants',
	async (role) => {
		const app = openTestApp();
		const scene = await openScene(app);
		for (const [index, command] of COMMANDS.entries()) {
			const actor = scene.people[role];
			const given = await prepare(app, scene, command, { actor, number: index + 1 });
			const before = databaseImage(app);
			const outcome = await outcomeOf(command.run(given));
			expect(outcome, `${role}: ${command.name}`).toBe(expected(scene, role, command));
			if (outcome !== 'done') {
				expect(databaseImage(app), `${role}: ${command.name} left a trace`).toBe(before);
			}
		}
	}
);

function expected(scene: Scene, role: RoleName, command: Command): string {
	if (BLIND.includes(role)) return 'not-found';
	const subject = { organisationId: scene.kent };
	return can(scene.people[role], command.action, subject) ? 'done' : 'not-allowed';
}
