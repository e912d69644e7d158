import { ownOrganisationIds, type Actor } from '#lib/domain/actor.ts';
import { can } from '#lib/domain/policy.ts';
import { asc, inArray } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { inspectionChoices, listInspections } from '../db/queries/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';

/** Of no body: who may bring its workbook may bring that of any. */
const NONE = 0;

/** The bodies whose workbook the actor may take away, and of which inspections; and whether they may bring any. */
export async function readWorkbookBodies({ db }: Context, actor: Actor) {
	const ids = ownOrganisationIds(actor).filter((id) =>
		can(actor, 'add-update', { organisationId: id })
	);
	const bodies =
		ids.length === 0
			? []
			: await db.read
					.select({ code: organisation.code, name: organisation.name })
					.from(organisation)
					.where(inArray(organisation.id, ids))
					.orderBy(asc(organisation.name));
	return {
		bodies,
		inspections: inspectionChoices(await listInspections(db.read)),
		mayBring: bodies.length > 0 || can(actor, 'bring-workbook', { organisationId: NONE })
	};
}
