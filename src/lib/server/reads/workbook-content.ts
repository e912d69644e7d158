import type { Actor } from '#lib/domain/actor.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { isOpen } from '#lib/domain/status.ts';
import type { WorkbookContent, WorkbookRow } from '#lib/domain/workbook.ts';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { chooseInspection, listInspections } from '../db/queries/inspection.ts';
import { findOrganisation } from '../db/queries/organisation.ts';
import { action, actionAssignment } from '../db/schema/action.ts';
import { assignment } from '../db/schema/assignment.ts';
import { progressUpdate } from '../db/schema/history.ts';
import { recommendation } from '../db/schema/recommendation.ts';

/** Codes in place of words: whoever writes the file puts the words. */
export interface WorkbookFacts {
	readonly inspection: { readonly id: number; readonly code: string; readonly title: string };
	readonly body: { readonly id: number; readonly code: string; readonly name: string };
	readonly content: WorkbookContent;
}

/**
 * What a body's workbook tells of one inspection: its open assignments and the actions that are planned.
 * @throws Refusal 'not-found', or 'not-allowed' for whoever may not give updates
 */
export async function readWorkbookContent(
	{ db }: Context,
	actor: Actor,
	code: string,
	inspectionCode: string | undefined
): Promise<WorkbookFacts> {
	const body = await findOrganisation(db.read, actor, code);
	mustBeAbleTo(actor, 'add-update', { organisationId: body.id });
	const { id, code: of, title } = chooseInspection(await listInspections(db.read), inspectionCode);
	const inspection = { id, code: of, title };
	return { inspection, body, content: await readContent(db.read, inspection, body) };
}

/** The same rows, as they stand now, by sheet and key. */
export async function readContent(
	db: Queryable,
	inspection: { readonly id: number; readonly code: string },
	body: { readonly id: number; readonly code: string }
): Promise<WorkbookContent> {
	const rows = await db
		.select({
			id: assignment.id,
			number: recommendation.number,
			title: recommendation.title,
			version: assignment.version,
			status: assignment.status,
			currentDueOn: assignment.currentDueOn,
			lastReportedOn: assignment.lastReportedOn,
			latest: sql<string | null>`(select ${progressUpdate.narrative} from ${progressUpdate}
				where ${progressUpdate.assignmentId} = ${assignment.id}
				order by ${progressUpdate.id} desc limit 1)`
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.where(and(eq(assignment.inspectionId, inspection.id), eq(assignment.organisationId, body.id)))
		.orderBy(asc(recommendation.number));
	const open = rows.filter(({ status }) => isOpen(status));
	const nameOf = (number: number) =>
		`${recommendationReference(inspection.code, number)}/${body.code}`;
	const names = new Map(open.map(({ id, number }) => [id, nameOf(number)]));
	return {
		Assignments: open.map(({ id: _id, number, version, ...row }) => ({
			...row,
			key: nameOf(number),
			version: String(version)
		})),
		Actions: await readActions(db, names)
	};
}

async function readActions(
	db: Queryable,
	names: ReadonlyMap<number, string>
): Promise<WorkbookRow[]> {
	const rows = await db
		.select({
			key: action.key,
			version: action.version,
			assignmentId: actionAssignment.assignmentId,
			title: action.title,
			dueOn: action.dueOn,
			state: action.state
		})
		.from(action)
		.innerJoin(actionAssignment, eq(actionAssignment.actionId, action.id))
		.where(
			and(inArray(actionAssignment.assignmentId, [...names.keys()]), eq(action.state, 'planned'))
		)
		.orderBy(asc(actionAssignment.assignmentId), asc(actionAssignment.position), desc(action.id));
	// An action that serves several stands once, with the first of them.
	const byKey = new Map<string, WorkbookRow>();
	for (const { assignmentId, version, ...row } of rows) {
		if (byKey.has(row.key)) continue;
		const assigned = names.get(assignmentId) ?? null;
		byKey.set(row.key, { ...row, version: String(version), assignment: assigned });
	}
	return [...byKey.values()];
}
