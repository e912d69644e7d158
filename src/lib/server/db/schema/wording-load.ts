import { DEADLINE_KINDS, type DeadlineKind } from '#lib/domain/deadline.ts';
import {
	WORDING_LOAD_OUTCOMES,
	WORDING_TURNS,
	type WordingLoadOutcome,
	type WordingTurn
} from '#lib/domain/wording-load.ts';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, happened, id, instant, oneOf } from './columns.ts';
import { inspection } from './inspection.ts';
import { person } from './person.ts';

/** Official wording as somebody loaded it, until a second person checks and accepts it. */
export const wordingLoad = sqliteTable(
	'wording_load',
	{
		id: id(),
		/** What the address shows: random, so that nobody counts up. */
		key: text('key').notNull().unique(),
		/** Null while it is to make a new inspection: that is stored when somebody accepts the wording. */
		inspectionId: integer('inspection_id').references(() => inspection.id),
		/** The facts of the inspection that accepting makes: a JSON object. */
		proposed: text('proposed'),
		sourceUrl: text('source_url').notNull(),
		/** What the source is called. */
		source: text('source').notNull(),
		retrievedOn: day('retrieved_on').notNull(),
		/** What was pasted, or read from the file, unchanged. */
		sourceText: text('source_text').notNull(),
		fileName: text('file_name'),
		loadedBy: integer('loaded_by')
			.notNull()
			.references(() => person.id),
		loadedAt: instant('loaded_at').notNull(),
		outcome: text('outcome').$type<WordingLoadOutcome>(),
		settledBy: integer('settled_by').references(() => person.id),
		settledAt: instant('settled_at'),
		/** Why it was put aside. */
		reason: text('reason'),
		version: integer('version').notNull().default(1)
	},
	(table) => [
		index('wording_load_by_inspection').on(table.inspectionId, table.id),
		oneOf('wording_load_outcome', table.outcome, WORDING_LOAD_OUTCOMES)
	]
);

/** Append-only: how a load goes between its loader and its checkers; the latest row counts. */
export const wordingLoadTurn = sqliteTable(
	'wording_load_turn',
	{
		...happened(),
		loadId: integer('load_id')
			.notNull()
			.references(() => wordingLoad.id),
		actorId: integer('actor_id')
			.notNull()
			.references(() => person.id),
		step: text('step').$type<WordingTurn>().notNull(),
		/** Why it is sent back, or what was done about it. */
		note: text('note').notNull()
	},
	(table) => [
		index('wording_load_turn_latest').on(table.loadId, table.id),
		oneOf('wording_load_turn_step', table.step, WORDING_TURNS)
	]
);

/** One recommendation as it was read from the source, and corrected by hand before it is accepted. */
export const wordingLoadItem = sqliteTable(
	'wording_load_item',
	{
		id: id(),
		loadId: integer('load_id')
			.notNull()
			.references(() => wordingLoad.id),
		/** From 1, in the order of the source. */
		position: integer('position').notNull(),
		/** The part of the source that this was read from. */
		sourceText: text('source_text').notNull(),
		number: integer('number'),
		title: text('title'),
		theme: text('theme'),
		text: text('text').notNull(),
		page: text('page'),
		/** The words for whom it is addressed to. */
		addressees: text('addressees'),
		/** Codes of the organisations that they stand for: a JSON list. */
		organisations: text('organisations').notNull(),
		deadlinePhrase: text('deadline_phrase'),
		deadlineKind: text('deadline_kind').$type<DeadlineKind>(),
		deadlineLastDay: day('deadline_last_day'),
		deadlineRule: text('deadline_rule'),
		/** Its lettered or bulleted parts: a JSON list of { label, text, deadline }. */
		parts: text('parts').notNull(),
		/** What could not be read: a JSON list of codes. */
		unread: text('unread').notNull(),
		/** False where it is left out of what is accepted. */
		isIncluded: integer('is_included', { mode: 'boolean' }).notNull().default(true),
		isCorrected: integer('is_corrected', { mode: 'boolean' }).notNull().default(false)
	},
	(table) => [
		uniqueIndex('wording_load_item_position').on(table.loadId, table.position),
		oneOf('wording_load_item_deadline_kind', table.deadlineKind, DEADLINE_KINDS)
	]
);

/** Append-only: which organisations an addressee's phrase stands for; the latest row for a phrase counts. */
export const addresseePhrase = sqliteTable(
	'addressee_phrase',
	{
		...happened(),
		/** In lower case, with single spaces. */
		phrase: text('phrase').notNull(),
		/** Patterns as in an inspection's file ("police-force:*", "NCA"): a JSON list; empty takes the phrase away. */
		patterns: text('patterns').notNull(),
		/** Null for those that came with the service. */
		actorId: integer('actor_id').references(() => person.id)
	},
	(table) => [index('addressee_phrase_latest').on(table.phrase, table.id)]
);
