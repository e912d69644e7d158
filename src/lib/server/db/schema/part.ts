import { DEADLINE_KINDS, type DeadlineKind } from '#lib/domain/deadline.ts';
import { isNull } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { assignment } from './assignment.ts';
import { day, happened, id, instant, oneOf } from './columns.ts';
import { person } from './person.ts';
import { recommendation } from './recommendation.ts';

/** A lettered or bulleted part of a recommendation, which a body can have met or not. */
export const recommendationPart = sqliteTable(
	'recommendation_part',
	{
		id: id(),
		recommendationId: integer('recommendation_id')
			.notNull()
			.references(() => recommendation.id),
		/** 'a', 'b', … or '1', '2', … as printed. */
		label: text('label').notNull(),
		text: text('text').notNull(),
		position: integer('position').notNull(),
		fromDay: day('from_day').notNull(),
		toDay: day('to_day')
	},
	(table) => [
		index('recommendation_part_order').on(table.recommendationId, table.position),
		uniqueIndex('recommendation_part_label')
			.on(table.recommendationId, table.label)
			.where(isNull(table.toDay))
	]
);

/**
 * Append-only: the deadline that the words of one part set, beside that of the whole; the latest row counts.
 * Of the kind 'none-set' where it no longer has one.
 */
export const partDeadline = sqliteTable(
	'part_deadline',
	{
		...happened(),
		partId: integer('part_id')
			.notNull()
			.references(() => recommendationPart.id),
		setBy: integer('set_by')
			.notNull()
			.references(() => person.id),
		phrase: text('phrase'),
		kind: text('kind').$type<DeadlineKind>().notNull(),
		lastDay: day('last_day'),
		rule: text('rule').notNull()
	},
	(table) => [
		index('part_deadline_latest').on(table.partId, table.id),
		oneOf('part_deadline_kind', table.kind, DEADLINE_KINDS)
	]
);

/** Append-only: whether an assignment has met a part; the latest row counts. */
export const partChange = sqliteTable(
	'part_change',
	{
		id: id(),
		assignmentId: integer('assignment_id')
			.notNull()
			.references(() => assignment.id),
		partId: integer('part_id')
			.notNull()
			.references(() => recommendationPart.id),
		at: instant('at').notNull(),
		onDay: day('on_day').notNull(),
		actorId: integer('actor_id')
			.notNull()
			.references(() => person.id),
		isMet: integer('is_met', { mode: 'boolean' }).notNull(),
		/** The day on which the part was met, as the organisation says; null where it is not. */
		metOn: day('met_on'),
		note: text('note')
	},
	(table) => [
		index('part_change_latest').on(table.assignmentId, table.partId, table.id),
		index('part_change_by_part').on(table.partId)
	]
);

/** What good looks like, as the inspectorate writes it. A changed criterion is a new row. */
export const criterion = sqliteTable(
	'criterion',
	{
		id: id(),
		recommendationId: integer('recommendation_id')
			.notNull()
			.references(() => recommendation.id),
		position: integer('position').notNull(),
		text: text('text').notNull(),
		fromDay: day('from_day').notNull(),
		toDay: day('to_day'),
		writtenBy: integer('written_by')
			.notNull()
			.references(() => person.id)
	},
	(table) => [index('criterion_order').on(table.recommendationId, table.position)]
);
