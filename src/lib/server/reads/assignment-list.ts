import type { RolesHeld } from '#lib/domain/actor.ts';
import type { AssignmentColumn } from '#lib/domain/assignment-columns.ts';
import type { AssignmentSort } from '#lib/domain/assignment-filter.ts';
import { and, count, eq, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import {
	isInScope,
	orderOf,
	pickInOrder,
	type FilterScope
} from '../db/queries/assignment-filter.ts';
import { remember } from '../db/remember.ts';
import { assignment } from '../db/schema/assignment.ts';
import { readAssignmentRows, withJudgement, type AssignmentRow } from './assignment-row.ts';

/** Rows on a page of a list: a limit of the server's, not of the address's. */
export const PAGE_SIZE = 50;

export interface ListScope extends FilterScope {
	/** Of one recommendation, or of one organisation, alone. */
	readonly recommendationId?: number | undefined;
	readonly organisationId?: number | undefined;
}

export interface ListPage {
	readonly sort: AssignmentSort;
	readonly descending: boolean;
	readonly page: number;
	/** What else of each is shown, beyond what every list knows. */
	readonly columns?: readonly AssignmentColumn[] | undefined;
}

export interface AssignmentList {
	readonly rows: readonly AssignmentRow[];
	/** Of all pages. */
	readonly total: number;
	readonly page: number;
	readonly pages: number;
}

/** One page of the assignments that the filter describes and the actor may see: three queries. */
export function readAssignmentList(
	db: Queryable,
	{ roles }: RolesHeld,
	scope: ListScope,
	{ sort, descending, page, columns = [] }: ListPage
): Promise<AssignmentList> {
	// Whoever holds the same roles sees the same list.
	return readPage(db, { roles }, scope, { sort, descending, page, columns });
}

const readPage = remember(
	async (db: Queryable, to: RolesHeld, scope: ListScope, list: ListPage) => {
		const { sort, descending, page, columns } = list;
		const where = isListed(to, scope);
		const [counted] = await db.select({ total: count() }).from(assignment).where(where);
		const total = counted?.total ?? 0;
		const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
		const shown = Math.min(page, pages);
		// Only the ids are sorted; what a page shows is looked up for its own rows.
		const picked = await pickInOrder(db, scope.inspectionId, where, orderOf(sort, descending))
			.limit(PAGE_SIZE)
			.offset((shown - 1) * PAGE_SIZE);
		const ids = picked.map(({ id }) => id);
		const rows = await readAssignmentRows(db, ids);
		return {
			rows: rows.map((row) => withJudgement(row, scope.periods, scope.today, columns)),
			total,
			page: shown,
			pages
		};
	}
);

/** What a list of that scope shows to the actor, on all its pages. */
export function isListed(to: RolesHeld, scope: ListScope): SQL | undefined {
	return and(
		isInScope(to, scope),
		isEqual(assignment.recommendationId, scope.recommendationId),
		isEqual(assignment.organisationId, scope.organisationId)
	);
}

function isEqual(column: AnyColumn, id: number | undefined): SQL | undefined {
	return id === undefined ? undefined : eq(column, id);
}
