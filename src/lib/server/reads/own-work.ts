import { ownOrganisationIds, type Actor } from '#lib/domain/actor.ts';
import { compareDue, OWN_WORK, ownWorkOf, type OwnWork } from '#lib/domain/own-work.ts';
import { can } from '#lib/domain/policy.ts';
import { and, asc, count, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { isWaitingSql } from '../db/queries/assignment-filter.ts';
import { isOpenSql } from '../db/queries/timeliness.ts';
import { remember } from '../db/remember.ts';
import { assignment } from '../db/schema/assignment.ts';
import { organisation } from '../db/schema/organisation.ts';
import { selectAssignmentRows, withJudgement, type AssignmentRow } from './assignment-row.ts';
import { countBy, noCounts, sumCounts, type CountScope } from './counts.ts';

/** Rows of one organisation; its own page has the rest. */
const SHOWN = 20;

/**
 * The assignments of the actor's own organisations, what is due next first, with counts that are their own;
 * and the national counts, which everybody may see.
 */
export const readOwnWork = remember(async (db: Queryable, actor: Actor, scope: CountScope) => {
	const counts = await countBy(db, 'organisation', scope);
	const national = sumCounts([...counts.values()]);
	const ids = ownOrganisationIds(actor);
	if (ids.length === 0) return { national, organisations: [] };
	const bodies = await db
		.select({ id: organisation.id, code: organisation.code, name: organisation.name })
		.from(organisation)
		.where(inArray(organisation.id, ids))
		.orderBy(asc(organisation.name));
	const theirs = and(
		eq(assignment.inspectionId, scope.inspectionId),
		inArray(assignment.organisationId, ids)
	);
	const waiting = await db
		.select({ id: assignment.organisationId, items: count() })
		.from(assignment)
		.where(and(theirs, isOpenSql, isWaitingSql))
		.groupBy(assignment.organisationId);
	const rows = await selectAssignmentRows(db)
		.where(theirs)
		.orderBy(asc(assignment.currentDueOn), asc(assignment.id));
	const judged = rows.map((row) => withJudgement(row, scope.periods, scope.today));
	return {
		national,
		organisations: bodies.map(({ id, code, name }) => ({
			code,
			name,
			counts: {
				...(counts.get(id) ?? noCounts()),
				waiting: waiting.find((row) => row.id === id)?.items ?? 0
			},
			mayUpdate: can(actor, 'add-update', { organisationId: id }),
			rows: firstOf(judged.filter((row) => row.organisationCode === code))
		}))
	};
});

/** What is due next first, and by deadline among those that ask for the same. */
function firstOf(rows: readonly AssignmentRow[]) {
	return rows
		.map((row) => ({ ...row, work: ownWorkOf(row) }))
		.sort((a, b) => OWN_WORK.indexOf(a.work) - OWN_WORK.indexOf(b.work) || compareDue(a, b))
		.slice(0, SHOWN)
		.map(asShown);
}

/** Only what the page draws, because it travels to the browser. */
function asShown(row: AssignmentRow & { work: OwnWork }) {
	return {
		work: row.work,
		reference: row.reference,
		title: row.title,
		organisationCode: row.organisationCode,
		status: row.status,
		timeliness: row.timeliness,
		freshness: row.freshness,
		originalDueOn: row.originalDueOn,
		currentDueOn: row.currentDueOn,
		deadlineMoves: row.deadlineMoves
	};
}
