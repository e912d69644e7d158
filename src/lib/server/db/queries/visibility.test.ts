import { ROLES, type Actor, type RoleHolding } from '#lib/domain/actor.ts';
import { can } from '#lib/domain/policy.ts';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { anAssignment, anOrganisation } from '../../../../../tests/support/builders.ts';
import { outcomeOf } from '../../../../../tests/support/refusals.ts';
import { openTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { assignment, evidence, organisation } from '../schema/tables.ts';
import { findAssignment } from './assignment.ts';
import { isInSight, sightOf, visibleTo } from './visibility.ts';

const CODES = ['KENT', 'ESSEX', 'NCA', 'BSC', 'ROCU'];

let app: TestApp;
let organisationIds: number[];
let assignments: Awaited<ReturnType<typeof stageAll>>;

beforeEach(async () => {
	app = openTestApp();
	organisationIds = [];
	for (const code of CODES) organisationIds.push(await anOrganisation(app, code));
	assignments = await stageAll();
});

describe('what SQL selects for an actor is what the policy says, whatever roles they hold', () => {
	test('of assignments', async () => {
		await forAnyActor(async (actor) => {
			const rows = await app.db.read
				.select({ id: assignment.id })
				.from(assignment)
				.where(visibleTo(actor, assignment.organisationId))
				.orderBy(assignment.id);
			const allowed = assignments.filter((each) => can(actor, 'read-assignment', each));
			expect(rows.map(({ id }) => id)).toEqual(allowed.map(({ id }) => id));
		});
	});

	test('of assignments, by a query that was put together before anybody asked', async () => {
		const prepared = app.db.read
			.select({ id: assignment.id })
			.from(assignment)
			.where(isInSight(assignment.organisationId))
			.orderBy(assignment.id)
			.prepare();
		await forAnyActor(async (actor) => {
			const rows = prepared.all(sightOf(actor));
			const allowed = assignments.filter((each) => can(actor, 'read-assignment', each));
			expect(rows.map(({ id }) => id)).toEqual(allowed.map(({ id }) => id));
		});
	});

	test('of organisations', async () => {
		await forAnyActor(async (actor) => {
			const rows = await app.db.read
				.select({ id: organisation.id })
				.from(organisation)
				.where(visibleTo(actor, organisation.id))
				.orderBy(organisation.id);
			expect(rows.map(({ id }) => id)).toEqual(
				organisationIds.filter((organisationId) =>
					can(actor, 'read-organisation', { organisationId })
				)
			);
		});
	});

	test('one at a time, by name', async () => {
		await forAnyActor(async (actor) => {
			for (const each of assignments) {
				const outcome = await outcomeOf(findAssignment(app.db.read, actor, each));
				expect(outcome).toBe(can(actor, 'read-assignment', each) ? 'done' : 'not-found');
			}
		});
	});

	test('and inside a larger condition it still narrows', async () => {
		const stranger = anActor([]);
		const rows = await app.db.read
			.select()
			.from(assignment)
			.leftJoin(evidence, eq(evidence.assignmentId, assignment.id))
			.where(visibleTo(stranger, assignment.organisationId));
		expect(rows).toEqual([]);
	});
});

test.each(['OIC-7', 'OIC-07', 'oic-7', 'OIC-7 ', 'OIC-0', "OIC-7' or 1=1", '', 'OTHER-7'])(
	'the reference %j names an assignment only when it is written as one',
	async (reference) => {
		const inspector = anActor([{ role: 'inspector', organisationId: null }]);
		const name = { reference, organisation: 'KENT' };
		const outcome = await outcomeOf(findAssignment(app.db.read, inspector, name));
		expect(outcome).toBe(reference === 'OIC-7' ? 'done' : 'not-found');
	}
);

async function stageAll() {
	const made = [];
	for (const organisationId of organisationIds) {
		for (const number of [7, 8]) {
			made.push({ ...(await anAssignment(app, organisationId, { number })), organisationId });
		}
	}
	return made;
}

/** Also holdings that no form would give, such as an administrator of one organisation. */
async function forAnyActor(check: (actor: Actor) => Promise<void>): Promise<void> {
	const holding: fc.Arbitrary<RoleHolding> = fc.record({
		role: fc.constantFrom(...ROLES),
		organisationId: fc.constantFrom(null, ...organisationIds, 4711)
	});
	await fc.assert(
		fc.asyncProperty(fc.array(holding, { maxLength: 5 }), (roles) => check(anActor(roles))),
		{ numRuns: 200 }
	);
}

function anActor(roles: readonly RoleHolding[]): Actor {
	return { personId: 1, name: 'Alex Doe', email: 'alex@tracker.test', roles };
}
