import { plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, aKey } from '../../../../tests/support/assignment-facts.ts';
import { rowsOf } from '../../../../tests/support/database.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { allocate, changeCapacity, withdrawAllocation } from './allocation.ts';
import { moveAssignment, type MoveCommand } from './assignment-moves.ts';
import { setDeadline } from './deadlines.ts';
import { addUpdate } from './progress-updates.ts';
import { setRecommendationDeadline } from './recommendation-deadlines.ts';
import { closeReportingPeriod, openReportingPeriod } from './reporting-periods.ts';

// Who is told of what the inspectorate does to dates, periods, statuses and allocations, and what they read.

const JUNE = plainDate('2026-06-30');
const SEPTEMBER = plainDate('2026-09-30');
const WHY = 'The new system is late';

let app: TestApp;
let scene: Scene;
let kent: Staged;
let leadsOfKent: string[];

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	kent = await stage(app, scene, 'in-progress');
	const { people, claimant } = scene;
	const leads = [people['own lead'], people['inspector and own lead'], claimant];
	leadsOfKent = leads.map(({ email }) => email).sort();
});

describe('a deadline that an inspector sets', () => {
	test('is told to every lead of the organisation and to nobody else, with its day and without its reason', async () => {
		await set(JUNE);
		expect(addressees()).toEqual(leadsOfKent);
		expect(letters()[0]).toMatchObject({ subject: 'OIC-7 deadline set: Kent Police' });
		expect(letters()[0]?.body).toContain('set the deadline of this to 30 June 2026.');
		expect(letters()[0]?.body).toContain(
			'https://tracker.test/recommendations/OIC-7/KENT/extensions'
		);
		await set(SEPTEMBER);
		const [moved] = letters().slice(leadsOfKent.length);
		expect(moved?.subject).toBe('OIC-7 deadline moved: Kent Police');
		expect(moved?.body).toContain('from 30 June 2026 to 30 September 2026. Sign in to read why.');
		expect(moved?.body).not.toContain(WHY);
	});

	test('is not told to whoever set it, who may lead the organisation too', async () => {
		const both = scene.people['inspector and own lead'];
		await set(JUNE, both);
		expect(addressees()).toEqual(leadsOfKent.filter((address) => address !== both.email));
	});

	test('for a whole recommendation is told to each body that it reaches, each in its own name', async () => {
		await stage(app, scene, 'not-started', 7, scene.essex);
		await setRecommendationDeadline(app, scene.people.inspector, 'OIC-7', {
			...{ kind: 'fixed-day', lastDay: JUNE, rule: 'The day set', reached: 2 },
			...{ version: 0, submissionKey: aKey() }
		});
		const essex = letters().filter(({ subject }) => subject.endsWith('Essex Police'));
		expect(essex.map(({ to }) => to).sort()).toEqual(leadsOfEssex());
		for (const { body } of essex) {
			expect(body).toContain('/OIC-7/ESSEX/');
			expect(body).not.toMatch(/kent/i);
		}
		const ofKent = letters().filter(({ subject }) => subject.endsWith('Kent Police'));
		expect(ofKent.map(({ to }) => to).sort()).toEqual(leadsOfKent);
		expect(letters()).toHaveLength(essex.length + ofKent.length);
	});

	function set(lastDay: PlainDate, by = scene.people.inspector) {
		return aForm(app, kent).then((form) =>
			setDeadline(app, by, kent, {
				...{ ...form, kind: 'fixed-day', lastDay, rule: 'The day set' },
				...{ setBy: 'inspectorate', reason: WHY }
			})
		);
	}
});

describe('a reporting period that opens', () => {
	const APRIL = { opensOn: plainDate('2026-04-01'), closesOn: plainDate('2026-04-30') };

	test('is told to the leads of each body that owes, in one letter for all that it owes', async () => {
		await stage(app, scene, 'returned', 8);
		await stage(app, scene, 'confirmed', 9);
		await stage(app, scene, 'not-started', 7, scene.essex);
		app.goTo('2026-04-01');
		await openReportingPeriod(app, null, 'OIC', APRIL);
		expect(addressees()).toEqual([...leadsOfEssex(), ...leadsOfKent].sort());
		const [ofKent] = letters().filter(({ subject }) => subject.endsWith('Kent Police'));
		expect(ofKent?.subject).toBe('OIC 2 updates owed by 30 April 2026: Kent Police');
		expect(ofKent?.body).toContain(
			'On 1 April 2026 the service opened a reporting period, from 1 April 2026 to 30 April 2026. Your organisation owes 2 updates in it.'
		);
		expect(ofKent?.body).toContain('https://tracker.test/organisations/KENT/reporting');
		expect(ofKent?.body).not.toMatch(/essex/i);
	});

	test('is not told to a body that has reported since its first day, nor when it closes', async () => {
		await stage(app, scene, 'not-started', 7, scene.essex);
		app.goTo('2026-04-07');
		await addUpdate(app, scene.people['own lead'], kent, {
			...(await aForm(app, kent)),
			narrative: 'It runs in two of three divisions.',
			confidence: 'probable'
		});
		await openReportingPeriod(app, scene.people.inspector, 'OIC', APRIL);
		expect(addressees()).toEqual(leadsOfEssex());
		expect(letters()[0]?.body).toContain(`${scene.people.inspector.name} opened`);
		app.goTo('2026-05-01');
		await closeReportingPeriod(app, null, Number(rowsOf(app, 'reporting_period')[0]?.id));
		expect(addressees()).toEqual(leadsOfEssex());
	});
});

describe('a status that the inspectorate changes by a plain move', () => {
	test.each([
		['set-no-further-action', 'in-progress', 'no further action'],
		['set-not-accepted', 'returned', 'closed as not accepted'],
		['set-not-applicable', 'not-started', 'not applicable'],
		['reopen', 'confirmed', 'reopened']
	] as const)('as %s is told to the leads', async (verb, from, word) => {
		const staged = await stage(app, scene, from, 1);
		await move(staged, verb);
		expect(addressees()).toEqual(leadsOfKent);
		expect(letters()[0]?.subject).toBe(`OIC-1 ${word}: Kent Police`);
		expect(letters()[0]?.body).not.toContain(WHY);
	});

	test('while a claim that its organisation withdraws is told to the inspectors, and a start to nobody', async () => {
		const claimed = await stage(app, scene, 'reported-complete', 1);
		await move(claimed, 'withdraw-claim', scene.people['own lead']);
		const { inspector, 'inspector and own lead': both } = scene.people;
		expect(addressees()).toEqual([inspector.email, both.email].sort());
		const fresh = await stage(app, scene, 'not-started', 2);
		await move(fresh, 'start', scene.people['own lead']);
		expect(letters()).toHaveLength(2);
	});

	async function move(
		staged: Staged,
		verb: MoveCommand['verb'],
		by = scene.people.inspector
	): Promise<void> {
		await moveAssignment(app, by, staged, { ...(await aForm(app, staged)), verb, reason: WHY });
	}
});

test('an allocation is told to the leads of the body that it is about, at each of its steps', async () => {
	const { administrator } = scene.people;
	const essex = { organisation: 'ESSEX', capacity: 'lead', reason: WHY } as const;
	await allocate(app, administrator, 'OIC-7', { ...essex, submissionKey: aKey() });
	const name = { reference: 'OIC-7', organisation: 'ESSEX' };
	const { id } = rowsOf(app, 'assignment').at(-1) as { id: number };
	const stamp = () => aForm(app, { id });
	const contributing = { capacity: 'contributing', reason: WHY } as const;
	await changeCapacity(app, administrator, name, { ...(await stamp()), ...contributing });
	await withdrawAllocation(app, administrator, name, { ...(await stamp()), reason: WHY });
	const [lead] = leadsOfEssex();
	const subjects = letters().flatMap(({ to, subject }) => (to === lead ? subject : []));
	expect(subjects).toEqual([
		'OIC-7 falls to you: Essex Police',
		'OIC-7 part changed: Essex Police',
		'OIC-7 no longer falls to you: Essex Police'
	]);
	expect(addressees().filter((address) => !leadsOfEssex().includes(address))).toEqual([]);
	for (const { body } of letters()) expect(body).not.toContain(WHY);
});

function leadsOfEssex(): string[] {
	const { 'foreign lead': lead, 'administrator and foreign lead': both } = scene.people;
	return [lead.email, both.email].sort();
}

function letters() {
	return rowsOf(app, 'outbox').map(({ to, subject, body }) => ({
		...{ to: String(to), subject: String(subject), body: String(body) }
	}));
}

function addressees(): string[] {
	return letters()
		.map(({ to }) => to)
		.sort();
}
