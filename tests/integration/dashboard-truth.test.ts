import type { Actor } from '#lib/domain/actor.ts';
import { DASHBOARD_FIELDS } from '#lib/domain/assignment-filter.ts';
import { ORGANISATION_KINDS, REGIONS } from '#lib/domain/organisation.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import type { Queryable } from '#lib/server/db/open.ts';
import { writeOwed } from '#lib/server/db/queries/owed-update.ts';
import {
	assignment,
	organisation,
	recommendation,
	reportingPeriod,
	waiting
} from '#lib/server/db/schema/tables.ts';
import { withQuery } from '#lib/wording/paths.ts';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPerson } from '../support/builders.ts';
import { drawPage, linksOf } from '../support/drawn-page.ts';
import { aDayOfIt, aPastOf, LAST_DAY, liveThrough } from '../support/random-history.ts';
import { openPage } from '../support/routes.ts';
import { noonOf, openTestApp, type TestApp } from '../support/test-app.ts';

const THEMES = ['Targeting', 'People & learning'];
const BODIES = ['KENT', 'ESSEX', 'SURREY', 'DORSET'];
const PERIODS = ['2026-01-20', '2026-02-20'];

const some = <Value>(...values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });

/** By nothing, one or two of its fields: by more, hardly anything is left to count. */
const aFilter = fc
	.tuple(
		fc.subarray([...DASHBOARD_FIELDS], { maxLength: 2 }),
		fc.record({
			recommendation: some(1, 2, 9),
			theme: some(...THEMES, 'Nothing'),
			region: some(...REGIONS.slice(0, 3)),
			kind: some(...ORGANISATION_KINDS.slice(0, 3)),
			organisation: some(...BODIES, 'NOBODY'),
			period: some(...PERIODS, '2025-01-01')
		}),
		fc.option(aDayOfIt.filter((day) => day < LAST_DAY))
	)
	.map(([fields, values, asAt]) => ({
		...Object.fromEntries(fields.map((field) => [field, values[field]])),
		'as-at': asAt
	}));

const ROLES = ['inspector', 'observer', 'lead', 'two bodies', 'administrator'] as const;

test('every number of the dashboard is the length of the list that it links to', async () => {
	let followed = 0;
	await fc.assert(
		fc.asyncProperty(aPastOf(6), aFilter, fc.constantFrom(...ROLES), async (past, filter, role) => {
			const app = openTestApp();
			const { all } = await liveThrough(app, past);
			await tellApart(app);
			const actor = await somebody(app, role, [...new Set(all.map((one) => one.organisationId))]);
			const search = withQuery('', filter);
			// Nothing was there yet.
			if (filter['as-at'] && all.every(({ allocatedOn }) => allocatedOn > filter['as-at']!)) return;
			const html = await drawPage(app, actor, { id: '/(app)/dashboard', params: {}, search });
			for (const { href, text } of linksOf(html)) {
				const number = /^[\d,]+/.exec(text)?.[0];
				if (!href.startsWith('/assignments') || number === undefined) continue;
				followed += 1;
				const total = await lengthOf(app, actor, href);
				expect(`${text}: ${total}`, `${role} ${search} → ${href}`).toBe(
					`${text}: ${Number(number.replaceAll(',', ''))}`
				);
			}
		}),
		{ numRuns: 50 }
	);
	expect(followed, 'a page without numbers would prove nothing').toBeGreaterThan(300);
}, 120_000);

/** The total that the list itself tells, by whatever its address says. */
async function lengthOf(app: TestApp, actor: Actor, href: string): Promise<number> {
	const asked = { id: '/(app)/assignments', params: {}, search: href.slice('/assignments'.length) };
	const { status, data } = await openPage(app, actor, asked);
	expect(status, href).toBe(200);
	const { sealed } = (data as { page: { sealed: string } }).page;
	return (JSON.parse(sealed) as { list: { total: number } }).list.total;
}

/** Bodies of several kinds and regions, recommendations of two themes, and two periods that asked. */
async function tellApart(app: TestApp): Promise<void> {
	await app.db.write(async (tx) => {
		const bodies = await tx.select({ id: organisation.id }).from(organisation);
		for (const [index, { id }] of bodies.entries()) {
			const facts = { region: REGIONS[index % 3]!, kind: ORGANISATION_KINDS[index % 2]! };
			await tx.update(organisation).set(facts).where(eq(organisation.id, id));
		}
		await tx.update(recommendation).set({ theme: THEMES[1]! }).where(eq(recommendation.number, 2));
		const known = await tx
			.select({ id: assignment.id, allocatedOn: assignment.allocatedOn })
			.from(assignment);
		for (const [index, one] of known.entries()) {
			if (index % 2 === 0) await waitFor(tx, one, known[(index + 1) % known.length]!);
		}
		const [about] = await tx.select().from(recommendation);
		for (const opensOn of PERIODS.map((day) => plainDate(day))) {
			const span = { opensOn, closesOn: plainDate(`${opensOn.slice(0, 8)}28`) };
			const [period] = await tx
				.insert(reportingPeriod)
				.values({ inspectionId: about!.inspectionId, ...span })
				.returning({ id: reportingPeriod.id });
			await writeOwed(tx, period!.id, about!.inspectionId, span);
		}
	});
}

type Allocated = Pick<typeof assignment.$inferSelect, 'id' | 'allocatedOn'>;

/** From the day on which both are there. */
async function waitFor(tx: Queryable, one: Allocated, other: Allocated): Promise<void> {
	const onDay = one.allocatedOn > other.allocatedOn ? one.allocatedOn : other.allocatedOn;
	await tx.insert(waiting).values({
		...{ assignmentId: one.id, onAssignmentId: other.id, at: noonOf(onDay), onDay },
		...{ reason: 'First things first', reviewOn: LAST_DAY }
	});
}

function somebody(app: TestApp, role: (typeof ROLES)[number], ids: readonly number[]) {
	if (role === 'lead') return aPerson(app, ['lead', ids[0]!]);
	if (role !== 'two bodies') return aPerson(app, role);
	return aPerson(app, ...ids.slice(0, 2).map((id): ['observer', number] => ['observer', id]));
}
