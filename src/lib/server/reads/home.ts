import { holdsRole, isNational, ownOrganisationIds, type Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { Context } from '../db/context.ts';
import { openHandoversOf } from '../db/queries/handover.ts';
import { chooseInspection, inspectionChoices, listInspections } from '../db/queries/inspection.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { countRegisterState } from '../db/queries/register-state.ts';
import { readOversight } from './oversight.ts';
import { readOwnWork } from './own-work.ts';

/**
 * What somebody sees first: the whole inspection, the work of their own organisations, or the state of the
 * register. At most seven queries, whichever it is.
 * @throws Refusal 'not-found' for an inspection that there is not
 */
export async function readHome(context: Context, actor: Actor, code?: string) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const inspections = await listInspections(read);
	const isAdministrator = holdsRole(actor, 'administrator');
	const readsAll = isNational(actor);
	const readsOwn = ownOrganisationIds(actor).length > 0;
	const isRegister = isAdministrator && !readsAll && !readsOwn;
	if (inspections.length === 0 && code === undefined) {
		const register = isAdministrator ? await countRegisterState(read) : null;
		return { kind: 'empty', today, register } as const;
	}
	const inspection = chooseInspection(inspections, code);
	const about = {
		today,
		inspection: { code: inspection.code, title: inspection.title },
		inspections: inspectionChoices(inspections),
		handovers: readsOwn ? await openHandoversOf(read, actor) : []
	};
	if (!readsAll && !readsOwn && !isAdministrator) return { kind: 'no-role', ...about } as const;

	const periods = await latestPeriods(read, inspection.id, today);
	const scope = { inspectionId: inspection.id, periods, today };
	if (readsAll) {
		const oversight = await readOversight(read, scope, inspection.code);
		return { kind: 'oversight', ...about, ...oversight } as const;
	}
	const own = await readOwnWork(read, actor, scope);
	if (!isRegister) return { kind: 'own-work', ...about, ...own } as const;
	const register = await countRegisterState(read);
	return { kind: 'register', ...about, national: own.national, register } as const;
}
