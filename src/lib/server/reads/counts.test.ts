import { freshnessOf, type ReportingPeriod } from '#lib/domain/freshness.ts';
import { addDays, plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { ORPHAN_REASONS } from '#lib/domain/post.ts';
import { ASSIGNMENT_STATUSES, isOpen } from '#lib/domain/status.ts';
import { timelinessOf, wouldBeOverdueWithoutExtensions } from '#lib/domain/timeliness.ts';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPost } from '../../../../tests/support/assignment-facts.ts';
import { anAssignment, anOrganisation, aPerson } from '../../../../tests/support/builders.ts';
import { aHandover } from '../../../../tests/support/post-commands.ts';
import { openTestApp, TEST_DAY, type TestApp } from '../../../../tests/support/test-app.ts';
import { assignment } from '../db/schema/assignment.ts';
import { person } from '../db/schema/person.ts';
import { countBy, countOneAmongAll, noCounts, sumCounts, type Counts } from './counts.ts';

const TODAY = plainDate(TEST_DAY);
const DAYS: PlainDate[] = [-40, -20, -10, -5, -1, 0, 1, 25, 30, 31].map((days) =>
	addDays(TODAY, days)
);
const period = (opens: number, closes: number): ReportingPeriod => ({
	opensOn: addDays(TODAY, opens),
	closesOn: addDays(TODAY, closes)
});
/** None yet; one open, one over; two of which the later is open, or over. */
const PERIODS = [
	[],
	[period(-5, 5)],
	[period(-10, -1)],
	[period(-5, 5), period(-40, -20)],
	[period(-10, -5), period(-40, -20)]
];
const HOW_MANY = 24;

const day = fc.constantFrom(...DAYS);
const dayOrNone = fc.option(day);
/** A current date without an original one, or the other way round, is not stored by any service. */
const dates = fc.oneof(
	fc.record({ originalDueOn: day, currentDueOn: dayOrNone }),
	fc.constant({ originalDueOn: null, currentDueOn: null })
);
const facts = fc
	.tuple(
		fc.record({
			status: fc.constantFrom(...ASSIGNMENT_STATUSES),
			claimedOn: dayOrNone,
			lastReportedOn: dayOrNone,
			allocatedOn: day,
			askedSince: dayOrNone,
			owner: fc.constantFrom('held' as const, ...ORPHAN_REASONS)
		}),
		dates
	)
	.map(([stored, due]) => ({ ...stored, ...due }));

test('counts by recommendation and by organisation are what the rules say of each assignment', async () => {
	const app = openTestApp();
	// The same assignments stand for others again and again.
	await app.db.write((tx) => tx.run('drop trigger assignment_original_due_on_stays'));
	const bodies: number[] = [];
	for (let index = 0; index < 3; index++) bodies.push(await anOrganisation(app, `FORCE${index}`));
	const posts = await postsOf(app, bodies[0]!);
	const staged: { id: number; group: number }[] = [];
	for (let index = 0; index < HOW_MANY; index++) {
		const group = bodies[index % 3]!;
		const { id } = await anAssignment(app, group, { number: 1 + Math.floor(index / 3) });
		staged.push({ id, group });
	}
	const [{ inspectionId } = { inspectionId: 0 }] = await app.db.read
		.select({ inspectionId: assignment.inspectionId })
		.from(assignment);
	await fc.assert(
		fc.asyncProperty(
			fc.array(facts, { minLength: HOW_MANY, maxLength: HOW_MANY }),
			fc.constantFrom(...PERIODS),
			async (all, periods) => {
				await app.db.write(async (tx) => {
					for (const [index, { owner, ...columns }] of all.entries()) {
						await tx
							.update(assignment)
							.set({ ...columns, ownerPostId: posts[owner] })
							.where(eq(assignment.id, staged[index]!.id));
					}
				});
				const scope = { inspectionId, periods, today: TODAY };
				const counted = await countBy(app.db.read, 'organisation', scope);
				for (const group of bodies) {
					const own = all.filter((_, index) => staged[index]!.group === group);
					expect(counted.get(group)).toEqual(judged(own, periods));
					const among = await countOneAmongAll(app.db.read, scope, group);
					expect(sumCounts([...among.one.values()])).toEqual(judged(own, periods));
					expect(among.all).toEqual(judged(all, periods));
				}
				const numbers = await countBy(app.db.read, 'recommendation', scope);
				const sums = [...numbers.values()].map(({ wouldBeOverdue }) => wouldBeOverdue);
				expect(sums.reduce((a, b) => a + b)).toBe(judged(all, periods).wouldBeOverdue);
			}
		),
		{ numRuns: 60 }
	);
});

/** A post for each way to be owned, or not to be. */
async function postsOf(app: TestApp, organisationId: number) {
	const gone = await aPost(app, organisationId, 'Held by somebody switched off');
	const holder = await aPerson(app, ['lead', organisationId]);
	await aHandover(app, gone, holder);
	await app.db.write((tx) =>
		tx.update(person).set({ deactivatedAt: 1 }).where(eq(person.id, holder.personId))
	);
	return {
		held: await aPost(app, organisationId, 'Held', 'Alex Doe'),
		'no-owner': null,
		'no-holder': await aPost(app, organisationId, 'Held by nobody'),
		'holder-gone': gone
	};
}

type Facts = typeof facts extends fc.Arbitrary<infer Each> ? Each : never;

function judged(all: readonly Facts[], periods: readonly ReportingPeriod[]): Counts {
	const counts = noCounts();
	for (const each of all) {
		counts.statuses[each.status] += 1;
		const timeliness = timelinessOf(each, TODAY);
		if (timeliness) counts.timeliness[timeliness] += 1;
		const freshness = freshnessOf(each, periods, TODAY);
		if (freshness) counts.freshness[freshness] += 1;
		if (wouldBeOverdueWithoutExtensions(each, TODAY)) counts.wouldBeOverdue += 1;
		if (isOpen(each.status) && each.owner !== 'held') counts.orphans[each.owner] += 1;
	}
	return counts;
}
