import { freshnessOf, type ReportingPeriod } from '#lib/domain/freshness.ts';
import { addDays, plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { ASSIGNMENT_STATUSES, type AssignmentStatus } from '#lib/domain/status.ts';
import { expect, test } from 'vitest';
import { anAssignment, anOrganisation } from '../../../../../tests/support/builders.ts';
import { openTestApp, TEST_DAY } from '../../../../../tests/support/test-app.ts';
import { assignment } from '../schema/assignment.ts';
import { freshnessSql } from './timeliness.ts';

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
	[null, ...DAYS.map(on)].map((lastReportedOn) => ({
		status: 'in-progress' as AssignmentStatus,
		allocatedOn,
		lastReportedOn
	}))
);
const OTHERS = ASSIGNMENT_STATUSES.map((status) => ({
	status,
	allocatedOn: on(-70),
	lastReportedOn: null
}));

test.each(PERIODS)('periods: $name. The rule and its SQL say the same', async ({ periods }) => {
	const app = openTestApp();
	await anAssignment(app, await anOrganisation(app, 'KENT'));
	for (const facts of [...OPEN, ...OTHERS]) {
		await app.db.write((tx) => tx.update(assignment).set(facts));
		const [said] = await app.db.read
			.select({ freshness: freshnessSql(periods, TODAY) })
			.from(assignment);
		expect(said?.freshness, JSON.stringify(facts)).toBe(freshnessOf(facts, periods, TODAY));
	}
});
