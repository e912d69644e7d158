import { ALLOCATION_STEPS, type AllocationStep } from '#lib/domain/allocation.ts';
import { CAPACITIES, type Capacity } from '#lib/domain/organisation.ts';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { assignment } from './assignment.ts';
import { happened, oneOf } from './columns.ts';
import { person } from './person.ts';

/** Append-only: a recommendation was allocated to a body after it was loaded, withdrawn from it, or shared otherwise. */
export const allocationChange = sqliteTable(
	'allocation_change',
	{
		...happened(),
		assignmentId: integer('assignment_id')
			.notNull()
			.references(() => assignment.id),
		actorId: integer('actor_id')
			.notNull()
			.references(() => person.id),
		step: text('step').$type<AllocationStep>().notNull(),
		capacity: text('capacity').$type<Capacity>().notNull(),
		reason: text('reason')
	},
	(table) => [
		index('allocation_change_latest').on(table.assignmentId, table.id),
		oneOf('allocation_change_step', table.step, ALLOCATION_STEPS),
		oneOf('allocation_change_capacity', table.capacity, CAPACITIES)
	]
);
