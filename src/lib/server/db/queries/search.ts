import type { RolesHeld } from '#lib/domain/actor.ts';
import type { SearchKind } from '#lib/domain/search-query.ts';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { comment } from '../schema/conversation.ts';
import { evidence } from '../schema/evidence.ts';
import { progressUpdate } from '../schema/history.ts';
import { commentsVisibleTo } from './comment-visibility.ts';
import { idIn, isInBlock } from './search-block.ts';
import { visibleTo } from './visibility.ts';

/** What people write about assignments. */
export type TextKind = Extract<SearchKind, 'update' | 'evidence' | 'comment'>;
export const TEXT_KINDS: readonly TextKind[] = ['update', 'evidence', 'comment'];

/** Of each kind the latest so many are read and ranked; where more are found, the latest come first. */
export const POOL = 100;
/** Nobody counts on beyond this. */
export const COUNTED = 200;

export interface FoundText {
	readonly kind: TextKind | 'assignment';
	readonly id: number;
	readonly title: string;
	readonly body: string;
	readonly onDay: string;
	/** Of a comment: 'inspectorate' for its own notes. */
	readonly audience: string | null;
	readonly assignmentId: number;
}

export interface TextSearch {
	readonly actor: RolesHeld;
	/** For FTS5, narrowed to what the actor may see. */
	readonly match: string;
	readonly inspectionId: number | undefined;
}

const TEXTS = {
	update: {
		table: progressUpdate,
		block: 3,
		columns: sql`'' as title, ${progressUpdate.narrative} || case when ${progressUpdate.nextMilestone} is null
			then '' else ' · ' || ${progressUpdate.nextMilestone} end as body,
			${progressUpdate.onDay} as onDay, null as audience`
	},
	evidence: {
		table: evidence,
		block: 4,
		columns: sql`${evidence.title} as title, ${evidence.shows} as body, ${evidence.onDay} as onDay,
			null as audience`
	},
	comment: {
		table: comment,
		block: 5,
		columns: sql`'' as title, ${comment.text} as body, ${comment.onDay} as onDay,
			${comment.audience} as audience`
	}
} as const;

/**
 * The latest of each kind, `limit` of them at most: one query. Each is let through by the condition that its own
 * list has, `visibleTo` or `commentsVisibleTo`, on the row itself.
 * @param also assignments, see `search-names.ts`, so that both come by one query
 */
export async function latestTexts(
	db: Queryable,
	search: TextSearch,
	kinds: readonly TextKind[],
	{ limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
	also: SQL | undefined = undefined
): Promise<FoundText[]> {
	const each = kinds.map((kind) => {
		const { table, columns } = TEXTS[kind];
		return sql`select * from (
			select ${kind} as kind, ${table.id} as id, ${columns}, ${table.assignmentId} as assignmentId
			from (${foundOf(kind, search)} order by search_text.rowid desc limit ${limit} offset ${offset}) found
			cross join ${table} on ${table.id} = found.id)`;
	});
	if (also) each.push(sql`select * from (${also})`);
	if (each.length === 0) return [];
	return db.all<FoundText>(sql.join(each, sql` union all `));
}

/** How many of each kind there are, counted to `COUNTED` + 1: one query. */
export async function countTexts(
	db: Queryable,
	search: TextSearch,
	kinds: readonly TextKind[]
): Promise<ReadonlyMap<TextKind, number>> {
	if (kinds.length === 0) return new Map();
	const each = kinds.map(
		(kind) =>
			sql`select ${kind} as kind, count(*) as many from (${foundOf(kind, search)} limit ${COUNTED + 1})`
	);
	const rows = await db.all<{ kind: TextKind; many: number }>(sql.join(each, sql` union all `));
	return new Map(rows.map(({ kind, many }) => [kind, many]));
}

/** From the index to the rows, never the other way; and to the rows only where a condition needs them. */
function foundOf(kind: TextKind, { actor, match, inspectionId }: TextSearch): SQL {
	const { table, block } = TEXTS[kind];
	const visible =
		kind === 'comment' ? commentsVisibleTo(actor) : visibleTo(actor, assignment.organisationId);
	const within = inspectionId === undefined ? undefined : eq(assignment.inspectionId, inspectionId);
	const condition = and(visible, within);
	const rows = sql`cross join ${table} on ${table.id} = ${idIn(block)}
		cross join ${assignment} on ${assignment.id} = ${table.assignmentId}`;
	return sql`select ${idIn(block)} as id from search_text ${condition && rows}
		where search_text match ${match} and ${isInBlock(block)}
		${condition && sql`and ${condition}`}`;
}
