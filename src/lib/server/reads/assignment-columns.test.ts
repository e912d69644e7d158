import { ASSIGNMENT_COLUMNS } from '#lib/domain/assignment-columns.ts';
import { ASSIGNMENT_SORTS, NO_FILTER } from '#lib/domain/assignment-filter.ts';
import { COLUMN_TEXTS, isWorded } from '#lib/wording/assignment-columns.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAssignment, anOrganisation, aPerson } from '../../../../tests/support/builders.ts';
import { anyRegister, buildRegister } from '../../../../tests/support/random-register.ts';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { readAssignments } from './assignments.ts';

const PAGE = { sort: 'reference', descending: false, page: 1 } as const;

test('whatever a list is sorted by, it lists the same, the other way round, with what has no value last', async () => {
	await fc.assert(
		fc.asyncProperty(anyRegister(1), fc.constantFrom(...ASSIGNMENT_SORTS), async (shape, sort) => {
			const app = openTestApp();
			await buildRegister(app, shape);
			const inspector = await aPerson(app, 'inspector');
			const columns = ASSIGNMENT_COLUMNS;
			const rowsOf = async (descending: boolean) => {
				const page = { ...PAGE, sort, descending, columns };
				return (await readAssignments(app, inspector, 'OIC', NO_FILTER, page)).list.rows;
			};
			const [up, down] = [await rowsOf(false), await rowsOf(true)];
			const nameOf = (row: (typeof up)[number]) => `${row.reference}/${row.organisationCode}`;
			expect(up.map(nameOf).sort()).toEqual(down.map(nameOf).sort());
			const days = { due: 'currentDueOn', original: 'originalDueOn', changed: 'statusOn' } as const;
			const field =
				days[sort as keyof typeof days] ?? (sort === 'reported' ? 'lastReportedOn' : null);
			if (!field) return;
			const values = (rows: typeof up) => rows.map((row) => row[field] ?? null);
			const dated = values(up).filter((day) => day !== null);
			const none = values(up).length - dated.length;
			expect(values(up)).toEqual([...dated.sort(), ...Array.from({ length: none }, () => null)]);
			expect(values(down)).toEqual([
				...[...dated].sort().reverse(),
				...Array.from({ length: none }, () => null)
			]);
		}),
		{ numRuns: 30 }
	);
});

test('a list knows of its rows what its columns show, and no more', async () => {
	const app = openTestApp();
	const kent = await anOrganisation(app, 'KENT', { region: 'South East' });
	const day = plainDate('2026-02-01');
	await anAssignment(app, kent, { originalDueOn: day, currentDueOn: day, lastReportedOn: day });
	const inspector = await aPerson(app, 'inspector');
	const rowOf = async (columns: typeof ASSIGNMENT_COLUMNS | []) => {
		const { list } = await readAssignments(app, inspector, 'OIC', NO_FILTER, { ...PAGE, columns });
		return list.rows[0]!;
	};
	expect(await rowOf([])).not.toHaveProperty('region');
	const row = await rowOf(ASSIGNMENT_COLUMNS);
	const texts = ASSIGNMENT_COLUMNS.filter(isWorded).map((column) => [
		column,
		COLUMN_TEXTS[column](row)
	]);
	expect(Object.fromEntries(texts)).toEqual({
		...{ theme: 'Targeting', region: 'South East', kind: 'Police force', capacity: 'Lead' },
		...{ changed: '2 Mar 2026', original: '1 Feb 2026', reported: '1 Feb 2026' },
		acceptance: 'Not recorded'
	});
});
