import type { Actor } from '#lib/domain/actor.ts';
import { can } from '#lib/domain/policy.ts';
import { aForm } from './assignment-facts.ts';
import type { Command, Given } from './commands.ts';
import { stage, type Scene } from './scene.ts';
import type { TestApp } from './test-app.ts';

export const PLAIN_WORDS = (field: string) => `The ${field} that was typed`;

/** Somebody of the scene who may carry the command out. */
export function whoMay(scene: Scene, command: Command): Actor {
	const { inspector, 'own lead': lead } = scene.people;
	return can(inspector, command.action, { organisationId: scene.kent }) ? inspector : lead;
}

/** Everything that the command needs to be carried out, by somebody who may unless another is named. */
export async function prepare(
	app: TestApp,
	scene: Scene,
	command: Command,
	{ actor = whoMay(scene, command), typed = PLAIN_WORDS, number = 7 } = {}
): Promise<Given> {
	const staged = await stage(app, scene, command.from, number);
	const other = await stage(app, scene, 'in-progress', number, scene.essex);
	const given = { app, scene, actor, staged, other, typed };
	await command.prepare?.(given);
	return { ...given, form: await aForm(app, staged) };
}
