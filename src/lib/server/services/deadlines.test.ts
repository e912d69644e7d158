import type { Actor } from '#lib/domain/actor.ts';
import { addDays, plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { slippageOf } from '#lib/domain/slippage.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm } from '../../../../tests/support/assignment-facts.ts';
import {
	databaseImage,
	lastRowOf,
	rawConnection,
	rowsOf,
	type Row
} from '../../../../tests/support/database.ts';
import { refusalOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { setDeadline, type DeadlineCommand } from './deadlines.ts';

const JUNE = plainDate('2026-06-30');
const SEPTEMBER = plainDate('2026-09-30');

let app: TestApp;
let scene: Scene;
let inspector: Actor;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	inspector = scene.people.inspector;
});

describe('a deadline', () => {
	test('is set for the first time without a reason, and is the original', async () => {
		const staged = await stage(app, scene, 'in-progress');
		await set(staged, JUNE, {
			phrase: 'By June 2026',
			kind: 'month',
			rule: 'The last day of the month printed',
			reason: undefined
		});
		expect(assignmentRow(staged)).toMatchObject({
			original_due_on: JUNE,
			current_due_on: JUNE,
			deadline_moves: 0
		});
		expect(lastRowOf(app, 'deadline_revision')).toMatchObject({
			phrase: 'By June 2026',
			kind: 'month',
			last_day: JUNE,
			rule: 'The last day of the month printed',
			set_by: 'inspectorate',
			reason: null,
			actor_id: inspector.personId
		});
	});

	test('that is moved keeps its original, and counts the move', async () => {
		const staged = await stage(app, scene, 'in-progress');
		await set(staged, JUNE);
		await set(staged, SEPTEMBER, { reason: 'The new system is late' });
		await set(staged, addDays(SEPTEMBER, 30), { reason: 'It is later still' });
		expect(assignmentRow(staged)).toMatchObject({
			original_due_on: JUNE,
			current_due_on: '2026-10-30',
			deadline_moves: 2
		});
	});

	test.each([undefined, '', ' \t\n', '\u200b\u2060'])(
		'is not moved for the reason %j',
		async (reason) => {
			const staged = await stage(app, scene, 'in-progress');
			await set(staged, JUNE);
			const before = databaseImage(app);
			const refusal = await refusalOf(set(staged, SEPTEMBER, { reason }));
			expect(refusal).toMatchObject({ code: 'reason-needed', field: 'reason' });
			expect(databaseImage(app)).toBe(before);
		}
	);

	test('that is taken away leaves the original, and needs a reason too', async () => {
		const staged = await stage(app, scene, 'in-progress');
		await set(staged, JUNE);
		const away = { kind: 'none-set' as const, rule: 'None is set' };
		const refusal = await refusalOf(set(staged, null, { ...away, reason: undefined }));
		expect(refusal.code).toBe('reason-needed');
		await set(staged, null, { ...away, reason: 'Left to the next inspection' });
		expect(assignmentRow(staged)).toMatchObject({
			original_due_on: JUNE,
			current_due_on: null,
			deadline_moves: 1
		});
	});

	test('keeps its original even from a statement that goes past the service', async () => {
		const staged = await stage(app, scene, 'in-progress');
		await set(staged, JUNE);
		const connection = rawConnection(app);
		for (const value of [SEPTEMBER, null]) {
			const overwrite = connection.prepare(
				'update assignment set original_due_on = ? where id = ?'
			);
			expect(() => overwrite.run(value, staged.id)).toThrow('never overwritten');
		}
		expect(assignmentRow(staged).original_due_on).toBe(JUNE);
	});
});

test('slippage from the revisions is what the assignment says, after any sequence of settings', async () => {
	const days = fc.option(
		fc.integer({ min: -400, max: 400 }).map((away) => addDays(JUNE, away)),
		{ nil: null, freq: 4 }
	);
	let number = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(days, { minLength: 1, maxLength: 8 }), async (sequence) => {
			const staged = await stage(app, scene, 'in-progress', ++number);
			for (const lastDay of sequence) await set(staged, lastDay, { reason: 'Agreed' });
			const row = assignmentRow(staged);
			const revisions = rowsOf(app, 'deadline_revision')
				.filter((revision) => revision.assignment_id === staged.id)
				.map((revision) => ({ lastDay: revision.last_day as PlainDate | null }));

			expect(revisions.map(({ lastDay }) => lastDay)).toEqual(sequence);
			expect(row.original_due_on).toBe(sequence.find((lastDay) => lastDay !== null) ?? null);
			expect(row.current_due_on).toBe(sequence.at(-1));
			expect(row.version).toBe(1 + sequence.length);
			const slippage = slippageOf(revisions);
			expect(slippage === null).toBe(row.original_due_on === null || row.current_due_on === null);
			if (slippage === null) return;
			expect(row).toMatchObject({
				original_due_on: slippage.originalDueOn,
				current_due_on: slippage.currentDueOn,
				deadline_moves: slippage.moves
			});
		}),
		{ numRuns: 40 }
	);
});

async function set(
	staged: Staged,
	lastDay: PlainDate | null,
	said: Partial<DeadlineCommand> = {}
): Promise<void> {
	await setDeadline(app, inspector, staged, {
		...(await aForm(app, staged)),
		kind: lastDay === null ? 'none-set' : 'fixed-day',
		rule: 'The day printed',
		setBy: 'inspectorate',
		...said,
		lastDay
	});
}

function assignmentRow({ id }: Staged): Row {
	return rowsOf(app, 'assignment').find((row) => row.id === id) ?? {};
}
