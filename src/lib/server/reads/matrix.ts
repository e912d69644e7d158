import { isNational, type Actor, type RolesHeld } from '#lib/domain/actor.ts';
import type { AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import { momentOf } from '#lib/domain/clock.ts';
import {
	ALL_INSPECTIONS,
	drawnAtOnce,
	groupBodies,
	matrixState,
	shareOf,
	writeCells,
	type MatrixShow,
	type MatrixState
} from '#lib/domain/matrix.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { chooseInspection, inspectionChoices, listInspections } from '../db/queries/inspection.ts';
import {
	listBodies,
	listCells,
	listColumns,
	periodsOf,
	sizesOf,
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
 * and of a column everybody is told what all bodies together have come to. Of all inspections together the first
 * are drawn, and of the others it is told how much each has. Seven queries.
 * @throws Refusal 'not-found' for an inspection that there is not
 */
export async function readMatrix(context: Context, actor: Actor, query: MatrixQuery) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const to = { roles: actor.roles };
	const inspections = await listInspections(read);
	const isAll = query.inspection === ALL_INSPECTIONS;
	const asked = isAll ? inspections : [chooseInspection(inspections, query.inspection)];
	const scope = { sheets: await periodsBySheet(read, asked, today), today, filter: query.filter };
	const { drawn, waiting, empty } = isAll
		? await divide(read, to, asked, scope)
		: { drawn: asked, waiting: [], empty: [] };
	const ids = new Set(drawn.map(({ id }) => id));
	const sheets = scope.sheets.filter(({ inspectionId }) => ids.has(inspectionId));
	const columns = await listColumns(read, [...ids]);
	const cells = await readSheets(read, to, { ...scope, sheets }, query.show);
	const national = isNational(actor);
	return {
		isNational: national,
		isAll,
		inspections: inspectionChoices(inspections),
		/** What can be asked for by recommendation; nothing of several inspections, which number each their own. */
		choices: isAll ? [] : columns.map(({ number, title, theme }) => ({ number, title, theme })),
		sheets: await Promise.all(
			drawn.map(async ({ code, title }, index) => ({
				...{ code, title, ...cells[index]! },
				/** Of all bodies, column by column, for whoever does not see them all; of one inspection at a time. */
				everybody:
					national || isAll
						? null
						: await readShares(read, { ...sheets[index]!, today }, query.show)
			}))
		),
		/** Inspections that each have an address of their own: too much for one page. */
		waiting,
		/** Of several inspections those of which there is nothing to show. */
		empty
	};
}

/** With the two latest reporting periods of each, which is all that freshness is judged by. */
async function periodsBySheet(
	db: Queryable,
	inspections: readonly { readonly id: number }[],
	today: PlainDate
): Promise<CellScope['sheets']> {
	const ids = inspections.map(({ id }) => id);
	const periods = await periodsOf(db, ids, today);
	return ids.map((inspectionId) => ({
		inspectionId,
		periods: (periods.get(inspectionId) ?? []).slice(0, 2)
	}));
}

/** What is drawn of several inspections, what waits to be asked for, and what has nothing to show. */
async function divide<Inspection extends { id: number; code: string; title: string }>(
	db: Queryable,
	to: RolesHeld,
	inspections: readonly Inspection[],
	scope: CellScope
) {
	const sizes = await sizesOf(db, to, scope);
	const sized = inspections.flatMap((inspection) => {
		const size = sizes.get(inspection.id);
		return size ? [{ inspection, ...size }] : [];
	});
	const first = drawnAtOnce(sized.map(({ assignments }) => assignments));
	return {
		drawn: sized.slice(0, first).map(({ inspection }) => inspection),
		waiting: sized.slice(first).map(({ inspection: { code, title }, assignments, bodies }) => ({
			...{ code, title, assignments, bodies }
		})),
		empty: inspections.filter(({ id }) => !sizes.has(id)).map(({ code }) => code)
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
