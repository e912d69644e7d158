import { plainDate } from '#lib/domain/plain-date.ts';
import { can, type Action } from '#lib/domain/policy.ts';
import { seenText } from '#lib/domain/seen.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import {
	openScene,
	ROLE_NAMES,
	stage,
	type RoleName,
	type Scene
} from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { findInspection, inspectionFacts, organisationFacts } from '../db/queries/administered.ts';
import { findBody } from '../db/queries/allocated.ts';
import { addInspection, changeInspection, setInspection } from './inspection-changes.ts';
import {
	addOrganisation,
	changeOrganisation,
	type OrganisationFacts
} from './organisation-changes.ts';
import { addRecommendation, changeRecommendation, writeSummary } from './recommendations.ts';

const REPORT = { title: 'Custody', url: 'https://example.test/custody', licence: 'OGL v3.0' };
const SUMMARY = { text: 'Records are to be kept', source: 'The article' };
const BODY: OrganisationFacts = {
	name: 'The New Force',
	kind: 'police-force',
	region: 'Eastern',
	chiefOfficerTitle: 'Chief Constable',
	localPolicingBody: null,
	country: null,
	validFrom: plainDate('2026-04-01')
};

let app: TestApp;
let scene: Scene;
let seen: { inspection: string; organisation: string };

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	await stage(app, scene, 'in-progress');
	seen = {
		inspection: seenText(inspectionFacts(await findInspection(app.db.read, 'OIC'))),
		organisation: seenText(organisationFacts(await findBody(app.db.read, 'KENT')))
	};
});

/** Every verb, with the right it asks and what it leaves in the trail after the name. */
const VERBS: readonly (readonly [string, Action, string, (by: RoleName) => Promise<unknown>])[] = [
	['add an inspection', 'manage-inspections', 'added the inspection “Custody”.', addsInspection],
	[
		'change an inspection',
		'manage-inspections',
		'corrected the inspection OIC.',
		changesInspection
	],
	[
		'set an inspection',
		'set-inspection',
		'set for OIC that decisions need a second inspector and that what is confirmed is looked at again after 6 months.',
		setsInspection
	],
	[
		'add a recommendation',
		'manage-inspections',
		'added the recommendation OIC-11, “Keep records”.',
		addsRecommendation
	],
	[
		'retitle a recommendation',
		'manage-inspections',
		'gave OIC-7 the title “Keep records”, which was “Recommendation 7”, and the theme “Records”, which was “Targeting”.',
		retitles
	],
	['write a summary', 'manage-inspections', 'wrote another working summary of OIC-7.', writes],
	[
		'add an organisation',
		'manage-organisations',
		'added the organisation The New Force.',
		addsOrganisation
	],
	[
		'change an organisation',
		'manage-organisations',
		'corrected what is known of Kent Police, now called The New Force.',
		changesOrganisation
	]
];

describe.each(VERBS)('to %s', (_, action, sentence, act) => {
	test.each(ROLE_NAMES)('%s may where the policy says so', async (role) => {
		const before = databaseImage(app);
		const may = can(scene.people[role], action);
		expect(await outcomeOf(act(role))).toBe(may ? 'done' : 'not-allowed');
		if (!may) expect(databaseImage(app)).toBe(before);
	});

	test('is told in one sentence', async () => {
		await act('administrator');
		const { name } = scene.people.administrator;
		expect(lastRowOf(app, 'audit_entry').sentence).toBe(`${name} ${sentence}`);
	});
});

describe('what was changed meanwhile', () => {
	test.each([
		['an inspection', changesInspection],
		['its settings', setsInspection],
		['a title', retitles],
		['a summary', writes],
		['an organisation', changesOrganisation]
	])('is not overwritten: %s', async (_, act) => {
		const both = [act('administrator'), act('administrator')];
		expect((await Promise.all(both.map(outcomeOf))).toSorted()).toEqual(['done', 'stale']);
	});
});

test('a code or number is taken once, and a force has a region', async () => {
	await addsInspection('administrator');
	await addsRecommendation('administrator');
	await addsOrganisation('administrator');
	const before = databaseImage(app);
	expect(await outcomeOf(addsInspection('administrator'))).toBe('inspection-code-taken');
	expect(await outcomeOf(addsRecommendation('administrator'))).toBe('number-taken');
	expect(await outcomeOf(addsOrganisation('administrator'))).toBe('organisation-code-taken');
	const noRegion = addOrganisation(app, scene.people.administrator, {
		...{ ...BODY, region: null, code: 'OTHER', submissionKey: aKey() }
	});
	expect(await outcomeOf(noRegion)).toBe('region-needed');
	expect(databaseImage(app)).toBe(before);
});

test('a summary keeps the one before it, and says who wrote it', async () => {
	await writes('administrator');
	const [first] = rowsOf(app, 'recommendation_wording');
	expect(first).toMatchObject({
		...{ kind: 'working-summary', text: SUMMARY.text, source: SUMMARY.source },
		loaded_by: scene.people.administrator.personId
	});
});

function addsInspection(by: RoleName) {
	const facts = { code: 'LON', inspectorate: 'HMICFRS', publishedOn: plainDate('2026-03-01') };
	return addInspection(app, scene.people[by], { ...facts, ...REPORT, submissionKey: aKey() });
}

function changesInspection(by: RoleName) {
	const command = { ...REPORT, seen: seen.inspection, submissionKey: aKey() };
	return changeInspection(app, scene.people[by], 'OIC', command);
}

function setsInspection(by: RoleName) {
	const settings = { isCountersigned: true, recheckMonths: 6 };
	const command = { ...settings, seen: seen.inspection, submissionKey: aKey() };
	return setInspection(app, scene.people[by], 'OIC', command);
}

function addsRecommendation(by: RoleName) {
	const facts = { number: 11, title: 'Keep records', theme: 'Records' };
	const command = { ...facts, ...SUMMARY, submissionKey: aKey() };
	return addRecommendation(app, scene.people[by], 'OIC', command);
}

function retitles(by: RoleName) {
	const command = {
		...{ title: 'Keep records', theme: 'Records', submissionKey: aKey() },
		seen: seenText({ title: 'Recommendation 7', theme: 'Targeting' })
	};
	return changeRecommendation(app, scene.people[by], 'OIC-7', command);
}

function writes(by: RoleName) {
	const command = { ...SUMMARY, seen: seenText({ wording: null }), submissionKey: aKey() };
	return writeSummary(app, scene.people[by], 'OIC-7', command);
}

function addsOrganisation(by: RoleName) {
	return addOrganisation(app, scene.people[by], { ...BODY, code: 'NEW', submissionKey: aKey() });
}

function changesOrganisation(by: RoleName) {
	const command = { ...BODY, seen: seen.organisation, submissionKey: aKey() };
	return changeOrganisation(app, scene.people[by], 'KENT', command);
}
