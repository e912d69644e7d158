import {
	SAMPLE_OUTCOMES,
	SAMPLING_METHODS,
	type SampleOutcome,
	type SamplingMethod
} from '#lib/domain/sampling.ts';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { happened, id, oneOf } from './columns.ts';
import { statusChange } from './history.ts';
import { inspection } from './inspection.ts';
import { person } from './person.ts';
import { recommendation } from './recommendation.ts';

/** Append-only: a draw of claims for checking, with all that is needed to draw it again. */
export const sampleDraw = sqliteTable(
	'sample_draw',
	{
		...happened(),
		/** What the address shows. */
		key: text('key').notNull().unique(),
		inspectionId: integer('inspection_id')
			.notNull()
			.references(() => inspection.id),
		/** Null where the claims of every recommendation of the inspection were drawn from. */
		recommendationId: integer('recommendation_id').references(() => recommendation.id),
		actorId: integer('actor_id')
			.notNull()
			.references(() => person.id),
		method: text('method').$type<SamplingMethod>().notNull(),
		seed: text('seed').notNull(),
		/** The claims that were drawn from, as a JSON list of [claim id, weight] in the order of the draw. */
		population: text('population').notNull(),
		populationSize: integer('population_size').notNull(),
		size: integer('size').notNull()
	},
	(table) => [
		index('sample_draw_by_inspection').on(table.inspectionId, table.id),
		oneOf('sample_draw_method', table.method, SAMPLING_METHODS)
	]
);

export const sampleItem = sqliteTable(
	'sample_item',
	{
		id: id(),
		drawId: integer('draw_id')
			.notNull()
			.references(() => sampleDraw.id),
		/** The status change 'report-complete' that was drawn. */
		claimId: integer('claim_id')
			.notNull()
			.references(() => statusChange.id),
		/** From 1, in the order drawn. */
		position: integer('position').notNull()
	},
	(table) => [
		uniqueIndex('sample_item_once').on(table.drawId, table.claimId),
		index('sample_item_by_claim').on(table.claimId)
	]
);

/** Append-only: what checking a drawn claim came to; the latest row counts. */
export const sampleOutcome = sqliteTable(
	'sample_outcome',
	{
		...happened(),
		itemId: integer('item_id')
			.notNull()
			.references(() => sampleItem.id),
		actorId: integer('actor_id')
			.notNull()
			.references(() => person.id),
		outcome: text('outcome').$type<SampleOutcome>().notNull(),
		reason: text('reason')
	},
	(table) => [
		index('sample_outcome_latest').on(table.itemId, table.id),
		oneOf('sample_outcome_outcome', table.outcome, SAMPLE_OUTCOMES)
	]
);
