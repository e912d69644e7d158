import type { Actor } from '#lib/domain/actor.ts';
import type { PartWords } from '#lib/domain/part.ts';
import { plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, aKey } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { HOSTILE_TEXTS } from '../../../../tests/support/hostile-texts.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { readPlan } from '../reads/plan.ts';
import { readAssignmentParts, readPartsForm } from '../reads/parts.ts';
import { readReview } from '../reads/review.ts';
import { recordParts, type PartStatement } from './part-changes.ts';
import { setParts } from './parts.ts';

let app: TestApp;
let scene: Scene;
let inspector: Actor;
let lead: Actor;
let staged: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	({ inspector, 'own lead': lead } = scene.people);
	staged = await stage(app, scene, 'in-progress');
});

const A = { label: 'a', text: 'Every shift has somebody with access' };
const B = { label: 'b', text: 'Records are sampled every month' };
const C = { label: 'c', text: 'Gaps are followed up' };

describe('the parts of a recommendation', () => {
	test('are written in their order, and said in one sentence', async () => {
		await write([A, B]);
		expect(await standing()).toEqual(['a', 'b']);
		expect(rowsOf(app, 'recommendation_part')).toMatchObject([
			{ label: 'a', text: A.text, position: 1, from_day: '2026-03-02', to_day: null },
			{ label: 'b', text: B.text, position: 2, from_day: '2026-03-02', to_day: null }
		]);
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(
			`${inspector.name} added parts a and b of OIC-7.`
		);
	});

	test('one that is left out is retired, and stays in the record', async () => {
		await write([A, B]);
		app.goTo('2026-04-01');
		await write([C, B]);
		expect(await standing()).toEqual(['c', 'b']);
		const rows = rowsOf(app, 'recommendation_part');
		expect(rows.map(({ label, to_day }) => [label, to_day])).toEqual([
			['a', '2026-04-01'],
			['b', null],
			['c', null]
		]);
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(
			`${inspector.name} added part c and retired part a of OIC-7.`
		);
	});

	test('those that are retired stay to be read, the last first, with the days on which they stood', async () => {
		await write([A, B]);
		app.goTo('2026-04-01');
		await write([B]);
		app.goTo('2026-04-02');
		await write([]);
		const { retired } = await readPartsForm(app, inspector, 'OIC-7');
		expect(retired).toMatchObject([
			{ ...B, fromDay: '2026-03-02', toDay: '2026-04-02' },
			{ ...A, fromDay: '2026-03-02', toDay: '2026-04-01' }
		]);
	});

	test('one whose words are changed is a new part, to be met anew', async () => {
		await write([A]);
		await say({ a: true });
		await write([{ ...A, text: 'Every shift has two people with access' }]);
		expect(await metOf(staged)).toEqual({ a: false });
	});

	test('a new order keeps what was met', async () => {
		await write([A, B]);
		await say({ b: true });
		await write([B, A]);
		expect(await metOf(staged)).toEqual({ b: true, a: false });
		expect(lastRowOf(app, 'audit_entry').sentence).toContain('changed the order of the parts');
	});

	test('the same list again changes nothing', async () => {
		await write([A, B]);
		const before = rowsOf(app, 'recommendation_part');
		await write([A, B]);
		expect(rowsOf(app, 'recommendation_part')).toEqual(before);
		expect(rowsOf(app, 'audit_entry')).toHaveLength(1);
	});

	test.each([
		['part-label-twice', [A, { ...B, label: 'a' }]],
		['part-label-shape', [{ ...A, label: 'a b' }]],
		['part-label-shape', [{ ...A, label: '' }]],
		['part-label-shape', [{ ...A, label: 'abcdefghijk' }]],
		['too-many-parts', Array.from({ length: 27 }, (_, index) => ({ ...A, label: `${index}` }))]
	])('%s: nothing is written', async (code, parts) => {
		const before = databaseImage(app);
		expect(await outcomeOf(write(parts))).toBe(code);
		expect(databaseImage(app)).toBe(before);
	});

	test('whoever comes second is told what changed', async () => {
		await write([A]);
		const late = setParts(app, inspector, 'OIC-7', {
			...{ parts: [B], version: 0, submissionKey: aKey() }
		});
		expect(await refusalOf(late)).toMatchObject({
			code: 'stale',
			facts: {
				version: 1,
				changes: [{ at: app.clock.now(), sentence: `${inspector.name} added part a of OIC-7.` }]
			}
		});
	});

	test('sent twice are written once', async () => {
		const command = { parts: [A], version: 0, submissionKey: aKey() };
		await setParts(app, inspector, 'OIC-7', command);
		expect(await outcomeOf(setParts(app, inspector, 'OIC-7', command))).toBe('already-submitted');
	});

	test.each(Object.entries(HOSTILE_TEXTS))('hold %s as it was typed', async (_, text) => {
		await write([{ label: 'a', text }]);
		expect(lastRowOf(app, 'recommendation_part').text).toBe(text);
	});

	test.each(['OIC-99', 'nonsense'])('there are none of %s', async (reference) => {
		const command = { parts: [A], version: 0, submissionKey: aKey() };
		expect(await outcomeOf(setParts(app, inspector, reference, command))).toBe('not-found');
	});
});

test('a part that is written after the claim is pointed out to whoever decides it', async () => {
	await write([A]);
	const claimed = await stage(app, scene, 'reported-complete', 8);
	const parts = [A, B];
	const written = { parts, version: 0, submissionKey: aKey() };
	expect(await openSince(claimed)).toEqual([]);
	await setParts(app, inspector, 'OIC-8', written);
	expect(await openSince(claimed)).toEqual(['a', 'b']);
});

describe('what an organisation says of them', () => {
	beforeEach(() => write([A, B, C]));

	test('is kept with who said it, and only what is new', async () => {
		await say({ a: true });
		expect(rowsOf(app, 'part_change')).toMatchObject([
			{ assignment_id: staged.id, actor_id: lead.personId, is_met: 1, note: 'Because' }
		]);
		await say({ a: true, b: true });
		await say({ a: false });
		expect(rowsOf(app, 'audit_entry').map((row) => String(row.sentence))).toEqual([
			expect.stringContaining('added parts a, b and c'),
			`${lead.name} recorded part a as met for OIC-7 for Kent Police.`,
			// The note on part a is the same as before, so that nothing new is said of it.
			`${lead.name} recorded part b as met for OIC-7 for Kent Police.`,
			`${lead.name} recorded part a as not met for OIC-7 for Kent Police.`
		]);
		expect(await metOf(staged)).toEqual({ a: false, b: true, c: false });
	});

	test('counts the assignment on, so that a claim that is being written learns of it', async () => {
		await say({ a: true });
		expect(lastRowOf(app, 'assignment').version).toBe(2);
	});

	test('is said of one organisation alone', async () => {
		const essex = await stage(app, scene, 'in-progress', 7, scene.essex);
		await say({ a: true });
		const { parts } = await readPlan(app, scene.people['foreign lead'], essex);
		expect(parts.every(({ isMet }) => !isMet)).toBe(true);
	});

	test.each([
		[true, '', 'part-needs-showing'],
		[true, ' \n', 'part-needs-showing'],
		[false, '', 'done']
	])('met %j with the note %j: %s', async (isMet, note, outcome) => {
		expect(await outcomeOf(say({ a: isMet }, note))).toBe(outcome);
	});

	test('a part is not taken back without a reason, which the form points at', async () => {
		await say({ a: true });
		const id = Number(rowsOf(app, 'recommendation_part')[0]!.id);
		const refusal = await refusalOf(say({ a: false }, ''));
		expect(refusal).toMatchObject({ code: 'reason-needed', field: `note-${id}` });
	});

	test('stays to be read when the part is retired, with the words that it answered', async () => {
		await say({ a: true });
		await say({ a: false }, 'The sample was wrong');
		app.goTo('2026-04-01');
		await write([B]);
		const { parts, statements } = await readAssignmentParts(app, lead, staged);
		expect(parts.map(({ label }) => label)).toEqual(['b']);
		const about = { label: 'a', text: A.text, actor: lead.name, retiredOn: '2026-04-01' };
		expect(statements).toMatchObject([
			{ ...about, isMet: false, note: 'The sample was wrong' },
			{ ...about, isMet: true, note: 'Because' }
		]);
	});

	test('is dated: the day that is said, today where none is, and another day put right', async () => {
		const day = plainDate('2026-02-20');
		await say({ a: true }, 'Because', day);
		await say({ b: true });
		expect(rowsOf(app, 'part_change').map((row) => row.met_on)).toEqual([day, '2026-03-02']);
		await say({ a: true }, '', plainDate('2026-02-21'));
		expect(lastRowOf(app, 'part_change')).toMatchObject({ met_on: '2026-02-21', note: 'Because' });
		expect(lastRowOf(app, 'audit_entry').sentence).toContain('recorded another day for part a');
		await say({ a: false }, 'Wrong', day);
		expect(lastRowOf(app, 'part_change')).toMatchObject({ is_met: 0, met_on: null });
	});

	test('is not said of a day to come', async () => {
		const before = databaseImage(app);
		const tomorrow = plainDate('2026-03-03');
		expect(await outcomeOf(say({ a: true }, 'Because', tomorrow))).toBe('date-in-future');
		expect(databaseImage(app)).toBe(before);
	});

	test('a note alone is kept, and said as one', async () => {
		await say({ a: true });
		await say({ a: true }, 'A second sample too');
		expect(lastRowOf(app, 'part_change')).toMatchObject({ is_met: 1, note: 'A second sample too' });
		expect(lastRowOf(app, 'audit_entry').sentence).toContain('recorded a note on part a for OIC-7');
	});

	test.each(['reported-complete', 'confirmed', 'not-applicable'] as const)(
		'is not changed while it is %s',
		async (status) => {
			const other = await stage(app, scene, status, 8);
			const command = { parts: [], ...(await aForm(app, other)) };
			expect(await outcomeOf(recordParts(app, lead, other, command))).toBe('move-not-possible');
		}
	);

	test('is not said of a part of another recommendation, nor of a retired one', async () => {
		const other = await stage(app, scene, 'in-progress', 8);
		const [a] = rowsOf(app, 'recommendation_part');
		const parts = [{ partId: Number(a!.id), isMet: true, note: 'Mine' }];
		const elsewhere = recordParts(app, lead, other, { parts, ...(await aForm(app, other)) });
		expect(await outcomeOf(elsewhere)).toBe('not-found');
		await write([B]);
		const retired = recordParts(app, lead, staged, { parts, ...(await aForm(app, staged)) });
		expect(await outcomeOf(retired)).toBe('part-retired');
	});
});

async function openSince(claimed: Staged): Promise<string[]> {
	const { parts } = await readReview(app, inspector, claimed, 'confirm');
	return parts.filter(({ isOpenSince }) => isOpenSince).map(({ label }) => label);
}

async function write(parts: readonly PartWords[]): Promise<void> {
	const { version } = await readPartsForm(app, inspector, 'OIC-7');
	await setParts(app, inspector, 'OIC-7', { parts, version, submissionKey: aKey() });
}

async function say(
	met: Readonly<Record<string, boolean>>,
	note = 'Because',
	metOn?: PlainDate
): Promise<void> {
	const { parts } = await readPlan(app, lead, staged);
	const statements = parts.flatMap(({ id, label }): PartStatement[] =>
		met[label] === undefined ? [] : [{ partId: id, isMet: met[label], note, metOn }]
	);
	await recordParts(app, lead, staged, { parts: statements, ...(await aForm(app, staged)) });
}

async function standing(): Promise<string[]> {
	const { parts } = await readPartsForm(app, inspector, 'OIC-7');
	return parts.map(({ label }) => label);
}

async function metOf(of: Staged): Promise<Record<string, boolean>> {
	const { parts } = await readPlan(app, lead, of);
	return Object.fromEntries(parts.map(({ label, isMet }) => [label, isMet]));
}
