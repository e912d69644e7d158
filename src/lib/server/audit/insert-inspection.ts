import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { InspectionFacts } from '#lib/domain/inspection.ts';
import type { Queryable } from '../db/open.ts';
import { codeMustBeFree } from '../db/queries/administered.ts';
import { inspection } from '../db/schema/inspection.ts';
import { record } from './record.ts';

/**
 * An inspection without recommendations, with its line of the trail.
 * @returns its id
 * @throws Refusal 'inspection-code-taken'
 */
export async function insertInspection(
	tx: Queryable,
	actor: Actor,
	facts: InspectionFacts,
	moment: Moment
): Promise<number> {
	await codeMustBeFree(tx, facts.code);
	const [made] = await tx.insert(inspection).values(facts).returning({ id: inspection.id });
	if (!made) throw new Error('The inspection was not stored');
	await record(tx, {
		action: 'inspection.add',
		actor,
		moment,
		particulars: { reference: facts.code, title: facts.title }
	});
	return made.id;
}
