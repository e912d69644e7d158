import type { Actor } from '#lib/domain/actor.ts';
import type { AllocationStep } from '#lib/domain/allocation.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { Capacity } from '#lib/domain/organisation.ts';
import type { Queryable } from '../db/open.ts';
import { allocationChange } from '../db/schema/allocation.ts';
import { record } from './record.ts';

/** The assignment that was made, closed or changed. */
interface Allocated {
	readonly id: number;
	readonly organisationId: number;
	readonly organisationName: string;
	readonly reference: string;
}

interface SaidOfAllocation {
	readonly step: AllocationStep;
	readonly capacity: Capacity;
	readonly reason: string;
}

/** One step of an allocation, with its line of the trail. */
export async function recordAllocation(
	tx: Queryable,
	actor: Actor,
	found: Allocated,
	said: SaidOfAllocation,
	moment: Moment
): Promise<void> {
	await tx.insert(allocationChange).values({
		...{ at: moment.at, onDay: moment.today, actorId: actor.personId },
		...{ assignmentId: found.id, ...said }
	});
	const { step, capacity, reason } = said;
	await record(tx, {
		action: `assignment.${ACTIONS[step]}`,
		actor,
		moment,
		assignmentId: found.id,
		organisationId: found.organisationId,
		particulars: {
			...{ reference: found.reference, organisation: found.organisationName },
			...{ capacity, reason }
		}
	});
}

const ACTIONS: Record<AllocationStep, string> = {
	add: 'add-allocation',
	withdraw: 'withdraw-allocation',
	'change-capacity': 'change-capacity'
};
