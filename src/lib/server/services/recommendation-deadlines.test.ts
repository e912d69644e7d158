import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, aKey } from '../../../../tests/support/assignment-facts.ts';
import { anOrganisation } from '../../../../tests/support/builders.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { aDeadline } from '../../../../tests/support/extension.ts';
import { HOSTILE_TEXTS } from '../../../../tests/support/hostile-texts.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import {
	openScene,
	ROLE_NAMES,
	stage,
	type RoleName,
	type Scene,
	type Staged
} from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { readRecommendationDeadline } from '../reads/recommendation-deadline.ts';
import { setDeadline } from './deadlines.ts';
import {
	setRecommendationDeadline,
	type RecommendationDeadlineCommand
} from './recommendation-deadlines.ts';

const PHRASE = 'By March 2027, forces should make sure';

let app: TestApp;
let scene: Scene;
let kent: Staged;
let essex: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	kent = await stage(app, scene, 'in-progress');
	essex = await stage(app, scene, 'not-started', 7, scene.essex);
});

describe('the deadline of a whole recommendation', () => {
	test('is kept as worded, and gives every open assignment without a date its first', async () => {
		await set();
		expect(lastRowOf(app, 'recommendation_deadline')).toMatchObject({
			phrase: PHRASE,
			kind: 'month',
			last_day: '2027-03-31',
			rule: 'The last day of the month printed',
			actor_id: scene.people.inspector.personId,
			on_day: '2026-03-02'
		});
		const stated = { phrase: PHRASE, last_day: '2027-03-31', set_by: 'inspectorate' };
		expect(rowsOf(app, 'deadline_revision')).toMatchObject([
			{ assignment_id: essex.id, ...stated },
			{ assignment_id: kent.id, ...stated }
		]);
		expect(datesOf(kent)).toEqual(['2027-03-31', '2027-03-31', 0, 2]);
		const { name } = scene.people.inspector;
		expect(rowsOf(app, 'audit_entry').map(({ sentence }) => sentence)).toEqual([
			`${name} set the deadline of OIC-7 for Essex Police to 31 March 2027.`,
			`${name} set the deadline of OIC-7 for Kent Police to 31 March 2027.`,
			`${name} set the deadline of OIC-7 as a whole to 31 March 2027, for 2 assignments.`
		]);
	});

	test('leaves a date of its own, and what is closed, as they are', async () => {
		await aDeadline(app, kent);
		const closed = await stage(app, scene, 'confirmed', 7, await another());
		await set();
		expect(datesOf(kent)).toEqual(['2026-06-30', '2026-06-30', 0, 1]);
		expect(datesOf(closed)).toEqual([null, null, 0, 1]);
		expect(datesOf(essex)[1]).toBe('2027-03-31');
	});

	test('that changes moves those that follow it, and no longer those that left it', async () => {
		await set();
		await setDeadline(app, scene.people.inspector, essex, {
			...(await aForm(app, essex)),
			kind: 'fixed-day',
			lastDay: plainDate('2027-06-30'),
			rule: 'The day that the inspectorate set',
			setBy: 'inspectorate',
			reason: 'They were asked later'
		});
		app.goTo('2026-04-01');
		await set({ phrase: 'By June 2028', reason: 'The guidance comes later' });
		expect(datesOf(kent)).toEqual(['2027-03-31', '2028-06-30', 1, 3]);
		expect(datesOf(essex)).toEqual(['2027-03-31', '2027-06-30', 1, 3]);
		expect(lastRowOf(app, 'deadline_revision')).toMatchObject({
			assignment_id: kent.id,
			reason: 'The guidance comes later'
		});
	});

	test('that says there is none is recorded as that, and no assignment has a date by it', async () => {
		await set({ kind: 'none-set', phrase: undefined, rule: 'Left to the next inspection' });
		expect(datesOf(kent)).toEqual([null, null, 0, 2]);
		expect(rowsOf(app, 'deadline_revision')).toMatchObject([
			{ kind: 'none-set', last_day: null, rule: 'Left to the next inspection' },
			{ kind: 'none-set', last_day: null }
		]);
	});

	test.each(['In due course', 'By 31 September 2026', 'By June 2026 or by June 2027'])(
		'is not guessed from %j',
		async (phrase) => {
			const before = databaseImage(app);
			const refusal = await refusalOf(set({ phrase }));
			expect(refusal).toMatchObject({ code: 'phrase-unreadable', field: 'phrase' });
			expect(databaseImage(app)).toBe(before);
		}
	);

	test('cannot change without a reason', async () => {
		await set();
		const before = databaseImage(app);
		expect(await outcomeOf(set({ phrase: 'By June 2027' }))).toBe('reason-needed');
		expect(databaseImage(app)).toBe(before);
	});

	test.each(Object.entries(HOSTILE_TEXTS))(
		'keeps its words as they were typed: %s',
		async (_, text) => {
			await set({ kind: 'fixed-day', lastDay: plainDate('2027-03-31'), phrase: text, rule: text });
			expect(lastRowOf(app, 'recommendation_deadline')).toMatchObject({ phrase: text, rule: text });
			expect(lastRowOf(app, 'deadline_revision')).toMatchObject({ phrase: text, rule: text });
		}
	);
});

test.each(ROLE_NAMES)('%s can set it only as an inspector', async (role) => {
	const isInspector = scene.people[role].roles.some((held) => held.role === 'inspector');
	const before = databaseImage(app);
	expect(await outcomeOf(set({}, role))).toBe(isInspector ? 'done' : 'not-allowed');
	if (!isInspector) expect(databaseImage(app)).toBe(before);
});

describe('at the same time', () => {
	test('two set it: one does, and the other is told who and what', async () => {
		const command = await commandOf({});
		const { inspector, 'inspector and own lead': other } = scene.people;
		const [first, second] = await Promise.all([
			outcomeOf(setRecommendationDeadline(app, inspector, 'OIC-7', command)),
			refusalOf(
				setRecommendationDeadline(app, other, 'OIC-7', { ...command, submissionKey: 'another' })
			)
		]);
		expect(first).toBe('done');
		expect(second).toMatchObject({
			code: 'stale',
			facts: { changes: [{ sentence: expect.stringContaining(`${inspector.name} set`) }] }
		});
		expect(rowsOf(app, 'recommendation_deadline')).toHaveLength(1);
	});

	test('sent twice it is set once', async () => {
		const command = await commandOf({});
		const { inspector } = scene.people;
		await setRecommendationDeadline(app, inspector, 'OIC-7', command);
		const again = setRecommendationDeadline(app, inspector, 'OIC-7', command);
		expect(await outcomeOf(again)).toBe('already-submitted');
	});

	test('nobody confirms another number of assignments than they were shown', async () => {
		const command = await commandOf({});
		await stage(app, scene, 'in-progress', 7, await another());
		const before = databaseImage(app);
		const late = setRecommendationDeadline(app, scene.people.inspector, 'OIC-7', command);
		expect(await refusalOf(late)).toMatchObject({ code: 'reach-changed', facts: { count: 3 } });
		expect(databaseImage(app)).toBe(before);
	});
});

async function set(
	said: Partial<RecommendationDeadlineCommand> = {},
	role: RoleName = 'inspector'
) {
	const command = await commandOf(said);
	await setRecommendationDeadline(app, scene.people[role], 'OIC-7', command);
}

/** As the page would send it. */
async function commandOf(said: Partial<RecommendationDeadlineCommand>) {
	const shown = await readRecommendationDeadline(app, scene.people.inspector, 'OIC-7');
	const reached = shown.reaches.first.length + shown.reaches.follows.length;
	return { phrase: PHRASE, version: shown.version, reached, submissionKey: aKey(), ...said };
}

async function another(): Promise<number> {
	return anOrganisation(app, 'DORSET', { name: 'Dorset Police' });
}

/** Original and current deadline, moves and version. */
function datesOf({ id }: Staged) {
	const row = rowsOf(app, 'assignment').find((each) => each.id === id)!;
	return [row.original_due_on, row.current_due_on, row.deadline_moves, row.version];
}
