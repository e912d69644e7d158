import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import {
	QUALITY_CHECK_NAMES,
	QUALITY_CHECKS,
	QUALITY_RIGHTS,
	type QualityCheck
} from '#lib/domain/quality.ts';
import { can } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import type { Context } from '../db/context.ts';
import { findInconsistencies } from '../db/queries/inconsistencies.ts';
import { chooseInspection, inspectionChoices, listInspections } from '../db/queries/inspection.ts';
import { latestPeriods } from '../db/queries/period.ts';

/** Of each check where all are shown, and of one that is turned over. */
const SHOWN_EACH = 5;
const PAGE_SIZE = 50;

export interface QualityQuery {
	readonly inspection: string | undefined;
	/** One check alone, with all that it finds. */
	readonly check: QualityCheck | undefined;
	/** From 1. */
	readonly page: number;
}

/**
 * What does not fit together in the register, check by check: how many assignments that the actor may see, and
 * which. The numbers come with the rows, from the same query.
 * @throws Refusal 'not-found' for an inspection that there is not
 */
export async function readQuality(context: Context, actor: Actor, query: QualityQuery) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const inspections = await listInspections(read);
	const chosen = chooseInspection(inspections, query.inspection);
	const periods = await latestPeriods(read, chosen.id, today);
	const { check, page } = query;
	const limits = check
		? { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
		: { limit: SHOWN_EACH, offset: 0 };
	const names = check ? [check] : QUALITY_CHECK_NAMES;
	const { roles } = actor;
	const rows = await findInconsistencies(
		read,
		{ roles },
		{ inspectionId: chosen.id, periods, today },
		names,
		limits
	);
	return {
		inspections: inspectionChoices(inspections),
		inspection: chosen,
		checks: names.map((name) => {
			const found = rows.filter((row) => row.check === name);
			const total = found[0]?.total ?? 0;
			return {
				check: name,
				severity: QUALITY_CHECKS[name],
				total,
				pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
				rows: found.map(({ check: _check, total: _total, inspectionCode, number, ...row }) => ({
					...row,
					mayMend: can(actor, QUALITY_RIGHTS[name], row),
					reference: recommendationReference(inspectionCode, number)
				}))
			};
		})
	};
}
