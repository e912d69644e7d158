import { ACCEPTANCES, type Acceptance } from '#lib/domain/acceptance.ts';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, happened, id, oneOf } from './columns.ts';
import { inspection } from './inspection.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';
import { recommendation } from './recommendation.ts';

/** Append-only: the comments that a local policing body published on a report; the latest row counts. */
export const section55Response = sqliteTable(
	'section55_response',
	{
		...happened(),
		inspectionId: integer('inspection_id')
			.notNull()
			.references(() => inspection.id),
		/** The police force that the local policing body answers for. */
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		actorId: integer('actor_id')
			.notNull()
			.references(() => person.id),
		publishedOn: day('published_on').notNull(),
		url: text('url').notNull()
	},
	(table) => [
		index('section55_response_latest').on(table.inspectionId, table.organisationId, table.id)
	]
);

/** Append-only: what the comments say of one recommendation. */
export const section55Position = sqliteTable(
	'section55_position',
	{
		id: id(),
		responseId: integer('response_id')
			.notNull()
			.references(() => section55Response.id),
		recommendationId: integer('recommendation_id')
			.notNull()
			.references(() => recommendation.id),
		acceptance: text('acceptance').$type<Acceptance>().notNull(),
		comment: text('comment')
	},
	(table) => [
		uniqueIndex('section55_position_once').on(table.responseId, table.recommendationId),
		oneOf('section55_position_acceptance', table.acceptance, ACCEPTANCES)
	]
);
