import { EXTENSION_REASONS } from '#lib/domain/extension.ts';
import { addDays, londonDay } from '#lib/domain/plain-date.ts';
import { extensionDecision, extensionRequest } from '#lib/server/db/schema/tables.ts';
import type { Person } from './bodies.ts';
import type { Allocated } from './inspections.ts';
import { narrative } from './phrases.ts';
import { seededRandom } from './random.ts';
import type { RowWriter } from './row-writer.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * One assignment in three asked for more time and was refused, which moves nothing; one in 200 still waits for an
 * answer, as many as a small inspectorate has on its desk.
 */
export function addExtensions(
	rows: RowWriter,
	allocated: readonly Allocated[],
	inspectors: readonly Person[]
): void {
	let requests = 0;
	for (const { id, body, allocatedAt, allocatedOn } of allocated) {
		const random = seededRandom(1_700_000 + id);
		if (!random.chance(1 / 3)) continue;
		requests += 1;
		const at = allocatedAt + 2 * HOUR;
		rows.add(extensionRequest, {
			assignmentId: id,
			actorId: random.pick(body.leads).id,
			at,
			onDay: londonDay(at),
			currentDueOn: addDays(allocatedOn, 180),
			askedDueOn: addDays(allocatedOn, 270),
			reasonCode: random.pick(EXTENSION_REASONS),
			reason: narrative(random)
		});
		if (random.chance(3 / 200)) continue;
		rows.add(extensionDecision, {
			assignmentId: id,
			actorId: random.pick(inspectors).id,
			at: at + DAY,
			onDay: londonDay(at + DAY),
			requestId: requests,
			answer: 'refuse',
			reason: narrative(random)
		});
	}
}
