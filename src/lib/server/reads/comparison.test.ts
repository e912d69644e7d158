import { NO_FILTER } from '#lib/domain/assignment-filter.ts';
import {
	CHANGE_KINDS,
	changesBetween,
	countChanges,
	STANDING_FIELDS,
	type Standing
} from '#lib/domain/comparison.ts';
import { plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAssignment, anOrganisation, aPerson } from '../../../../tests/support/builders.ts';
import { countQueries, PAGE_QUERIES } from '../../../../tests/support/count-queries.ts';
import { aDayOfIt, aPast, liveThrough } from '../../../../tests/support/random-history.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { assignment } from '../db/schema/assignment.ts';
import { organisation } from '../db/schema/organisation.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { readAllChanged, readComparison } from './comparison.ts';
import { readMovementBetween } from './movement-between.ts';

const ALL = { inspection: undefined, filter: NO_FILTER, changes: [], page: 1 };
const days = (count: number) =>
	fc.array(aDayOfIt, { minLength: count, maxLength: count }).map((some) => some.sort());

test('a day is no other than itself', async () => {
	await fc.assert(
		fc.asyncProperty(aPast, aDayOfIt, async (past, day) => {
			const app = openTestApp();
			await liveThrough(app, past);
			const inspector = await aPerson(app, 'inspector');
			const { changed, rows } = await readComparison(app, inspector, {
				...ALL,
				from: day,
				to: day
			});
			expect([changed, rows]).toEqual([0, []]);
		}),
		{ numRuns: 20 }
	);
});

test('what changed is what two registers, read each by itself, differ in, and so are its counts', async () => {
	await fc.assert(
		fc.asyncProperty(aPast, days(2), async (past, [from, to]) => {
			const app = openTestApp();
			await liveThrough(app, past);
			const inspector = await aPerson(app, 'inspector');
			const read = await readComparison(app, inspector, { ...ALL, from: from!, to: to! });
			const [then, now] = [await registerOf(app, from!), await registerOf(app, to!)];
			const expected = [...now].flatMap(([name, standing]) => {
				const was = then.get(name) ?? null;
				const changes = changesBetween(was, standing);
				return changes.length > 0 ? [[name, { changes, was, now: standing }] as const] : [];
			});
			expect(namesOf(read.rows).sort()).toEqual(expected.map(([name]) => name).sort());
			for (const row of read.rows) {
				const one = new Map(expected).get(`${row.reference}/${row.organisationCode}`)!;
				expect(row).toMatchObject(one);
			}
			expect(read.counts).toEqual(countChanges(expected.map(([, one]) => one)));
			for (const kind of CHANGE_KINDS) {
				const asked = { ...ALL, from: from!, to: to!, changes: [kind] };
				const { total, rows } = await readComparison(app, inspector, asked);
				expect([total, rows.length]).toEqual([read.counts[kind], read.counts[kind]]);
			}
		}),
		{ numRuns: 30 }
	);
});

test('two comparisons that follow each other come to the one over both', async () => {
	await fc.assert(
		fc.asyncProperty(aPast, days(3), async (past, [first, second, third]) => {
			const app = openTestApp();
			await liveThrough(app, past);
			const inspector = await aPerson(app, 'inspector');
			const between = async (from: PlainDate, to: PlainDate) => {
				const { rows } = await readAllChanged(app, inspector, { ...ALL, from, to });
				return new Map(rows.map((row) => [`${row.reference}/${row.organisationCode}`, row]));
			};
			const [early, late] = [await between(first!, second!), await between(second!, third!)];
			const composed = [...new Set([...early.keys(), ...late.keys()])].flatMap((name) => {
				const [one, other] = [early.get(name), late.get(name)];
				const was = one ? one.was : other!.was;
				const now = (other ?? one)!.now;
				const changes = changesBetween(was, now);
				return changes.length > 0 ? [[name, { was, now, changes }] as const] : [];
			});
			const whole = await between(first!, third!);
			expect([...whole.keys()].sort()).toEqual(composed.map(([name]) => name).sort());
			for (const [name, one] of composed) expect(whole.get(name)).toMatchObject(one);
		}),
		{ numRuns: 30 }
	);
}, 60_000);

test('the movement is that of its own page, of all and of one recommendation', async () => {
	await fc.assert(
		fc.asyncProperty(aPast, days(2), async (past, [from, to]) => {
			const app = openTestApp();
			await liveThrough(app, past);
			const inspector = await aPerson(app, 'inspector');
			const span = { from: from!, to: to! };
			const told = await readMovementBetween(app, inspector, {
				...span,
				...{ inspection: undefined, pick: undefined, page: 1 }
			});
			const whole = await readComparison(app, inspector, { ...ALL, ...span });
			expect(whole.movement).toMatchObject({ movement: told.total, isSound: true });
			for (const { number, movement } of told.recommendations) {
				const filter = { ...NO_FILTER, recommendation: [number] };
				const one = await readComparison(app, inspector, { ...ALL, ...span, filter });
				expect(one.movement?.movement).toEqual(movement);
			}
		}),
		{ numRuns: 15 }
	);
});

test('somebody of one body is told what changed of it alone, with no more queries than a page may', async () => {
	const app = openTestApp();
	app.goTo('2026-02-01');
	const kent = await anOrganisation(app, 'KENT');
	await anAssignment(app, await anOrganisation(app, 'DORSET'), {
		allocatedOn: plainDate('2026-02-01')
	});
	app.goTo('2026-02-10');
	await anAssignment(app, kent, { allocatedOn: plainDate('2026-02-10') });
	await anAssignment(app, await anOrganisation(app, 'ESSEX'), {
		allocatedOn: plainDate('2026-02-10')
	});
	app.goTo('2026-03-02');
	const span = { from: plainDate('2026-02-05'), to: plainDate('2026-03-01') };
	const lead = await aPerson(app, ['lead', kent]);
	const { rows, counts } = await readComparison(app, lead, { ...ALL, ...span });
	expect(namesOf(rows)).toEqual(['OIC-7/KENT']);
	expect(counts.added).toBe(1);
	const inspector = await aPerson(app, 'inspector');
	const { queries } = await countQueries(app, () =>
		readComparison(app, inspector, { ...ALL, ...span })
	);
	expect(queries + 1).toBeLessThanOrEqual(PAGE_QUERIES);
	const nobody = await aPerson(app, 'administrator');
	expect((await readComparison(app, nobody, { ...ALL, ...span })).rows).toEqual([]);
});

const namesOf = (rows: readonly { reference: string; organisationCode: string }[]) =>
	rows.map((row) => `${row.reference}/${row.organisationCode}`);

/** How each assignment stood, by its reference, without anything that compares. */
async function registerOf(app: TestApp, day: PlainDate): Promise<Map<string, Standing>> {
	const rows = await app.db
		.asAt(day)
		.select({ number: recommendation.number, code: organisation.code, state: assignment })
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.orderBy(asc(assignment.id));
	return new Map(
		rows.map(({ number, code, state }) => {
			const fields = Object.values(STANDING_FIELDS).map((field) => [field, state[field]]);
			return [`OIC-${number}/${code}`, Object.fromEntries(fields) as unknown as Standing];
		})
	);
}
