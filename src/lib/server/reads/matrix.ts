import { isNational, type Actor, type RolesHeld } from '#lib/domain/actor.ts';
import type { AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import { momentOf } from '#lib/domain/clock.ts';
import {
	ALL_INSPECTIONS,
	groupBodies,
	matrixState,
	shareOf,
	writeCells,
	type MatrixShow,
	type MatrixState
} from '#lib/domain/matrix.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { chooseInspection, inspectionChoices, listInspections } from '../db/queries/inspection.ts';
import {
	listBodies,
	listCells,
	listColumns,
	periodsOf,
	type CellScope
} from '../db/queries/matrix.ts';
import { remember } from '../db/remember.ts';
import { countBy, noCounts, type CountScope } from './counts.ts';

export interface MatrixQuery {
	/** Code of one, or `ALL_INSPECTIONS`; the latest where it is left out. */
	readonly inspection: string | undefined;
	readonly filter: AssignmentFilter;
	readonly show: MatrixShow;
}

/**
 * Where each body stands with each recommendation, as the actor may see it: the bodies of others are not there,
 * and of a column everybody is told what all bodies together have come to. Seven queries.
 * @throws Refusal 'not-found' for an inspection that there is not
 */
export async function readMatrix(context: Context, actor: Actor, query: MatrixQuery) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const inspections = await listInspections(read);
	const isAll = query.inspection === ALL_INSPECTIONS;
	const shown = isAll ? inspections : [chooseInspection(inspections, query.inspection)];
	const ids = shown.map(({ id }) => id);
	const periods = await periodsOf(read, ids, today);
	const sheets = ids.map((inspectionId) => ({
		inspectionId,
		periods: (periods.get(inspectionId) ?? []).slice(0, 2)
	}));
	const scope = { sheets, today, filter: query.filter };
	const columns = await listColumns(read, ids);
	const drawn = await readSheets(read, { roles: actor.roles }, scope, query.show);
	const national = isNational(actor);
	return {
		isNational: national,
		isAll,
		inspections: inspectionChoices(inspections),
		/** What can be asked for by recommendation; nothing of several inspections, which number each their own. */
		choices: isAll ? [] : columns.map(({ number, title, theme }) => ({ number, title, theme })),
		sheets: await Promise.all(
			shown.map(async ({ code, title }, index) => ({
				...{ code, title, ...drawn[index]! },
				/** Of all bodies, column by column, for whoever does not see them all; of one inspection at a time. */
				everybody:
					national || isAll
						? null
						: await readShares(read, { ...sheets[index]!, today }, query.show)
			}))
		)
	};
}

const readSheets = remember(
	async (db: Queryable, to: RolesHeld, scope: CellScope, show: MatrixShow) => {
		const { sheets, today, filter } = scope;
		const all = await listColumns(
			db,
			sheets.map(({ inspectionId }) => inspectionId)
		);
		const bodies = await listBodies(db, to);
		const cells = Map.groupBy(await listCells(db, to, scope, show), (cell) => cell.inspectionId);
		return sheets.map(({ inspectionId, periods }) => {
			const own = cells.get(inspectionId) ?? [];
			const used = new Set(own.map(({ recommendationId }) => recommendationId));
			const columns = all.filter(
				(column) =>
					column.inspectionId === inspectionId && (!isNarrow(filter) || used.has(column.id))
			);
			const place = new Map(columns.map(({ id }, index) => [id, index]));
			const rows = new Map<number, (MatrixState | null)[]>();
			for (const cell of own) {
				const row = rows.get(cell.organisationId) ?? columns.map(() => null);
				row[place.get(cell.recommendationId)!] = matrixState(show, cell, periods, today);
				rows.set(cell.organisationId, row);
			}
			return {
				columns: columns.map(({ number, title }) => ({ number, title })),
				groups: groupBodies(bodies.filter(({ id }) => rows.has(id))).map((group) => ({
					...group,
					bodies: group.bodies.map(({ id, code, name }) => ({
						...{ code, name },
						cells: writeCells(show, rows.get(id)!)
					}))
				}))
			};
		});
	}
);

/** As counted everywhere else, by the number of the recommendation. */
async function readShares(db: Queryable, scope: CountScope, show: MatrixShow) {
	const counts = await countBy(db, 'recommendation', scope);
	const columns = await listColumns(db, [scope.inspectionId]);
	return Object.fromEntries(
		columns.map(({ id, number }) => {
			const { statuses, timeliness, freshness } = counts.get(id) ?? noCounts();
			return [number, shareOf(show, { status: statuses, timeliness, freshness }[show])];
		})
	);
}

/** Columns that hold nothing are left out where recommendations were asked for, and stand otherwise. */
function isNarrow({ recommendation, theme, q }: AssignmentFilter): boolean {
	return recommendation.length + theme.length + q.length > 0;
}
