import { freshnessOf, type ReportingPeriod } from '#lib/domain/freshness.ts';
import { addDays, plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { ASSIGNMENT_STATUSES, type AssignmentStatus } from '#lib/domain/status.ts';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAssignment, anOrganisation } from '../../../../../tests/support/builders.ts';
import { openTestApp, TEST_DAY } from '../../../../../tests/support/test-app.ts';
import { assignment } from '../schema/assignment.ts';
import { freshnessConditions, judgingDays } from './timeliness.ts';

const TODAY = plainDate(TEST_DAY);
const on = (days: number): PlainDate => addDays(TODAY, days);
const period = (opens: number, closes: number): ReportingPeriod => ({
	opensOn: on(opens),
	closesOn: on(closes)
});
const PREVIOUS = period(-60, -40);
const PERIODS: { name: string; periods: ReportingPeriod[] }[] = [
	{ name: 'none', periods: [] },
	{ name: 'one, open', periods: [period(-5, 5)] },
	{ name: 'one, on its last day', periods: [period(-5, 0)] },
	{ name: 'one, closed yesterday', periods: [period(-5, -1)] },
	{ name: 'two, the latest open', periods: [period(-5, 5), PREVIOUS] },
	{ name: 'two, the latest closed', periods: [period(-5, -1), PREVIOUS] }
];
const DAYS = [-70, -61, -60, -40, -39, -6, -5, -1, 0];
const OPEN = DAYS.map(on).flatMap((allocatedOn) =>
	[null, ...DAYS.map(on)].flatMap((lastReportedOn) =>
		[null, on(-60), on(-6), on(-5)].map((askedSince) => ({
			status: 'in-progress' as AssignmentStatus,
			allocatedOn,
			askedSince,
			lastReportedOn
		}))
	)
);
const OTHERS = ASSIGNMENT_STATUSES.map((status) => ({
	status,
	allocatedOn: on(-70),
	askedSince: null,
	lastReportedOn: null
}));

test.each(PERIODS)('periods: $name. The rule and its SQL say the same', async ({ periods }) => {
	const app = openTestApp();
	await anAssignment(app, await anOrganisation(app, 'KENT'));
	const conditions = Object.entries(freshnessConditions(judgingDays(periods, TODAY)));
	const asked = Object.fromEntries(
		conditions.map(([word, condition]) => [word, sql<number>`${condition}`])
	);
	for (const facts of [...OPEN, ...OTHERS]) {
		await app.db.write((tx) => tx.update(assignment).set(facts));
		const [said = {}] = await app.db.read.select(asked).from(assignment);
		const words = Object.keys(said).filter((word) => said[word] === 1);
		const expected = freshnessOf(facts, periods, TODAY);
		expect(words, JSON.stringify(facts)).toEqual(expected === null ? [] : [expected]);
	}
});
