import { draftForm, type DraftKind } from '#lib/domain/draft.ts';
import { describe, expect, test } from 'vitest';
import { prepare } from '../../../../tests/support/carry-out.ts';
import { COMMANDS } from '../../../../tests/support/commands.ts';
import { rowsOf } from '../../../../tests/support/database.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene } from '../../../../tests/support/scene.ts';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import { draftsOfAll } from '../../../../tests/support/writing.ts';

/** What an organisation asks and an inspector decides at length, with the draft that its form keeps. */
const SENT: readonly (readonly [command: string, DraftKind])[] = [
	['ask for more time', 'extension'],
	['grant-other more time', 'extension-decision'],
	['refuse more time', 'extension-decision'],
	['confirm', 'review'],
	['return', 'review'],
	['countersign: agree', 'countersigning'],
	['countersign: disagree', 'countersigning'],
	...COMMANDS.filter(({ action }) => action === 'recheck').map(
		({ name }) => [name, 'recheck'] as const
	)
];

describe.each(SENT)('%s', (name, kind) => {
	test('takes the draft of whoever sends it away, and leaves everybody else’s', async () => {
		const { app, command, given, form } = await drafted();
		const others = rowsOf(app, 'draft').length - 1;
		await command.run({ ...given, form: { ...given.form, ...{ draftVersion: 1 } } });
		const left = rowsOf(app, 'draft');
		expect(left).toHaveLength(others);
		expect(left.every((row) => row.form === form)).toBe(true);
		expect(left.map((row) => row.person_id)).not.toContain(given.actor.personId);
	});

	test('that is refused keeps it, and so does a draft that another tab saved since', async () => {
		const { app, command, given } = await drafted();
		const stale = { ...given.form, version: given.form.version + 1, ...{ draftVersion: 1 } };
		expect(await outcomeOf(command.run({ ...given, form: stale }))).toBe('stale');
		expect(ownDrafts(app, given.actor.personId)).toBe(1);
		await command.run({ ...given, form: { ...given.form, ...{ draftVersion: 0 } } });
		expect(ownDrafts(app, given.actor.personId)).toBe(1);
	});

	async function drafted() {
		const app = openTestApp();
		const command = COMMANDS.find((candidate) => candidate.name === name)!;
		const given = await prepare(app, await openScene(app), command);
		await draftsOfAll(app, given.staged, kind);
		return { app, command, given, form: draftForm(kind, given.staged.id) };
	}
});

function ownDrafts(app: ReturnType<typeof openTestApp>, personId: number): number {
	return rowsOf(app, 'draft').filter((row) => row.person_id === personId).length;
}
