import { NO_FILTER, type AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import { plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { rollUp } from '#lib/domain/rollup.ts';
import { OPEN_STATUSES } from '#lib/domain/status.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAssignment, anOrganisation, aPerson } from '../../../../tests/support/builders.ts';
import { countQueries } from '../../../../tests/support/count-queries.ts';
import {
	aDayOfIt,
	aPast,
	LAST_DAY,
	liveThrough
} from '../../../../tests/support/random-history.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { organisation } from '../db/schema/tables.ts';
import { eq } from 'drizzle-orm';
import { readAssignments } from './assignments.ts';
import { readDashboardScope } from './dashboard-scope.ts';
import { readHistoryFigures } from './history-figures.ts';
import { viewOf } from './looking-back.ts';

const FILTERS: readonly Partial<AssignmentFilter>[] = [
	{},
	{ recommendation: [2] },
	{ organisation: ['KENT', 'DORSET'] }
];

test('each number of each line is the length of the list of that day, for any filter, reader and day looked back to', async () => {
	await fc.assert(
		fc.asyncProperty(
			aPast,
			fc.constantFrom(...FILTERS),
			fc.constantFrom('inspector', 'lead'),
			fc.option(aDayOfIt),
			async (past, narrowed, sight, asAt) => {
				const app = openTestApp();
				await liveThrough(app, past);
				const actor = await somebody(app, sight);
				const from = await firstDay(app);
				const day = asAt !== null && asAt >= from ? asAt : null;
				const filter = { ...NO_FILTER, ...narrowed };
				const figures = await figuresFor(app, actor, filter, day);
				const listed = (more: Partial<AssignmentFilter>, on: PlainDate | null) =>
					total(app, actor, { ...filter, ...more }, on);
				for (const { day: on, claimed, confirmed, due, originallyDue } of figures.progress) {
					expect(await listed({ dueBy: [on] }, day)).toBe(due);
					expect(await listed({ originallyDueBy: [on] }, day)).toBe(originallyDue);
					if (claimed === null || on < from) continue;
					const at = on === LAST_DAY ? null : on;
					const both = await listed({ status: ['reported-complete', 'confirmed'] }, at);
					expect([both, await listed({ status: ['confirmed'] }, at)]).toEqual([claimed, confirmed]);
				}
				expect(figures.gap.waiting).toBe(await listed({ status: ['reported-complete'] }, day));
				for (const { region, counts, bodies } of figures.regions) {
					const own = { region: [region ?? 'none'] as AssignmentFilter['region'] };
					expect(await listed(own, day)).toBe(rollUp(counts).total);
					if (sight === 'lead') expect(bodies.map(({ code }) => code)).toEqual(['KENT']);
				}
				for (const { number, slippage, forecast } of figures.recommendations) {
					if (filter.recommendation.length > 0) expect(filter.recommendation).toContain(number);
					const of = { recommendation: [number] };
					expect(await listed({ ...of, slipped: ['later'] }, day)).toBe(slippage.later);
					expect(await listed({ ...of, slipped: ['earlier'] }, day)).toBe(slippage.earlier);
					expect(await listed({ ...of, status: OPEN_STATUSES }, day)).toBe(forecast.open);
				}
			}
		),
		{ numRuns: 15 }
	);
}, 60_000);

test('costs two queries, and none the second time', async () => {
	const app = openTestApp();
	await anAssignment(app, await anOrganisation(app, 'KENT'));
	const actor = await aPerson(app, 'inspector');
	const query = { inspection: undefined, filter: NO_FILTER };
	const { scope, choices } = await readDashboardScope(app, actor, query);
	const read = () => readHistoryFigures(app.db.read, scope, choices);
	expect((await countQueries(app, read)).queries).toBe(2);
	expect((await countQueries(app, read)).queries).toBe(0);
});

test('whoever sees nothing is told of nothing', async () => {
	const app = openTestApp();
	await anAssignment(app, await anOrganisation(app, 'KENT'));
	const figures = await figuresFor(app, await aPerson(app), NO_FILTER, null);
	expect(figures).toEqual({
		progress: [],
		gap: { waiting: 0, days: 0 },
		recommendations: [],
		regions: []
	});
});

test('the bodies of no region are listed by themselves and beside those of one', async () => {
	const app = openTestApp();
	await anAssignment(app, await anOrganisation(app, 'KENT', { region: 'South East' }));
	await anAssignment(app, await anOrganisation(app, 'AVON', { region: 'South West' }));
	await anAssignment(app, await anOrganisation(app, 'NCA', { region: null }));
	const actor = await aPerson(app, 'inspector');
	const { regions } = await figuresFor(app, actor, NO_FILTER, null);
	expect(regions.map(({ region, bodies }) => [region, bodies.map(({ code }) => code)])).toEqual([
		['South East', ['KENT']],
		['South West', ['AVON']],
		[null, ['NCA']]
	]);
	const count = (region: AssignmentFilter['region']) =>
		total(app, actor, { ...NO_FILTER, region }, null);
	expect(await Promise.all([count(['none']), count(['none', 'South East'])])).toEqual([1, 2]);
	expect(await Promise.all([count(['South East', 'South West']), count([])])).toEqual([2, 3]);
});

async function somebody(app: TestApp, sight: 'inspector' | 'lead'): Promise<Actor> {
	if (sight === 'inspector') return aPerson(app, 'inspector');
	const [kent] = await app.db.read
		.select({ id: organisation.id })
		.from(organisation)
		.where(eq(organisation.code, 'KENT'));
	return aPerson(app, ['lead', kent!.id]);
}

async function firstDay(app: TestApp): Promise<PlainDate> {
	const [first] = app.db.read.all<{ day: string }>('select min(on_day) as day from status_change');
	return plainDate(first!.day);
}

async function figuresFor(
	app: TestApp,
	person: Actor,
	filter: AssignmentFilter,
	asAt: PlainDate | null
) {
	const { context, actor } = await viewOf(app, person, asAt);
	const query = { inspection: undefined, filter };
	const { scope, choices } = await readDashboardScope(context, actor, query);
	return readHistoryFigures(context.db.read, scope, choices);
}

async function total(
	app: TestApp,
	person: Actor,
	filter: AssignmentFilter,
	asAt: PlainDate | null
) {
	const { context, actor } = await viewOf(app, person, asAt);
	const page = { sort: 'reference', descending: false, page: 1 } as const;
	return (await readAssignments(context, actor, undefined, filter, page)).list.total;
}
