import { plainDate } from '#lib/domain/plain-date.ts';
import { ACCEPTANCES } from '#lib/domain/acceptance.ts';
import { ASSIGNMENT_STATUSES } from '#lib/domain/status.ts';
import type { Queryable } from '#lib/server/db/open.ts';
import {
	assignment,
	inspection,
	organisation,
	post,
	recommendation,
	reportingPeriod,
	waiting,
	waitingEnd
} from '#lib/server/db/schema/tables.ts';
import fc from 'fast-check';
import { noonOf, TEST_DAY, type TestApp } from './test-app.ts';

// Registers of any shape, for what must hold of every one of them.

const TODAY = plainDate(TEST_DAY);

/** Days around the test's own, so that every rule about dates is met from both sides. */
const aDay = fc.constantFrom(
	...['2025-11-30', '2026-01-15', '2026-02-01', '2026-02-27', '2026-02-28'].map(plainDate),
	...['2026-03-01', TEST_DAY, '2026-03-03', '2026-04-01', '2026-04-02', '2026-12-31'].map(plainDate)
);
const aPastDay = aDay.filter((day) => day <= TODAY);

const anyAssignment = fc.record({
	number: fc.integer({ min: 1, max: 4 }),
	organisation: fc.nat({ max: 4 }),
	status: fc.constantFrom(...ASSIGNMENT_STATUSES),
	acceptance: fc.constantFrom(...ACCEPTANCES),
	originalDueOn: fc.option(aDay),
	currentDueOn: fc.option(aDay),
	deadlineMoves: fc.nat({ max: 2 }),
	claimedOn: aPastDay,
	allocatedOn: aPastDay,
	askedSince: fc.option(aPastDay),
	statusOn: aPastDay,
	lastReportedOn: fc.option(aPastDay),
	isOwned: fc.boolean(),
	wait: fc.constantFrom('never', 'now', 'ended')
});

/** Up to fifteen assignments of five organisations, with none, one or two reporting periods. */
export function anyRegister(minLength = 0) {
	return fc.record({
		assignments: fc.uniqueArray(anyAssignment, {
			minLength,
			maxLength: 15,
			selector: ({ number, organisation }) => `${number}/${organisation}`
		}),
		periods: fc.constantFrom([], ['2026-02'], ['2026-02', '2026-03'], ['2026-01', '2026-02'])
	});
}

export type AnyRegister =
	ReturnType<typeof anyRegister> extends fc.Arbitrary<infer Shape> ? Shape : never;

/** Writes such a register as rows, at once. @returns the organisations' ids; codes are ORG0 to ORG4 */
export function buildRegister(app: TestApp, shape: AnyRegister): Promise<number[]> {
	return app.db.write(async (tx) => {
		const codes = [0, 1, 2, 3, 4].map((index) => `ORG${index}`);
		const organisations = await tx
			.insert(organisation)
			.values(
				codes.map((code) => ({
					...{ code, name: `${code} Police`, kind: 'police-force' as const },
					chiefOfficerTitle: 'Chief Constable'
				}))
			)
			.returning({ id: organisation.id });
		const ids = organisations.map(({ id }) => id);
		const posts = await tx
			.insert(post)
			.values(ids.map((organisationId) => ({ organisationId, title: 'Head of Crime' })))
			.returning({ id: post.id });
		const [about] = await tx
			.insert(inspection)
			.values({
				...{ code: 'OIC', title: 'Organised immigration crime', inspectorate: 'HMICFRS' },
				...{ publishedOn: plainDate('2025-05-16'), url: 'https://example.test', licence: 'OGL' }
			})
			.returning({ id: inspection.id });
		const inspectionId = about!.id;
		await addPeriods(tx, inspectionId, shape.periods);
		const recommendations = await tx
			.insert(recommendation)
			.values(
				[1, 2, 3, 4].map((number) => ({
					...{ inspectionId, number, title: `Recommendation ${number}`, theme: 'Targeting' }
				}))
			)
			.returning({ id: recommendation.id });
		for (const {
			number,
			organisation: index,
			isOwned,
			wait,
			claimedOn,
			...one
		} of shape.assignments) {
			const [made] = await tx
				.insert(assignment)
				.values({
					...one,
					inspectionId,
					recommendationId: recommendations[number - 1]!.id,
					organisationId: ids[index]!,
					capacity: 'lead',
					// Nothing has a current deadline without an original one, unless the date was taken away.
					originalDueOn: one.originalDueOn ?? one.currentDueOn,
					ownerPostId: isOwned ? posts[index]!.id : null,
					claimedOn: one.status === 'reported-complete' ? claimedOn : null
				})
				.returning({ id: assignment.id });
			if (wait !== 'never') await addWait(tx, made!.id, wait === 'ended');
		}
		return ids;
	});
}

async function addWait(tx: Queryable, assignmentId: number, isEnded: boolean): Promise<void> {
	const about = { assignmentId, at: noonOf(TEST_DAY), onDay: TODAY };
	const [row] = await tx
		.insert(waiting)
		.values({ ...about, onAssignmentId: assignmentId, reason: 'First things', reviewOn: TODAY })
		.returning({ id: waiting.id });
	if (isEnded) await tx.insert(waitingEnd).values({ ...about, waitingId: row!.id });
}

const LAST_DAYS: Readonly<Record<string, string>> = { '2026-01': '31', '2026-02': '28' };

async function addPeriods(
	tx: Queryable,
	inspectionId: number,
	months: readonly string[]
): Promise<void> {
	for (const month of months) {
		const opensOn = plainDate(`${month}-01`);
		const closesOn = plainDate(`${month}-${LAST_DAYS[month] ?? '31'}`);
		await tx.insert(reportingPeriod).values({ inspectionId, opensOn, closesOn });
	}
}
