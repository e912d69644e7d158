import type { Actor, RolesHeld } from '#lib/domain/actor.ts';
import type { AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { ReportingPeriod } from '#lib/domain/freshness.ts';
import type { Context } from '../db/context.ts';
import type { FilterScope } from '../db/queries/assignment-filter.ts';
import { readFilterChoices } from '../db/queries/filter-choices.ts';
import { chooseInspection, inspectionChoices, listInspections } from '../db/queries/inspection.ts';

/** What every section of a dashboard is read with: one inspection, one filter, one day, one reader. */
export interface DashboardScope extends FilterScope, RolesHeld {
	/** 'OIC' */
	readonly inspectionCode: string;
}

/**
 * The scope of a dashboard and what its filter offers: two queries, both remembered. Pass the context of
 * `viewing(event)`, so that it is of the day that the address names.
 * @throws Refusal 'not-found' for an inspection that there is not
 */
export async function readDashboardScope(
	context: Context,
	{ roles }: Pick<Actor, 'roles'>,
	query: { readonly inspection: string | undefined; readonly filter: AssignmentFilter }
) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const inspections = await listInspections(read);
	const { id, code, title } = chooseInspection(inspections, query.inspection);
	const choices = await readFilterChoices(read, { roles }, id, today);
	const scope: DashboardScope = {
		...{ inspectionId: id, inspectionCode: code, roles, today },
		filter: query.filter,
		periods: latestTwo(choices.periods)
	};
	return {
		inspection: { code, title },
		inspections: inspectionChoices(inspections),
		choices,
		scope
	};
}

/** What freshness is judged by. */
function latestTwo(periods: readonly ReportingPeriod[]): readonly ReportingPeriod[] {
	return periods.slice(0, 2);
}
