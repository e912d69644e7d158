import { describe, expect, test } from 'vitest';
import { prepare } from '../support/carry-out.ts';
import { COMMANDS, type Command } from '../support/commands.ts';
import {
	allRows,
	changedTables,
	databaseImage,
	rawConnection,
	type Row
} from '../support/database.ts';
import { openScene } from '../support/scene.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

describe.each(COMMANDS)('$name', (command) => {
	test('leaves nothing behind when any one of its writes fails', async () => {
		const { before, after } = await carriedOut(command);
		const written = changedTables(before, after);
		expect(written).toContain('audit_entry');
		expect(written.length).toBeGreaterThan(1);

		const app = openTestApp();
		const given = await prepare(app, await openScene(app), command);
		for (const table of written) {
			breakWritesTo(app, table);
			const image = databaseImage(app);
			await expect(command.run(given), table).rejects.toThrow('the disk is full');
			expect(databaseImage(app), `a failed write to ${table} left a trace`).toBe(image);
			mendWrites(app);
		}
		const mended = allRows(app);
		await command.run(given);
		expect(changedTables(mended, allRows(app))).toEqual(written);
	});
});

test.each([
	['report-complete', 'inspector'],
	['confirm', 'lead'],
	['return', 'lead']
])('%s also writes mail to each %s, in the same transaction', async (name) => {
	const command = COMMANDS.find((candidate) => candidate.name === name)!;
	const { before, after } = await carriedOut(command);
	expect(changedTables(before, after)).toEqual([
		'assignment',
		'audit_entry',
		...(name === 'report-complete' ? ['claim_link'] : ['claim_review', 'criterion_finding']),
		'daily_flow',
		'outbox',
		...(name === 'report-complete' ? ['receipt'] : []),
		'status_change',
		'submission'
	]);
});

async function carriedOut(
	command: Command
): Promise<{ before: Map<string, Row[]>; after: Map<string, Row[]> }> {
	const app = openTestApp();
	const given = await prepare(app, await openScene(app), command);
	const before = allRows(app);
	await command.run(given);
	return { before, after: allRows(app) };
}

function breakWritesTo(app: TestApp, table: string): void {
	const connection = rawConnection(app);
	for (const event of ['insert', 'update']) {
		connection.exec(
			`create trigger "broken_${event}" before ${event} on "${table}"
			begin select raise(abort, 'the disk is full'); end`
		);
	}
	connection.close();
}

function mendWrites(app: TestApp): void {
	const connection = rawConnection(app);
	for (const event of ['insert', 'update']) connection.exec(`drop trigger "broken_${event}"`);
	connection.close();
}
