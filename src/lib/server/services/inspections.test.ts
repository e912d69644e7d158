import { readFileSync } from 'node:fs';
import { Refusal } from '#lib/domain/refusal.ts';
import type { OrganisationRow } from '#lib/forms/organisation-row.ts';
import type { InspectionFile } from '#lib/forms/recommendation-row.ts';
import { asc, count, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { aPerson } from '../../../../tests/support/builders.ts';
import { openTestApp, TEST_DAY } from '../../../../tests/support/test-app.ts';
import { verifyChain } from '../audit/verify.ts';
import { assignment } from '../db/schema/assignment.ts';
import { auditEntry } from '../db/schema/audit.ts';
import { deadlineRevision, statusChange } from '../db/schema/history.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { recommendation, recommendationWording } from '../db/schema/recommendation.ts';
import { readInspectionFile } from '../exchange/inspection-file.ts';
import { readOrganisationsFile } from '../exchange/organisations-file.ts';
import { loadInspection } from './inspections.ts';
import { loadOrganisations } from './organisations.ts';

const ORGANISATIONS = content(
	readOrganisationsFile('o.csv', readFileSync('src/cli/seed/organisations.csv'))
);
const FILE = content(
	readInspectionFile('r.json', readFileSync('src/cli/seed/recommendations.json'), ORGANISATIONS)
);

describe('loading the register', () => {
	test('allocates 281 assignments, all not started and none with a deadline', async () => {
		const app = openTestApp();
		await loadOrganisations(app, null, ORGANISATIONS);
		expect(await loadInspection(app, null, FILE)).toBe(281);

		const perRecommendation = await app.db.read
			.select({ number: recommendation.number, bodies: count() })
			.from(assignment)
			.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
			.groupBy(recommendation.number)
			.orderBy(asc(recommendation.number));
		expect(perRecommendation.map(({ bodies }) => bodies)).toEqual([
			2, 2, 46, 4, 55, 10, 53, 53, 2, 54
		]);
		expect(
			await app.db.read
				.selectDistinct({
					status: assignment.status,
					allocatedOn: assignment.allocatedOn,
					acceptance: assignment.acceptance,
					due: assignment.currentDueOn
				})
				.from(assignment)
		).toEqual([
			{ status: 'not-started', allocatedOn: TEST_DAY, acceptance: 'not-recorded', due: null }
		]);
		expect(await app.db.read.select().from(deadlineRevision)).toEqual([]);
	});

	test('gives every assignment its first line of history', async () => {
		const app = openTestApp();
		await loadOrganisations(app, null, ORGANISATIONS);
		await loadInspection(app, null, FILE);
		const history = await app.db.read.select().from(statusChange);
		expect(new Set(history.map(({ assignmentId }) => assignmentId)).size).toBe(281);
		expect(history.every(({ verb, fromStatus }) => verb === 'allocate' && !fromStatus)).toBe(true);
	});

	test('keeps each working summary with where it comes from', async () => {
		const app = openTestApp();
		await loadOrganisations(app, null, ORGANISATIONS);
		await loadInspection(app, null, FILE);
		const wordings = await app.db.read.select().from(recommendationWording);
		expect(wordings).toHaveLength(10);
		expect(new Set(wordings.map(({ kind }) => kind))).toEqual(new Set(['working-summary']));
		expect(wordings[0]?.source).toMatch(/Lee Freeman/);
	});

	test('joins each force to its regional unit', async () => {
		const app = openTestApp();
		await loadOrganisations(app, null, ORGANISATIONS);
		const bodies = await app.db.read.select().from(organisation);
		const kent = bodies.find(({ code }) => code === 'KENT');
		expect(bodies.find(({ id }) => id === kent?.regionalUnitId)?.code).toBe('ERSOU');
		expect(bodies.find(({ code }) => code === 'MPS')?.regionalUnitId).toBeNull();
	});

	test('leaves a trail of readable sentences in an unbroken chain', async () => {
		const app = openTestApp();
		const administrator = await aPerson(app, 'administrator');
		await loadOrganisations(app, administrator, ORGANISATIONS);
		await loadInspection(app, administrator, FILE);
		const trail = await app.db.read.select().from(auditEntry).orderBy(auditEntry.sequence);
		const by = administrator.name;
		expect(trail.map(({ sentence }) => sentence).slice(0, 4)).toEqual([
			`${by} loaded 61 organisations.`,
			`${by} loaded the inspection “Improving the response to organised immigration crime”.`,
			`${by} loaded OIC-1, “Clarify roles and responsibilities”.`,
			`${by} allocated OIC-1 to 2 organisations.`
		]);
		expect(trail).toHaveLength(22);
		expect(await verifyChain(app.db.read)).toMatchObject({ entries: 22, brokenAt: null });
	});
});

describe('nothing is stored when', () => {
	const [first, ...others] = FILE.recommendations;

	test.each<[string, InspectionFile['recommendations'][number]['allocation']]>([
		['unknown-addressee', { lead: ['NOBODY'], contributing: [] }],
		['addressed-twice', { lead: ['KENT'], contributing: ['police-force:*'] }]
	])('the last recommendation has the problem %s', async (code, allocation) => {
		const app = openTestApp();
		await loadOrganisations(app, null, ORGANISATIONS);
		const file = { ...FILE, recommendations: [...others, { ...first!, allocation }] };
		await expect(loadInspection(app, null, file)).rejects.toMatchObject({ code });
		for (const table of [inspection, recommendation, assignment, statusChange]) {
			expect(await app.db.read.select().from(table)).toEqual([]);
		}
		expect(await app.db.read.select().from(auditEntry)).toHaveLength(1);
	});

	test('the inspection is there already', async () => {
		const app = openTestApp();
		await loadOrganisations(app, null, ORGANISATIONS);
		await loadInspection(app, null, FILE);
		await expect(loadInspection(app, null, FILE)).rejects.toMatchObject({
			code: 'inspection-exists'
		});
		expect(await app.db.read.select().from(assignment)).toHaveLength(281);
	});

	test('one organisation of many is there already, or belongs to a unit that is not', async () => {
		const app = openTestApp();
		const kent = ORGANISATIONS.filter(({ code }) => code === 'KENT');
		await expect(loadOrganisations(app, null, kent)).rejects.toMatchObject({
			code: 'unknown-organisation'
		});
		expect(await app.db.read.select().from(organisation)).toEqual([]);
		await loadOrganisations(app, null, ORGANISATIONS.slice(-9));
		await expect(loadOrganisations(app, null, ORGANISATIONS)).rejects.toMatchObject({
			code: 'organisation-exists'
		});
		expect(await app.db.read.select().from(organisation)).toHaveLength(9);
	});

	test.each(['inspector', 'observer'] as const)('an %s asks for it', async (role) => {
		const app = openTestApp();
		const actor = await aPerson(app, role);
		await expect(loadOrganisations(app, actor, ORGANISATIONS)).rejects.toThrow(Refusal);
		await expect(loadInspection(app, actor, FILE)).rejects.toMatchObject({ code: 'not-allowed' });
		expect(await app.db.read.select().from(organisation)).toEqual([]);
	});
});

function content<T extends InspectionFile | OrganisationRow[]>(
	read: { ok: true; content: T } | { ok: false; problems: readonly unknown[] }
): T {
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return read.content;
}
