import type { RolesHeld } from '#lib/domain/actor.ts';
import { EVIDENCE_MIX } from '#lib/domain/evidence-mix.ts';
import {
	ASKED_TO_ACCEPT,
	noStanding,
	STANDING_WORDS,
	type GrowingStanding,
	type Standing
} from '#lib/domain/standing.ts';
import { and, inArray, sql, type SQL } from 'drizzle-orm';
import { isInScope, isOneOfThese, type FilterScope } from '../db/queries/assignment-filter.ts';
import { evidenceRankSql, firstDecisionSql, spanConditions } from '../db/queries/standing.ts';
import type { Queryable } from '../db/open.ts';
import { rememberParts } from '../db/remember-parts.ts';
import { assignment } from '../db/schema/assignment.ts';

/**
 * How the assignments of each recommendation stand, of what a filter describes and the roles may see, by the
 * recommendation's id: one query for all the charts of a dashboard.
 */
export function countStanding(
	db: Queryable,
	{ roles }: RolesHeld,
	{ inspectionId, periods, today, filter }: FilterScope
): Promise<ReadonlyMap<number, Standing>> {
	return counted(db, { roles }, { inspectionId, periods, today, filter });
}

const counted = rememberParts(async (db, only, to: RolesHeld, scope: FilterScope) => {
	const { recommendationId, status, acceptance, currentDueOn, originalDueOn, claimedOn } =
		assignment;
	const asked = sql`case when ${inArray(status, [...ASKED_TO_ACCEPT])} then ${acceptance} end`;
	const spans = spanConditions(scope.today);
	const counts = SPANS.map(
		([field, word]) => sql`count(*) filter (where ${conditionOf(spans, field, word)})`
	);
	// The limit keeps the inner query apart: what it looks up for a row is not looked up again to group it.
	const rows = await db.values<CountRow>(sql`select ${recommendationId}, asked, strength, decision,
			count(*), ${sql.join(counts, sql`, `)}
		from (select ${recommendationId}, ${status}, ${currentDueOn}, ${originalDueOn}, ${claimedOn},
				${asked} as asked, ${evidenceRankSql} as strength, ${firstDecisionSql} as decision
			from ${assignment} where ${and(isInScope(to, scope), isOneOfThese(only))} limit -1) ${assignment}
		group by 1, 2, 3, 4`);
	return tally(rows);
});

const SPAN_FIELDS = ['overdueFor', 'originallyOverdueFor', 'dueWithin', 'claimedFor'] as const;
type SpanField = (typeof SPAN_FIELDS)[number];

/** Each counted in a column of its own, in this order. */
const SPANS = SPAN_FIELDS.flatMap((field) =>
	STANDING_WORDS[field].map((word) => [field, word as string] as const)
);

function conditionOf(
	spans: ReturnType<typeof spanConditions>,
	field: SpanField,
	word: string
): SQL | undefined {
	return (spans[field] as Record<string, SQL>)[word];
}

type CountRow = [
	id: number,
	acceptance: keyof Standing['acceptance'] | null,
	evidenceRank: number | null,
	firstDecision: keyof Standing['firstDecision'] | null,
	items: number,
	...spans: number[]
];

function tally(rows: readonly CountRow[]): ReadonlyMap<number, Standing> {
	const byId = new Map<number, GrowingStanding>();
	for (const [id, acceptance, evidenceRank, firstDecision, items, ...spans] of rows) {
		const standing = byId.get(id) ?? noStanding();
		byId.set(id, standing);
		if (acceptance !== null) standing.acceptance[acceptance] += items;
		if (evidenceRank !== null) standing.evidence[EVIDENCE_MIX[evidenceRank]!] += items;
		if (firstDecision !== null) standing.firstDecision[firstDecision] += items;
		for (const [index, [field, word]] of SPANS.entries()) {
			const into: Record<string, number> = standing[field];
			into[word]! += spans[index]!;
		}
	}
	return byId;
}
