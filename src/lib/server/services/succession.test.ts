import { can } from '#lib/domain/policy.ts';
import { reconciles } from '#lib/domain/movement.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import type { AssignmentStatus } from '#lib/domain/status.ts';
import { countHandover } from '#lib/domain/succession.ts';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, aKey, aWait } from '../../../../tests/support/assignment-facts.ts';
import { anOrganisation } from '../../../../tests/support/builders.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { anExemptionRequest } from '../../../../tests/support/exemption.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { openScene, ROLE_NAMES, stage, type Scene } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { findDisagreements } from '../db/queries/projection.ts';
import { assignment, recheck } from '../db/schema/tables.ts';
import { readAssignment } from '../reads/assignment.ts';
import { readSummary } from '../reads/summary.ts';
import { setDeadline } from './deadlines.ts';
import { endOrganisation, planOf } from './succession.ts';

let app: TestApp;
let scene: Scene;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	await stage(app, scene, 'in-progress', 1);
	await stage(app, scene, 'reported-complete', 2);
	await stage(app, scene, 'not-applicable', 3);
	await stage(app, scene, 'confirmed', 4);
	await stage(app, scene, 'confirmed', 1, scene.essex);
	await stage(app, scene, 'in-progress', 4, scene.essex);
	app.goTo('2026-04-01');
});

describe('a body that ends hands over', () => {
	test('every assignment, each linked to where it goes on, and closes those that were not', async () => {
		await end();
		expect(statusesOf('KENT')).toEqual({
			...{ 'OIC-1': 'no-further-action', 'OIC-2': 'no-further-action' },
			...{ 'OIC-3': 'not-applicable', 'OIC-4': 'no-further-action' }
		});
		expect(statusesOf('ESSEX')).toEqual({
			...{ 'OIC-1': 'in-progress', 'OIC-2': 'reported-complete' },
			...{ 'OIC-3': 'not-applicable', 'OIC-4': 'in-progress' }
		});
		expect(rowsOf(app, 'assignment_succession')).toHaveLength(4);
		expect(bodyOf('KENT')).toMatchObject({ valid_to: '2026-03-31', successor_id: scene.essex });
	});

	test('without deleting anything: what it wrote stays with its own assignments', async () => {
		const before = Object.fromEntries(KEPT.map((table) => [table, rowsOf(app, table)]));
		await end();
		for (const table of KEPT) {
			expect(rowsOf(app, table).slice(0, before[table]!.length)).toEqual(before[table]);
		}
	});

	test('a claim with whoever made it, so that they still do not decide it', async () => {
		await end();
		const claim = rowsOf(app, 'assignment').find(
			(row) => row.organisation_id === scene.essex && row.status === 'reported-complete'
		);
		expect(claim).toMatchObject({
			...{ claimed_by: scene.claimant.personId, claimed_on: '2026-04-01' }
		});
	});

	test('its dates with every move of them, and the earlier day where two become one', async () => {
		app.goTo('2026-03-02');
		await due(2, 'KENT', '2026-06-30');
		await due(2, 'KENT', '2026-09-30');
		await due(1, 'KENT', '2026-05-31');
		app.goTo('2026-04-01');
		await end();
		const dates = ({ original_due_on, current_due_on, deadline_moves }: Row) => [
			...[original_due_on, current_due_on, deadline_moves]
		];
		expect(dates(assignmentOf(2, 'ESSEX'))).toEqual(['2026-06-30', '2026-09-30', 1]);
		expect(dates(assignmentOf(2, 'KENT'))).toEqual(['2026-06-30', '2026-09-30', 1]);
		expect(dates(assignmentOf(1, 'ESSEX'))).toEqual(['2026-05-31', '2026-05-31', 0]);
	});

	test('so that all columns say what the history says, and the movement adds up', async () => {
		const { inspector } = scene.people;
		const disagreeing = async () =>
			(await findDisagreements(app.db.read)).map((one) => `${one.reference} ${one.column}`);
		const before = await disagreeing();
		await end();
		// The scene writes rows without all of their history; handing over adds none.
		expect((await disagreeing()).filter((one) => !before.includes(one))).toEqual([]);
		const summary = await readSummary(app, inspector, { since: plainDate('2026-03-15') });
		expect(summary.movement).toEqual({
			...{ opening: 3, added: 2, reopened: 1, confirmed: 0, closedOtherwise: 3, closing: 3 }
		});
		expect(reconciles(summary.movement)).toBe(true);
	});

	test('those who wait for it wait for the successor, and what it asked is withdrawn', async () => {
		const third = await anOrganisation(app, 'SURREY');
		const waiter = await stage(app, scene, 'in-progress', 1, third);
		const kent = assignmentOf(1, 'KENT');
		await aWait(app, waiter, { id: Number(kent.id) });
		await anExemptionRequest(app, { id: Number(kent.id) }, scene.claimant);
		await end();
		const essex = assignmentOf(1, 'ESSEX');
		expect(rowsOf(app, 'waiting_end')).toHaveLength(1);
		expect(lastRowOf(app, 'waiting')).toMatchObject({
			...{ assignment_id: waiter.id, on_assignment_id: essex.id, reason: 'Theirs comes first' }
		});
		expect(rowsOf(app, 'exemption_withdrawal')).toHaveLength(1);
	});

	test('leaving every earlier day as it was', async () => {
		const asItWas = () =>
			app.db
				.asAt(plainDate('2026-03-31'))
				.select({
					id: assignment.id,
					status: assignment.status,
					originalDueOn: assignment.originalDueOn,
					currentDueOn: assignment.currentDueOn,
					claimedBy: assignment.claimedBy
				})
				.from(assignment);
		const before = await asItWas();
		await end();
		expect(before.length).toBeGreaterThan(5);
		expect(await asItWas()).toEqual(before);
	});

	test('the day on which what was confirmed is looked at again', async () => {
		await stage(app, scene, 'confirmed', 5);
		const { id } = assignmentOf(5, 'KENT');
		const day = plainDate('2026-09-30');
		const confirmationId = Number(
			rowsOf(app, 'status_change').find((row) => row.assignment_id === id)?.id
		);
		await app.db.write(async (tx) => {
			const about = { at: 1, onDay: plainDate('2026-03-02'), assignmentId: Number(id) };
			await tx.insert(recheck).values({ ...about, confirmationId, dueOn: day });
			await tx
				.update(assignment)
				.set({ recheckOn: day })
				.where(eq(assignment.id, Number(id)));
		});
		await end();
		expect(assignmentOf(5, 'KENT').recheck_on).toBeNull();
		expect(assignmentOf(5, 'ESSEX').recheck_on).toBe(day);
		const asAt = app.db.asAt(plainDate('2026-04-01'));
		const [then] = await asAt
			.select({ recheckOn: assignment.recheckOn })
			.from(assignment)
			.where(eq(assignment.id, Number(assignmentOf(5, 'ESSEX').id)));
		expect(then?.recheckOn).toBe(day);
	});

	test('linked both ways, to whoever may follow', async () => {
		await end();
		const { inspector, 'own lead': lead } = scene.people;
		const read = (actor: typeof inspector, organisation: string) =>
			readAssignment(app, actor, { reference: 'OIC-2', organisation }, { wholeHistory: false });
		const body = { onDay: '2026-04-01', isOpenToActor: true };
		expect((await read(inspector, 'KENT')).succession).toEqual({
			to: { code: 'ESSEX', name: 'Essex Police', ...body },
			from: []
		});
		expect((await read(inspector, 'ESSEX')).succession).toEqual({
			to: null,
			from: [{ code: 'KENT', name: 'Kent Police', ...body }]
		});
		expect((await read(lead, 'KENT')).succession.to?.isOpenToActor).toBe(false);
	});

	test('and the trail says so for both', async () => {
		await end();
		const { name } = scene.people.administrator;
		const sentences = rowsOf(app, 'audit_entry').map(({ sentence }) => sentence);
		expect(sentences).toContain(`${name} handed over OIC-2 from Kent Police to Essex Police.`);
		expect(sentences).toContain(`${name} let Essex Police take over OIC-2 from Kent Police.`);
		expect(sentences.at(-1)).toBe(
			`${name} recorded that Kent Police ended on 31 March 2026, and that Essex Police takes over 4 assignments.`
		);
	});
});

describe('it is refused, and nothing is changed,', () => {
	test.each(ROLE_NAMES)('to %s, unless the policy grants it', async (role) => {
		const before = databaseImage(app);
		const may = can(scene.people[role], 'manage-organisations');
		expect(await outcomeOf(end({ by: role }))).toBe(may ? 'done' : 'not-allowed');
		if (!may) expect(databaseImage(app)).toBe(before);
	});

	test.each([
		['own-successor', { successor: 'KENT' }],
		['unknown-organisation', { successor: 'ATLANTIS' }],
		['assignments-remain', { successor: null }],
		['date-in-future', { lastDay: '2026-04-02' }],
		['reason-needed', { reason: ' \u200b' }],
		['counts-changed', { handed: 3 }]
	] as const)('%s', async (code, more) => {
		const before = databaseImage(app);
		expect(await outcomeOf(end(more))).toBe(code);
		expect(databaseImage(app)).toBe(before);
	});

	test('a second time, and into a body that has ended', async () => {
		await end();
		expect(await outcomeOf(end())).toBe('organisation-ended');
		await anOrganisation(app, 'SURREY');
		expect(await outcomeOf(end({ code: 'SURREY', successor: 'KENT' }))).toBe('organisation-ended');
	});

	test('sent twice at once, it is done once', async () => {
		const submissionKey = aKey();
		const both = [end({ submissionKey }), end({ submissionKey })];
		const outcomes = await Promise.all(both.map(outcomeOf));
		expect(outcomes.toSorted()).toEqual(['already-submitted', 'done']);
		expect(rowsOf(app, 'assignment_succession')).toHaveLength(4);
	});
});

test('a body to which nothing falls ends without a successor', async () => {
	await anOrganisation(app, 'SURREY');
	await end({ code: 'SURREY', successor: null });
	expect(bodyOf('SURREY')).toMatchObject({ valid_to: '2026-03-31', successor_id: null });
});

type Row = ReturnType<typeof lastRowOf>;

/** Tables in which rows are only ever added. */
const KEPT = [
	...['status_change', 'evidence', 'post', 'post_holder', 'person_role', 'receipt'],
	...['deadline_revision', 'progress_update', 'audit_entry']
];

async function end(
	more: {
		by?: (typeof ROLE_NAMES)[number];
		code?: string;
		successor?: string | null;
		lastDay?: string;
		reason?: string;
		handed?: number;
		submissionKey?: string;
	} = {}
) {
	const { by = 'administrator', code = 'KENT', successor = 'ESSEX' } = more;
	const idOf = (of: string | null) => (of === null ? null : Number(bodyOf(of)?.id ?? 0) || null);
	const plan = await planOf(app.db.read, idOf(code)!, idOf(successor));
	const counts = countHandover(plan);
	await endOrganisation(app, scene.people[by], code, {
		successor,
		lastDay: plainDate(more.lastDay ?? '2026-03-31'),
		reason: more.reason ?? 'The two forces merged',
		seen: { ...counts, ...(more.handed === undefined ? {} : { handed: more.handed }) },
		submissionKey: more.submissionKey ?? aKey()
	});
}

async function due(number: number, organisation: string, lastDay: string) {
	const name = { reference: `OIC-${number}`, organisation };
	const { id } = assignmentOf(number, organisation);
	const form = await aForm(app, { id: Number(id) });
	await setDeadline(app, scene.people.inspector, name, {
		...form,
		...{ kind: 'fixed-day', lastDay: plainDate(lastDay), rule: 'As said' },
		...{ setBy: 'inspectorate', reason: 'Agreed' }
	});
}

function bodyOf(code: string): Row | undefined {
	return rowsOf(app, 'organisation').find((row) => row.code === code);
}

function assignmentOf(number: number, code: string): Row {
	const about = rowsOf(app, 'recommendation').find((row) => row.number === number);
	const body = bodyOf(code);
	return rowsOf(app, 'assignment').find(
		(row) => row.recommendation_id === about?.id && row.organisation_id === body?.id
	)!;
}

function statusesOf(code: string): Record<string, AssignmentStatus> {
	const body = bodyOf(code);
	const numbers = new Map(rowsOf(app, 'recommendation').map((row) => [row.id, row.number]));
	return Object.fromEntries(
		rowsOf(app, 'assignment')
			.filter((row) => row.organisation_id === body?.id)
			.map((row) => [
				`OIC-${String(numbers.get(row.recommendation_id))}`,
				row.status as AssignmentStatus
			])
	);
}
