import { plainDate } from '#lib/domain/plain-date.ts';
import { readAssignmentListQuery } from '#lib/forms/assignment-filter.ts';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { anAssignment, anOrganisation, aPerson } from '../../../../tests/support/builders.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { owedUpdate, recommendation, reportingPeriod } from '../db/schema/tables.ts';
import { readAssignments } from './assignments.ts';
import { viewOf } from './looking-back.ts';

let app: TestApp;
let kent: number;

/** Kent has OIC-3 and OIC-7, Essex OIC-7 and the NCA OIC-17; only OIC-3 has another theme. */
beforeEach(async () => {
	app = openTestApp();
	app.goTo('2026-01-05');
	kent = await anOrganisation(app, 'KENT', { name: 'Kent Police' });
	const essex = await anOrganisation(app, 'ESSEX', { name: 'Essex Police' });
	const nca = await anOrganisation(app, 'NCA', { name: 'National Crime Agency' });
	const first = await anAssignment(app, kent, { number: 3 });
	const second = await anAssignment(app, kent, { number: 7 });
	await anAssignment(app, essex, { number: 7 });
	await anAssignment(app, nca, { number: 17 });
	await app.db.write(async (tx) => {
		await tx
			.update(recommendation)
			.set({ title: '100% of officers use face_match', theme: "Intelligence & 'data'" })
			.where(eq(recommendation.number, 3));
		const [about] = await tx.select().from(recommendation);
		const span = (opensOn: string, closesOn: string) => ({
			...{ inspectionId: about!.inspectionId, opensOn: plainDate(opensOn) },
			closesOn: plainDate(closesOn)
		});
		const [winter, spring] = await tx
			.insert(reportingPeriod)
			.values([span('2026-01-08', '2026-01-31'), span('2026-03-01', '2026-03-31')])
			.returning({ id: reportingPeriod.id });
		await tx.insert(owedUpdate).values([
			{ periodId: winter!.id, assignmentId: first.id },
			{ periodId: winter!.id, assignmentId: second.id },
			{ periodId: spring!.id, assignmentId: second.id }
		]);
	});
	app.goTo('2026-03-10');
});

test.each([
	['', 4],
	[`theme=${encodeURIComponent("Intelligence & 'data'")}`, 1],
	['theme=Targeting', 3],
	['theme=Targeting&organisation=KENT', 1],
	['theme=targeting', 0],
	['organisation=KENT&organisation=NCA', 3],
	['organisation=NOWHERE', 0],
	['period=2026-01-08', 2],
	['period=2026-03-01', 1],
	['period=2026-01-08&period=2026-03-01', 2],
	['period=2026-02-01', 0],
	['period=2026-01-08&as-at=2026-01-20', 2],
	['period=2026-03-01&as-at=2026-01-20', 0],
	['theme=Targeting&as-at=2026-01-20', 3],
	['organisation=KENT&q=oic-7&as-at=2026-01-20', 1],
	['q=police', 3],
	['q=KENT', 2],
	['q=OIC-7', 2],
	['q=oic-7/kent', 1],
	['q=7+kent', 1],
	['q=kent+crime', 0],
	['q=crime', 1],
	['q=100%25', 1],
	['q=%25', 1],
	['q=_', 1],
	['q=%27+or+1=1', 0],
	['q=nca', 1]
])('the list of ?%s has %i', async (text, expected) => {
	expect(await total(['inspector'], text)).toBe(expected);
});

test('the filter widens nobody’s view: what is another body’s looks like what there is not', async () => {
	const lead = [['lead', kent]] as const;
	expect(await total(lead, '')).toBe(2);
	for (const text of [
		'organisation=ESSEX',
		'q=essex',
		'q=oic-17',
		'organisation=NCA&period=2026-01-08'
	])
		expect(await total(lead, text), text).toBe(0);
	expect(await total(lead, 'organisation=ESSEX&organisation=KENT&q=police')).toBe(2);
});

async function total(roles: readonly ('inspector' | readonly ['lead', number])[], text: string) {
	const person = await aPerson(app, ...(roles as Parameters<typeof aPerson>[1][]));
	const { filter, asAt, ...page } = readAssignmentListQuery(new URLSearchParams(text));
	const { context, actor } = await viewOf(app, person, asAt ?? null);
	return (await readAssignments(context, actor, undefined, filter, page)).list.total;
}
