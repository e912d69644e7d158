import { freshnessOf } from '#lib/domain/freshness.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { addDays, plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { WORKABLE, type Verb } from '#lib/domain/status.ts';
import { desc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { makeMove } from '../../../../tests/support/moves.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { findDisagreements } from '../db/queries/projection.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { assignment } from '../db/schema/assignment.ts';
import { inspection, reportingPeriod } from '../db/schema/inspection.ts';
import { owedUpdate } from '../db/schema/reporting.ts';
import { addUpdate } from './progress-updates.ts';
import { keepReportingPeriods } from './reporting-periods.ts';

const DEEDS = ['update', 'claim', 'withdraw', 'return', 'confirm', 'close', 'reopen'] as const;

/** Days that pass, whether the service is up and keeps the periods, and then what is done. */
const aDay = fc.record({
	pass: fc.integer({ min: 1, max: 16 }),
	isUp: fc.boolean(),
	deeds: fc.array(fc.tuple(fc.constantFrom(...DEEDS), fc.nat({ max: 2 })), { maxLength: 3 })
});

test('freshness says of every assignment what the rows of what it owed say, on every day of any history', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(aDay, { minLength: 8, maxLength: 20 }),
			fc.constantFrom('monthly' as const, 'quarterly' as const),
			async (days, rhythm) => {
				const app = openTestApp();
				const scene = await openScene(app);
				const staged = [
					await stage(app, scene, 'in-progress', 1),
					await stage(app, scene, 'not-started', 2),
					await stage(app, scene, 'in-progress', 3, scene.essex)
				];
				await app.db.write((tx) => tx.update(inspection).set({ rhythm }));
				let today = plainDate('2026-03-02');
				for (const { pass, isUp, deeds } of days) {
					today = addDays(today, pass);
					app.goTo(today);
					if (isUp) await keepReportingPeriods(app);
					for (const [deed, index] of deeds) await attempt(app, scene, staged[index]!, deed);
					for (const { id } of staged) await agree(app, id, today);
				}
				const wrong = await findDisagreements(app.db.read);
				expect(wrong.filter(({ column }) => column === 'askedSince')).toEqual([]);
				app.close();
			}
		),
		{ numRuns: 25 }
	);
}, 120_000);

async function agree(app: TestApp, id: number, today: PlainDate): Promise<void> {
	const [stands] = await app.db.read.select().from(assignment).where(eq(assignment.id, id));
	const rows = await app.db.read
		.select({
			opensOn: reportingPeriod.opensOn,
			closesOn: reportingPeriod.closesOn,
			closedAt: reportingPeriod.closedAt,
			periodId: reportingPeriod.id,
			outcome: owedUpdate.outcome,
			outcomeOn: owedUpdate.outcomeOn
		})
		.from(reportingPeriod)
		.leftJoin(owedUpdate, eq(owedUpdate.periodId, reportingPeriod.id))
		.where(eq(owedUpdate.assignmentId, id))
		.orderBy(desc(reportingPeriod.opensOn));
	const periods = await latestPeriods(app.db.read, stands!.inspectionId, today);
	const said = freshnessOf(stands!, periods, today);
	const note = JSON.stringify({ today, stands, rows, said });
	for (const row of rows) {
		// A period that was closed has settled everything, and one that runs has settled what is known.
		if (row.closedAt !== null) expect(row.outcome, note).not.toBeNull();
		if (row.outcome === 'reported') {
			expect(row.outcomeOn! >= row.opensOn && row.outcomeOn! <= row.closesOn, note).toBe(true);
		}
	}
	const [latest] = periods;
	const row = rows.find(({ opensOn }) => opensOn === latest?.opensOn);
	const previous = rows.find(({ opensOn }) => opensOn === periods[1]?.opensOn);
	const isLate = (one: typeof row) =>
		one !== undefined && stands!.lastReportedOn !== null && stands!.lastReportedOn >= one.opensOn;
	const isTheirs = WORKABLE.includes(stands!.status);
	const isSince = (one: typeof row) =>
		one !== undefined && (stands!.askedSince === null || stands!.askedSince < one.opensOn);
	if (!isTheirs) expect(said, note).toBeNull();
	else if (row?.outcome === 'reported') expect(said, note).toBe('reported');
	else if (row && isSince(row) && row.outcome === 'not-reported') {
		expect(said, note).toBe(isLate(row) ? 'reported' : 'not-reported');
	} else if (row && row.outcome === null && isLate(row)) {
		// It came after the last day, and before the period was closed.
		expect(row.closesOn < today, note).toBe(true);
		expect(said, note).toBe('reported');
	} else if (row && row.outcome === null && (stands!.askedSince ?? '') > row.closesOn) {
		// Closed and given back after its last day, before the period was closed. What was not reported then is in the
		// row as soon as that is settled; they have been asked only since, so that nobody is said to be silent now.
		expect(said, note).toBeNull();
	} else if (row && row.outcome === null) {
		const isOver = row.closesOn < today;
		const isMissed = previous && isSince(previous) && !isLate(previous);
		expect(said, note).toBe(isOver || isMissed ? 'not-reported' : 'owed');
		if (isMissed && previous.outcome !== null) {
			expect(previous.outcome, note).toBe('not-reported');
		}
	} else {
		// Nobody is said to owe what no row says that they owe.
		expect([null, 'reported'], note).toContain(said);
	}
}

/** Does it as somebody who may, where it fits how the assignment stands. */
async function attempt(
	app: TestApp,
	scene: Scene,
	staged: Staged,
	deed: (typeof DEEDS)[number]
): Promise<void> {
	const [stands] = await app.db.read.select().from(assignment).where(eq(assignment.id, staged.id));
	const { status, version } = stands!;
	const stamp = { version, submissionKey: aKey() };
	const isKents = staged.organisationId === scene.kent;
	const lead = scene.people[isKents ? 'own lead' : 'foreign lead'];
	const { inspector } = scene.people;
	const isTheirs = WORKABLE.includes(status);
	const isClaimed = status === 'reported-complete';
	if (deed === 'update' && (isTheirs || isClaimed)) {
		await addUpdate(app, lead, staged, { narrative: 'Done some', ...stamp });
	}
	const [verb, actor] = moveFor(deed, isTheirs, isClaimed, lead, inspector);
	if (verb === null) return;
	const said = { statement: 'All is done', reason: 'It had to be', basis: 'desk-review' } as const;
	await makeMove(app, actor, staged, { verb, ...said, ...stamp });
}

function moveFor(
	deed: (typeof DEEDS)[number],
	isTheirs: boolean,
	isClaimed: boolean,
	lead: Actor,
	inspector: Actor
): [Verb | null, Actor] {
	if (deed === 'claim' && isTheirs) return ['report-complete', lead];
	if (deed === 'withdraw' && isClaimed) return ['withdraw-claim', lead];
	if (deed === 'return' && isClaimed) return ['return', inspector];
	if (deed === 'confirm' && isClaimed) return ['confirm', inspector];
	if (deed === 'close' && isTheirs) return ['set-no-further-action', inspector];
	if (deed === 'reopen' && !isTheirs && !isClaimed) return ['reopen', inspector];
	return [null, inspector];
}
