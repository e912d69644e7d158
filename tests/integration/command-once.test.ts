import { describe, expect, test } from 'vitest';
import { prepare } from '../support/carry-out.ts';
import { COMMANDS } from '../support/commands.ts';
import { databaseImage } from '../support/database.ts';
import { outcomeOf, refusalOf } from '../support/refusals.ts';
import { openScene } from '../support/scene.ts';
import { openTestApp } from '../support/test-app.ts';

describe.each(COMMANDS)('$name', (command) => {
	test('sent twice, even at once, is carried out once', async () => {
		const app = openTestApp();
		const given = await prepare(app, await openScene(app), command);
		const first = command.run(given).then(() => databaseImage(app));
		const second = outcomeOf(command.run(given));
		const [image, outcome] = await Promise.all([first, second]);
		expect(outcome).toBe(command.form === 'none' ? 'done' : 'already-submitted');
		expect(databaseImage(app)).toBe(image);
	});

	if (command.form !== 'stamp') return;

	test.each([-1, 1])(
		'from a version %i away from the current one changes nothing',
		async (away) => {
			const app = openTestApp();
			const given = await prepare(app, await openScene(app), command);
			const form = { ...given.form, version: given.form.version + away };
			const before = databaseImage(app);
			const refusal = await refusalOf(command.run({ ...given, form }));
			expect(refusal).toMatchObject({ code: 'stale', facts: { version: given.form.version } });
			expect(databaseImage(app)).toBe(before);
		}
	);

	test('counts the version on by one', async () => {
		const app = openTestApp();
		const given = await prepare(app, await openScene(app), command);
		await command.run(given);
		const again = { ...given.form, submissionKey: 'next' };
		const refusal = await refusalOf(command.run({ ...given, form: again }));
		expect(refusal).toMatchObject({ code: 'stale', facts: { version: given.form.version + 1 } });
	});
});
