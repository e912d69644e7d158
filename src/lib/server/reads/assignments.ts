import type { Actor } from '#lib/domain/actor.ts';
import type { AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { Context } from '../db/context.ts';
import { chooseInspection, inspectionChoices, listInspections } from '../db/queries/inspection.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { readAssignmentList, type ListPage } from './assignment-list.ts';

/**
 * The assignments of one inspection, of all its recommendations, that the actor may see.
 * @throws Refusal 'not-found' for an inspection that there is not
 */
export async function readAssignments(
	context: Context,
	actor: Actor,
	code: string | undefined,
	filter: AssignmentFilter,
	page: ListPage
) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const inspections = await listInspections(read);
	const inspection = chooseInspection(inspections, code);
	const periods = await latestPeriods(read, inspection.id, today);
	const scope = { inspectionId: inspection.id, periods, today, filter };
	return {
		inspections: inspectionChoices(inspections),
		inspection,
		list: await readAssignmentList(read, actor, scope, page)
	};
}
