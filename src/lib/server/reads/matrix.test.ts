import { NO_FILTER } from '#lib/domain/assignment-filter.ts';
import type { Actor } from '#lib/domain/actor.ts';
import {
	ALL_INSPECTIONS,
	countStates,
	MATRIX_SHARES,
	MATRIX_SHOWS,
	MATRIX_STATES,
	readCells,
	shareOf,
	type MatrixShow,
	type MatrixState
} from '#lib/domain/matrix.ts';
import { filterOfStates } from '#lib/wording/matrix.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPerson, anAssignment, anOrganisation } from '../../../../tests/support/builders.ts';
import { countQueries, PAGE_QUERIES } from '../../../../tests/support/count-queries.ts';
import { anyRegister, buildRegister } from '../../../../tests/support/random-register.ts';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import type { Context } from '../db/context.ts';
import { assignment } from '../db/schema/assignment.ts';
import { inspection } from '../db/schema/inspection.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { readAssignments } from './assignments.ts';
import { readMatrix } from './matrix.ts';

const LIST = { sort: 'reference', descending: false, page: 1 } as const;
const aShow = fc.constantFrom(...MATRIX_SHOWS);
const aFilter = fc.constantFrom(
	NO_FILTER,
	{ ...NO_FILTER, recommendation: [2, 3] },
	{ ...NO_FILTER, organisation: ['ORG1', 'ORG3'] },
	{ ...NO_FILTER, status: ['in-progress', 'confirmed', 'not-accepted'] as const },
	{ ...NO_FILTER, timeliness: ['would-be-overdue'] as const },
	{ ...NO_FILTER, freshness: ['not-asked', 'owed'] as const }
);
type Sheet = Awaited<ReturnType<typeof readMatrix>>['sheets'][number];

test('each state of the key, of each column too, counts what the list that it leads to lists', async () => {
	await fc.assert(
		fc.asyncProperty(
			anyRegister(),
			aShow,
			aFilter,
			fc.boolean(),
			async (shape, show, asked, own) => {
				const app = openTestApp();
				const [, org1] = await buildRegister(app, shape);
				const actor = await aPerson(app, own ? ['lead', org1!] : 'inspector');
				// As the page reads its address: not narrowed by what the cells show.
				const filter = show === 'status' ? asked : { ...asked, [show]: [] };
				const listed = async (states: readonly MatrixState[], recommendation?: number) => {
					const only = filterOfStates(show, states, filter);
					const narrowed = recommendation ? { ...only, recommendation: [recommendation] } : only;
					return (await readAssignments(app, actor, undefined, narrowed, LIST)).list.total;
				};
				const { sheets } = await readMatrix(app, actor, { inspection: undefined, filter, show });
				const [sheet] = sheets;
				const whole = statesOf(show, sheet!);
				for (const state of MATRIX_STATES[show]) {
					const total = whole[state] ?? 0;
					// A filter that leaves nothing of a state is no filter at all: nothing leads there.
					if (total > 0) expect(await listed([state])).toBe(total);
				}
				for (const [index, { number }] of sheet!.columns.entries()) {
					const share = shareOf(show, statesOf(show, sheet!, index));
					if (share.of > 0) expect(await listed(MATRIX_SHARES[show].of, number)).toBe(share.of);
					if (share.part > 0)
						expect(await listed(MATRIX_SHARES[show].part, number)).toBe(share.part);
				}
				const all = (await readAssignments(app, actor, undefined, filter, LIST)).list.total;
				expect(Object.values(whole).reduce((sum, items) => sum + items, 0)).toBe(all);
			}
		),
		{ numRuns: 80 }
	);
});

test('each cell says of its own assignment what the list says of it', async () => {
	await fc.assert(
		fc.asyncProperty(anyRegister(1), aShow, async (shape, show) => {
			const app = openTestApp();
			await buildRegister(app, shape);
			const actor = await aPerson(app, 'inspector');
			const { sheets } = await readMatrix(app, actor, {
				inspection: 'OIC',
				filter: NO_FILTER,
				show
			});
			const { list } = await readAssignments(app, actor, 'OIC', NO_FILTER, LIST);
			const cells = cellsOf(show, sheets[0]!);
			expect(cells.size).toBe(list.total);
			for (const row of list.rows) {
				const state = cells.get(`${row.reference}/${row.organisationCode}`);
				if (state === 'closed') expect(row.timeliness).toBeNull();
				else if (state === 'with-inspectorate') expect(row.status).toBe('reported-complete');
				else if (state === 'not-asked') expect(row.freshness).toBeNull();
				else expect(state).toBe(row[show]);
			}
		}),
		{ numRuns: 40 }
	);
});

test('somebody of one body sees its row alone, and of each column what all bodies have come to', async () => {
	await fc.assert(
		fc.asyncProperty(anyRegister(1), aShow, async (shape, show) => {
			const app = openTestApp();
			const [org0] = await buildRegister(app, shape);
			const query = { inspection: undefined, filter: NO_FILTER, show };
			const lead = await aPerson(app, ['observer', org0!]);
			const own = (await readMatrix(app, lead, query)).sheets[0]!;
			const inspector = await aPerson(app, 'inspector');
			const whole = (await readMatrix(app, inspector, query)).sheets[0]!;
			expect(JSON.stringify(own)).not.toMatch(/ORG[1-4]/);
			const ownCells = [...cellsOf(show, whole)].filter(([name]) => name.endsWith('ORG0'));
			expect([...cellsOf(show, own)]).toEqual(ownCells);
			expect(whole.everybody).toBeNull();
			for (const [index, { number }] of whole.columns.entries()) {
				expect(own.everybody?.[number]).toEqual(shareOf(show, statesOf(show, whole, index)));
			}
			const nobody = await aPerson(app, 'administrator');
			expect((await readMatrix(app, nobody, query)).sheets[0]!.groups).toEqual([]);
		}),
		{ numRuns: 25 }
	);
});

test('all inspections together are the sheets of each, whatever their reporting periods', async () => {
	const app = openTestApp();
	const kent = await anOrganisation(app, 'KENT');
	await anAssignment(app, kent);
	const inspector = await aPerson(app, 'inspector');
	const about = { filter: NO_FILTER, show: 'freshness' } as const;
	const one = await readMatrix(app, inspector, { inspection: 'OIC', ...about });
	const all = await readMatrix(app, inspector, { inspection: ALL_INSPECTIONS, ...about });
	expect(all.sheets).toEqual(one.sheets);
	await expect(readMatrix(app, inspector, { inspection: 'NONE', ...about })).rejects.toMatchObject({
		code: 'not-found'
	});
});

test('of many inspections the first are drawn; of the others it is told how much each has, of what one may see', async () => {
	const app = openTestApp();
	const bodies: number[] = [];
	for (let index = 0; index < 4; index++) bodies.push(await anOrganisation(app, `ORG${index}`));
	await aLargeInspection(app, 'NEW', bodies, 510);
	await aLargeInspection(app, 'OLD', bodies.slice(1), 2);
	await aLargeInspection(app, 'NONE', [], 1);
	const all = { inspection: ALL_INSPECTIONS, filter: NO_FILTER, show: 'status' } as const;
	const about = async (actor: Actor, filter = NO_FILTER) => {
		const { sheets, waiting, empty } = await readMatrix(app, actor, { ...all, filter });
		return { drawn: sheets.map(({ code }) => code), waiting, empty };
	};
	const inspector = await aPerson(app, 'inspector');
	expect(await about(inspector)).toEqual({
		drawn: ['NEW'],
		waiting: [{ code: 'OLD', title: 'OLD', assignments: 6, bodies: 3 }],
		empty: ['NONE']
	});
	const { list } = await readAssignments(app, inspector, 'OLD', NO_FILTER, LIST);
	expect(list.total).toBe(6);
	// Few enough to be drawn with the page: of one body, or narrowed to it.
	const lead = await aPerson(app, ['lead', bodies[0]!]);
	expect(await about(lead)).toEqual({ drawn: ['NEW'], waiting: [], empty: ['NONE', 'OLD'] });
	const narrowed = await about(inspector, { ...NO_FILTER, organisation: ['ORG1'] });
	expect(narrowed.drawn).toEqual(['NEW', 'OLD']);
	const nobody = await about(await aPerson(app, 'administrator'));
	expect(nobody).toEqual({ drawn: [], waiting: [], empty: ['NEW', 'NONE', 'OLD'] });
});

test('costs no more queries than a page may, with what the session takes', async () => {
	const app = openTestApp();
	const kent = await anOrganisation(app, 'KENT');
	await anAssignment(app, kent);
	const lead = await aPerson(app, ['lead', kent]);
	for (const inspection of [undefined, ALL_INSPECTIONS]) {
		const query = { inspection, filter: NO_FILTER, show: 'freshness' } as const;
		const { queries } = await countQueries(app, () => readMatrix(app, lead, query));
		expect(queries + 1).toBeLessThanOrEqual(PAGE_QUERIES);
	}
});

/** An inspection of so many recommendations, each of which falls to all of the bodies. */
async function aLargeInspection(
	app: Context,
	code: string,
	bodies: readonly number[],
	size: number
): Promise<void> {
	await app.db.write(async (tx) => {
		const [made] = await tx
			.insert(inspection)
			.values({
				...{ code, title: code, inspectorate: 'HMICFRS', licence: 'Open Government Licence v3.0' },
				...{ publishedOn: plainDate('2025-05-16'), url: 'https://example.test/report' }
			})
			.returning({ id: inspection.id });
		const inspectionId = made!.id;
		for (let number = 1; number <= size; number++) {
			const [about] = await tx
				.insert(recommendation)
				.values({ inspectionId, number, title: `Recommendation ${number}`, theme: 'Targeting' })
				.returning({ id: recommendation.id });
			for (const organisationId of bodies) {
				await tx.insert(assignment).values({
					...{ inspectionId, organisationId, recommendationId: about!.id },
					...{ capacity: 'lead', status: 'not-started', acceptance: 'not-recorded' },
					...{ allocatedOn: plainDate('2025-05-16'), statusOn: plainDate('2025-05-16') }
				});
			}
		}
	});
}

function cellsOf(show: MatrixShow, { code, columns, groups }: Sheet) {
	return new Map<string, MatrixState>(
		groups.flatMap(({ bodies }) =>
			bodies.flatMap((body) =>
				readCells(show, body.cells).flatMap((state, index) =>
					state ? [[`${code}-${columns[index]!.number}/${body.code}`, state] as const] : []
				)
			)
		)
	);
}

/** How many of the sheet, or of one of its columns, are in each state. */
function statesOf(show: MatrixShow, { groups }: Sheet, column?: number) {
	const rows = groups.flatMap(({ bodies }) => bodies.map(({ cells }) => readCells(show, cells)));
	return countStates(rows.flatMap((row) => (column === undefined ? row : [row[column]!])));
}
