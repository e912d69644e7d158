import { isNational, ownOrganisationIds, type Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { asc } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { chooseInspection, inspectionChoices, listInspections } from '../db/queries/inspection.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { remember } from '../db/remember.ts';
import { organisation } from '../db/schema/organisation.ts';
import { countBy } from './counts.ts';

/**
 * Every body, by name. Counts come with those that the actor may see in full; of the others only what is
 * public: that they exist.
 * @throws Refusal 'not-found' for an inspection that there is not
 */
export async function readOrganisations(context: Context, actor: Actor, code?: string) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const inspections = await listInspections(read);
	const inspection = chooseInspection(inspections, code);
	const periods = await latestPeriods(read, inspection.id, today);
	const scope = { inspectionId: inspection.id, periods, today };
	const counts = await countBy(read, 'organisation', scope);
	const bodies = await everyBody(read);
	const own = ownOrganisationIds(actor);
	return {
		inspections: inspectionChoices(inspections),
		inspection,
		bodies: bodies.map(({ id, ...body }) => {
			const isOpenToActor = isNational(actor) || own.includes(id);
			return { ...body, counts: isOpenToActor ? (counts.get(id) ?? null) : null, isOpenToActor };
		})
	};
}

const everyBody = remember(
	async (db: Queryable) =>
		await db
			.select({
				id: organisation.id,
				code: organisation.code,
				name: organisation.name,
				kind: organisation.kind,
				region: organisation.region
			})
			.from(organisation)
			.orderBy(asc(organisation.name))
);
