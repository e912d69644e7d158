import { verifyChain } from '#lib/server/audit/verify.ts';
import { describe, expect, test } from 'vitest';
import { prepare } from '../support/carry-out.ts';
import { COMMANDS } from '../support/commands.ts';
import { rawConnection, rowsOf } from '../support/database.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { openScene } from '../support/scene.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

/** Nothing that ends a line, hides, or turns the reading direction. */
const ONE_PLAIN_LINE =
	/^[^\p{Cc}\p{Zl}\p{Zp}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+$/u;

describe.each(Object.entries(HOSTILE_TEXTS))('%s', (_, text) => {
	const typed = (field: string) => `${text} (${field})`;

	test('typed into any field of any command is stored as typed, and told in one plain line', async () => {
		const app = openTestApp();
		const scene = await openScene(app);
		for (const [index, command] of COMMANDS.entries()) {
			const given = await prepare(app, scene, command, { typed, number: index + 1 });
			await command.run(given);
			for (const [field, table, column] of command.fields) {
				const stored = rowsOf(app, table).map((row) => row[column]);
				expect(stored, `${command.name}: ${field}`).toContain(typed(field));
			}
		}
		await expectPlainLines(app);
		expect(await verifyChain(app.db.read)).toMatchObject({ brokenAt: null });
		const bodies = rowsOf(app, 'outbox').map((row) => String(row.body));
		expect(bodies.length).toBeGreaterThan(0);
		expect(bodies.filter((body) => body.includes(text))).toEqual([]);
	});

	test('as a name or a title in the register is told in one plain line by every command', async () => {
		const app = openTestApp();
		const scene = await openScene(app);
		for (const [index, command] of COMMANDS.entries()) {
			const given = await prepare(app, scene, command, { number: index + 1 });
			const raw = rawConnection(app);
			raw.prepare('update organisation set name = ?').run(text);
			raw.prepare('update recommendation set title = ?').run(text);
			await command.run({ ...given, actor: { ...given.actor, name: text } });
		}
		await expectPlainLines(app);
		expect(await verifyChain(app.db.read)).toMatchObject({ brokenAt: null });
	});
});

async function expectPlainLines(app: TestApp): Promise<void> {
	const sentences = rowsOf(app, 'audit_entry').map((row) => row.sentence);
	const subjects = rowsOf(app, 'outbox').map((row) => row.subject);
	expect(sentences.length).toBeGreaterThanOrEqual(COMMANDS.length);
	expect(subjects.length).toBeGreaterThan(0);
	for (const line of [...sentences, ...subjects]) expect(line).toMatch(ONE_PLAIN_LINE);
}
