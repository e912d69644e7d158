import type { RolesHeld } from '#lib/domain/actor.ts';
import type { FilterScope } from '../db/queries/assignment-filter.ts';
import { openWaitsInScope } from '../db/queries/awaited.ts';
import type { Queryable } from '../db/open.ts';

/** Who is waited for, by name, of what a filter describes and the roles may see. One query. */
export async function readAwaited(
	db: Queryable,
	{ roles }: RolesHeld,
	{ inspectionId, periods, today, filter }: FilterScope
) {
	const waits = await openWaitsInScope(db, { roles }, { inspectionId, periods, today, filter });
	const bodies = new Map<string, { code: string; name: string; waiting: number }>();
	for (const { code, name } of waits) {
		const body = bodies.get(code) ?? { code, name, waiting: 0 };
		bodies.set(code, { ...body, waiting: body.waiting + 1 });
	}
	return {
		bodies: [...bodies.values()],
		waiting: new Set(waits.map(({ assignmentId }) => assignmentId)).size
	};
}
