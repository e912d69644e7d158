import type { Actor } from '#lib/domain/actor.ts';
import { NO_FILTER } from '#lib/domain/assignment-filter.ts';
import { asOnlooker } from '#lib/domain/as-at.ts';
import { addDays, plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { ACTIONS, can } from '#lib/domain/policy.ts';
import type { Verdict } from '#lib/domain/review.ts';
import { expect, test } from 'vitest';
import {
	aForm,
	aKey,
	anItemOfEvidence,
	aPost
} from '../../../../tests/support/assignment-facts.ts';
import { aPerson, anAssignment, anOrganisation } from '../../../../tests/support/builders.ts';
import { openScene, ROLE_NAMES } from '../../../../tests/support/scene.ts';
import { openTestApp, TEST_DAY, type TestApp } from '../../../../tests/support/test-app.ts';
import { recordAcceptance } from '../services/acceptance.ts';
import { moveAssignment, type PlainVerb } from '../services/assignment-moves.ts';
import { reportComplete } from '../services/claims.ts';
import { setDeadline } from '../services/deadlines.ts';
import { withdrawEvidence } from '../services/evidence-withdrawal.ts';
import { decideClaim } from '../services/reviews.ts';
import { setOwner } from '../services/ownership.ts';
import { holdPost } from '../services/post-holders.ts';
import { addUpdate } from '../services/progress-updates.ts';
import { endWaiting, recordWaiting } from '../services/waiting.ts';
import { readAssignment } from './assignment.ts';
import { readAssignments } from './assignments.ts';
import { readDashboard } from './dashboard.ts';
import { registerBegan, viewOf } from './looking-back.ts';
import { readOrganisation } from './organisation.ts';
import { readRecommendation } from './recommendation.ts';
import { readRecommendations } from './recommendations.ts';
import { readSummary } from './summary.ts';

const BEGAN = plainDate('2026-01-05');
const PAGE = { sort: 'reference', descending: false, page: 1 } as const;
const KENT = { reference: 'OIC-7', organisation: 'KENT' };

test('every page as at a day shows what it showed on that day, whatever happened since', async () => {
	const app = openTestApp();
	const { steps, onlooker } = await aYearOfSteps(app);
	const recorded: { day: PlainDate; pages: unknown }[] = [];
	for (const [index, step] of steps.entries()) {
		const day = addDays(BEGAN, index + 1);
		app.goTo(day);
		await step();
		recorded.push({ day, pages: await pagesOf({ ...app }, onlooker) });
	}
	app.goTo(TEST_DAY);
	for (const { day, pages } of recorded) {
		const { context, actor } = await viewOf(app, onlooker, day);
		expect(await pagesOf(context, actor), day).toEqual(pages);
	}
	const texts = recorded.map(({ pages }) => JSON.stringify(pages));
	expect(new Set(texts).size, 'a step that no page shows proves nothing').toBe(steps.length);
});

/** One step a day, through the services: what can be shown of an assignment changes with each. */
async function aYearOfSteps(app: TestApp) {
	app.goTo(BEGAN);
	const kent = await anOrganisation(app, 'KENT');
	const essex = await anOrganisation(app, 'ESSEX');
	const inspector = await aPerson(app, 'inspector');
	const lead = await aPerson(app, ['lead', kent]);
	const about = await anAssignment(app, kent);
	await anAssignment(app, essex);
	const post = await aPost(app, kent, 'Head of Crime', 'Alex Doe');
	const form = () => aForm(app, about);
	const move = (actor: Actor, verb: PlainVerb) => async () =>
		moveAssignment(app, actor, KENT, {
			...(await form()),
			verb,
			reason: `Reason of ${verb}`
		});
	const decide = (verdict: Verdict) => async () =>
		decideClaim(app, inspector, KENT, {
			...(await form()),
			...{ verdict, reason: `Reason of ${verdict}`, basis: 'later-inspection', findings: [] }
		});
	const due = (day: string) => async () =>
		setDeadline(app, inspector, KENT, {
			...(await form()),
			...{ kind: 'fixed-day', rule: 'As set', setBy: 'inspectorate', reason: 'Agreed' },
			lastDay: plainDate(day)
		});
	const item = { key: '' };
	const claim = async () =>
		reportComplete(app, lead, KENT, {
			...(await form()),
			statement: 'It is done',
			links: [{ point: 'whole', evidenceKey: item.key }]
		});
	const steps = [
		due('2026-01-20'),
		async () => setOwner(app, lead, KENT, { ...(await form()), postId: post }),
		async () =>
			recordAcceptance(app, lead, KENT, { ...(await form()), acceptance: 'accepted', reason: '' }),
		move(lead, 'start'),
		async () => addUpdate(app, lead, KENT, { ...(await form()), narrative: 'We have begun' }),
		async () => {
			item.key = (await anItemOfEvidence(app, about, lead)).key;
		},
		due('2026-02-20'),
		claim,
		decide('return'),
		() => holdPost(app, lead, post, { name: 'Kim Poe' }),
		move(lead, 'resume'),
		async () =>
			recordWaiting(app, lead, KENT, {
				...(await form()),
				...{ onReference: 'OIC-7', onOrganisation: 'ESSEX', reason: 'Theirs comes first' },
				reviewOn: plainDate('2026-06-01')
			}),
		async () => endWaiting(app, lead, KENT, { ...(await form()), reason: 'They have done it' }),
		claim,
		decide('confirm'),
		move(inspector, 'reopen'),
		() => withdrawEvidence(app, lead, item.key, { submissionKey: aKey(), reason: 'Out of date' }),
		async () => setOwner(app, lead, KENT, { ...(await form()), postId: null }),
		move(inspector, 'set-no-further-action')
	];
	return { steps, onlooker: asOnlooker(inspector) };
}

/** What the pages are drawn from, but for the version that forms send and the plan, which is kept as it is. */
async function pagesOf(app: Parameters<typeof readAssignment>[0], actor: Actor) {
	const assignment = await readAssignment(app, actor, KENT, { wholeHistory: true });
	return {
		assignment: { ...assignment, version: null, plan: null },
		list: await readAssignments(app, actor, undefined, NO_FILTER, PAGE),
		recommendation: await readRecommendation(app, actor, 'OIC-7', NO_FILTER, PAGE),
		recommendations: await readRecommendations(app, actor),
		organisation: await readOrganisation(app, actor, 'KENT', undefined, NO_FILTER, PAGE),
		summary: await readSummary(app, actor, {}),
		dashboard: await readDashboard(app, actor, { inspection: undefined, filter: NO_FILTER })
	};
}

test('a day before the register began, one to come and one that is none are refused', async () => {
	const app = openTestApp();
	const inspector = await aPerson(app, 'inspector');
	await expect(viewOf(app, inspector, TEST_DAY)).rejects.toMatchObject({
		...{ code: 'as-at-before-register', facts: { began: null } }
	});
	app.goTo(BEGAN);
	await anAssignment(app, await anOrganisation(app, 'KENT'));
	app.goTo(TEST_DAY);
	expect(await registerBegan(app.db.read)).toBe(BEGAN);
	const refusals = [
		[addDays(BEGAN, -1), 'as-at-before-register'],
		[addDays(plainDate(TEST_DAY), 1), 'as-at-after-today'],
		['2026-02-30', 'as-at-not-a-day'],
		["2026-01-05' or 1", 'as-at-not-a-day']
	] as const;
	for (const [text, code] of refusals) {
		await expect(viewOf(app, inspector, text), text).rejects.toMatchObject({ code, field: 'day' });
	}
	for (const day of [BEGAN, TEST_DAY]) {
		expect((await viewOf(app, inspector, day)).asAt).toBe(day);
	}
	expect((await viewOf(app, inspector, null)).asAt).toBeUndefined();
});

test('whoever looks back sees what they see today, and may change nothing', async () => {
	const scene = await openScene(openTestApp());
	const READS = ['read-assignment', 'read-organisation', 'read-summary'] as const;
	for (const role of ROLE_NAMES) {
		const now = scene.people[role];
		const then = asOnlooker(now);
		for (const organisationId of [scene.kent, scene.essex]) {
			for (const read of READS) {
				const subject = { organisationId };
				expect(can(then, read, subject), `${role}: ${read}`).toBe(can(now, read, subject));
			}
			const changes = ACTIONS.filter((action) => !/^read-|^download-/.test(action));
			expect(changes.filter((action) => can(then, action, { organisationId }))).toEqual([]);
		}
	}
});

test('nothing is written by whoever looks back, even by a mistake of ours', async () => {
	const app = openTestApp();
	const kent = await anOrganisation(app, 'KENT');
	await anAssignment(app, kent);
	const { context, actor } = await viewOf(app, await aPerson(app, ['lead', kent]), TEST_DAY);
	const move = { verb: 'start', version: 1, submissionKey: aKey() } as const;
	await expect(moveAssignment(context, actor, KENT, move)).rejects.toThrow('not written to');
});
