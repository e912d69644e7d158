import type { WrittenPart } from '#lib/domain/part.ts';
import { beforeEach, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { readAssignmentParts, readPartsForm } from '../reads/parts.ts';
import { readPlan } from '../reads/plan.ts';
import { setParts } from './parts.ts';

const A = { label: 'a', text: 'Every shift has somebody with access' };
const B = { label: 'b', text: 'Records are sampled every month' };

let app: TestApp;
let scene: Scene;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	staged = await stage(app, scene, 'in-progress');
});

test('a part has a deadline of its own by the words that set it, and keeps what is met of it', async () => {
	await write([{ ...A, deadlinePhrase: 'by June 2026' }, B]);
	expect(await deadlines()).toEqual(['2026-06-30', null]);
	const ids = rowsOf(app, 'recommendation_part').map(({ id }) => id);
	await write([A, { ...B, deadlinePhrase: 'within six months' }]);
	expect(await deadlines()).toEqual([null, '2025-11-16']);
	expect(rowsOf(app, 'recommendation_part').map(({ id }) => id)).toEqual(ids);
	expect(rowsOf(app, 'part_deadline')).toMatchObject([
		{ phrase: 'by June 2026', kind: 'month', last_day: '2026-06-30' },
		{ phrase: null, kind: 'none-set', last_day: null },
		{ kind: 'relative', rule: '6 months after publication' }
	]);
	expect(lastRowOf(app, 'audit_entry').sentence).toBe(
		`${scene.people.inspector.name} set another deadline for parts a and b of OIC-7.`
	);
});

test('saying the same again writes nothing', async () => {
	await write([{ ...A, deadlinePhrase: 'by June 2026' }, B]);
	const entries = rowsOf(app, 'audit_entry').length;
	await write([{ ...A, deadlinePhrase: 'by June 2026' }, B]);
	expect(rowsOf(app, 'part_deadline')).toHaveLength(1);
	expect(rowsOf(app, 'audit_entry')).toHaveLength(entries);
});

test('words that cannot be read, and a form that is older than the last deadline, are refused', async () => {
	await write([A, B]);
	const { version } = await readPartsForm(app, scene.people.inspector, 'OIC-7');
	const before = databaseImage(app);
	for (const deadlinePhrase of ['in due course', 'does not apply to Kent Police', '\u202e2026']) {
		const work = write([{ ...A, deadlinePhrase }, B]);
		expect(await outcomeOf(work)).toBe('part-deadline-unreadable');
	}
	expect(databaseImage(app)).toBe(before);
	await write([{ ...A, deadlinePhrase: 'by June 2026' }, B]);
	expect(await outcomeOf(write([A, B], version))).toBe('stale');
});

test('whoever works on it sees the deadline beside the part', async () => {
	await write([{ ...A, deadlinePhrase: 'by June 2026' }, B]);
	const lead = scene.people['own lead'];
	const plan = await readPlan(app, lead, staged);
	const form = await readAssignmentParts(app, lead, staged);
	for (const { parts } of [plan, form]) {
		expect(parts[0]?.deadline).toEqual({
			...{ phrase: 'by June 2026', kind: 'month', lastDay: '2026-06-30' },
			rule: 'The last day of the month printed'
		});
		expect(parts[1]?.deadline).toBeNull();
	}
});

async function write(parts: readonly WrittenPart[], seen?: number): Promise<void> {
	const { inspector } = scene.people;
	const { version } = await readPartsForm(app, inspector, 'OIC-7');
	const stamp = { version: seen ?? version, submissionKey: aKey() };
	await setParts(app, inspector, 'OIC-7', { parts, ...stamp });
}

async function deadlines() {
	const { parts } = await readPartsForm(app, scene.people.inspector, 'OIC-7');
	return parts.map(({ deadline }) => deadline?.lastDay ?? null);
}
