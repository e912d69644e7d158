import type { Actor } from '#lib/domain/actor.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { and, asc, desc, eq, gt } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { findSupersedable, openBodies } from '../db/queries/supersession.ts';
import { inspection } from '../db/schema/inspection.ts';
import { recommendation } from '../db/schema/recommendation.ts';

/**
 * The form on which a recommendation is superseded: those of later inspections to choose from.
 * @throws Refusal 'not-found', 'not-allowed'
 */
export async function readSupersessionForm({ db }: Context, actor: Actor, reference: string) {
	const found = await findSupersedable(db.read, reference);
	mustBeAbleTo(actor, 'supersede');
	const later = await db.read
		.select({ code: inspection.code, number: recommendation.number, title: recommendation.title })
		.from(recommendation)
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.where(and(gt(inspection.publishedOn, found.publishedOn)))
		.orderBy(desc(inspection.publishedOn), asc(inspection.code), asc(recommendation.number));
	return {
		reference,
		title: found.title,
		isSuperseded: found.supersededById !== null,
		open: (await openBodies(db.read, found.id)).length,
		later: later.map(({ code, number, title }) => ({
			reference: recommendationReference(code, number),
			title
		}))
	};
}
