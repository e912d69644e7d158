import { WORDING_KINDS } from '#lib/domain/wording-load.ts';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, id, instant } from './columns.ts';
import { inspection } from './inspection.ts';
import { person } from './person.ts';

export const recommendation = sqliteTable(
	'recommendation',
	{
		id: id(),
		inspectionId: integer('inspection_id')
			.notNull()
			.references(() => inspection.id),
		number: integer('number').notNull(),
		title: text('title').notNull(),
		theme: text('theme').notNull()
	},
	(table) => [uniqueIndex('recommendation_number').on(table.inspectionId, table.number)]
);

/** What a recommendation says, append-only: a working summary stays in history when official wording is loaded. */
export const recommendationWording = sqliteTable(
	'recommendation_wording',
	{
		id: id(),
		recommendationId: integer('recommendation_id')
			.notNull()
			.references(() => recommendation.id),
		kind: text('kind', { enum: WORDING_KINDS }).notNull(),
		text: text('text').notNull(),
		source: text('source').notNull(),
		sourceUrl: text('source_url'),
		page: text('page'),
		retrievedOn: day('retrieved_on'),
		loadedBy: integer('loaded_by').references(() => person.id),
		checkedBy: integer('checked_by').references(() => person.id),
		at: instant('at').notNull()
	},
	(table) => [index('recommendation_wording_latest').on(table.recommendationId, table.id)]
);
