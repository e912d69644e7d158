import { FLOWS, flowsOf, reconciles, type Movement } from '#lib/domain/movement.ts';
import { plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { isOpen } from '#lib/domain/status.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPerson, anAssignment, anOrganisation } from '../../../../tests/support/builders.ts';
import { countQueries, PAGE_QUERIES } from '../../../../tests/support/count-queries.ts';
import {
	aDayOfIt,
	aPast,
	liveThrough,
	replayed,
	type Lived
} from '../../../../tests/support/random-history.ts';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import { readMovementBetween } from './movement-between.ts';

const ALL = { inspection: undefined, pick: undefined, page: 1 };
const aSpan = fc
	.tuple(aDayOfIt, aDayOfIt)
	.filter(([a, b]) => a !== b)
	.map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

test('opening and what came less what went is closing, between any two days, per recommendation and per body', async () => {
	await fc.assert(
		fc.asyncProperty(aPast, aSpan, async (past, span) => {
			const app = openTestApp();
			const { all } = await liveThrough(app, past);
			const inspector = await aPerson(app, 'inspector');
			const read = await readMovementBetween(app, inspector, { ...ALL, ...span });
			expect(read.isSound).toBe(true);
			expect(read.total).toEqual(movementOf(all, span));
			for (const { reference, movement } of read.recommendations) {
				const own = all.filter(({ recommendation }) => reference === `OIC-${recommendation}`);
				expect(reconciles(movement)).toBe(true);
				expect(movement).toEqual(movementOf(own, span));
			}
			const codes = await app.db.read.query.organisation.findMany();
			for (const { id, code } of codes) {
				const own = all.filter(({ organisationId }) => organisationId === id);
				const row = read.organisations.find((one) => one.code === code);
				const expected = movementOf(own, span);
				expect(row?.movement ?? movementOf([], span)).toEqual(expected);
				expect(reconciles(expected)).toBe(true);
			}
		}),
		{ numRuns: 50 }
	);
});

test('each flow lists exactly the changes that its number counts, of one recommendation or body too', async () => {
	await fc.assert(
		fc.asyncProperty(aPast, aSpan, fc.constantFrom(...FLOWS), async (past, span, flow) => {
			const app = openTestApp();
			await liveThrough(app, past);
			const inspector = await aPerson(app, 'inspector');
			const listed = async (recommendation?: number, organisation?: string) => {
				const pick = { flow, recommendation, organisation };
				return (await readMovementBetween(app, inspector, { ...ALL, ...span, pick })).flow!;
			};
			const read = await readMovementBetween(app, inspector, { ...ALL, ...span });
			const whole = await listed();
			expect(whole.total).toBe(read.total[flow]);
			for (const { from, to } of whole.rows) expect(flowsOf(from, to)).toContain(flow);
			for (const { number, movement } of read.recommendations) {
				expect((await listed(number)).rows).toHaveLength(movement[flow]);
			}
			for (const { code, movement } of read.organisations) {
				expect((await listed(undefined, code)).rows).toHaveLength(movement[flow]);
			}
		}),
		{ numRuns: 25 }
	);
});

test('somebody of one body sees the movement of that body alone, in the numbers and in the lists', async () => {
	const app = openTestApp();
	app.goTo('2026-02-01');
	const kent = await anOrganisation(app, 'KENT');
	await anAssignment(app, kent);
	await anAssignment(app, await anOrganisation(app, 'ESSEX'));
	app.goTo('2026-03-02');
	const span = { from: plainDate('2026-01-01'), to: plainDate('2026-03-01') };
	const pick = { flow: 'added' as const, recommendation: undefined, organisation: undefined };
	const lead = await aPerson(app, ['lead', kent]);
	const own = await readMovementBetween(app, lead, { ...ALL, ...span, pick });
	expect(own.total.added).toBe(1);
	expect(own.organisations.map(({ code }) => code)).toEqual(['KENT']);
	expect(own.flow?.rows.map(({ organisationCode }) => organisationCode)).toEqual(['KENT']);
	const nobody = await aPerson(app);
	const none = await readMovementBetween(app, nobody, { ...ALL, ...span, pick });
	expect([none.total.added, none.flow?.total]).toEqual([0, 0]);
});

test('costs no more queries than a page may, with what the session takes', async () => {
	const app = openTestApp();
	await anAssignment(app, await anOrganisation(app, 'KENT'));
	const inspector = await aPerson(app, 'inspector');
	const span = { from: plainDate('2026-01-01'), to: plainDate('2026-03-01') };
	const pick = { flow: 'added' as const, recommendation: undefined, organisation: undefined };
	const { queries } = await countQueries(app, () =>
		readMovementBetween(app, inspector, { ...ALL, ...span, pick })
	);
	expect(queries + 1).toBeLessThanOrEqual(PAGE_QUERIES);
});

/** By looking at the records themselves. */
function movementOf(all: readonly Lived[], { from, to }: { from: PlainDate; to: PlainDate }) {
	const sum: Record<keyof Movement, number> = {
		...{ opening: 0, added: 0, reopened: 0, confirmed: 0, closedOtherwise: 0, closing: 0 }
	};
	for (const lived of all) {
		const [before, after] = [replayed(lived, from), replayed(lived, to)];
		if (before && isOpen(before.status)) sum.opening += 1;
		if (after && isOpen(after.status)) sum.closing += 1;
		for (const [index, { onDay, toStatus }] of lived.history.statuses.entries()) {
			if (onDay <= from || onDay > to) continue;
			const previous = lived.history.statuses[index - 1]?.toStatus ?? null;
			for (const flow of flowsOf(previous, toStatus)) sum[flow] += 1;
		}
	}
	return sum;
}
