import { ROLES, type Role } from '#lib/domain/actor.ts';
import { LINK_PURPOSES } from '#lib/domain/password.ts';
import { sql } from 'drizzle-orm';
import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, id, instant, oneOf } from './columns.ts';
import { organisation } from './organisation.ts';

/** Someone who signs in: work name and work e-mail only. Deactivated, never deleted. */
export const person = sqliteTable('person', {
	id: id(),
	/** Kept in lower case. */
	email: text('email').notNull().unique(),
	name: text('name').notNull(),
	/** Argon2id, or null until the invitation is accepted. */
	passwordHash: text('password_hash'),
	createdAt: instant('created_at').notNull(),
	deactivatedAt: instant('deactivated_at')
});

export const personRole = sqliteTable(
	'person_role',
	{
		id: id(),
		personId: integer('person_id')
			.notNull()
			.references(() => person.id),
		role: text('role').$type<Role>().notNull(),
		organisationId: integer('organisation_id').references(() => organisation.id),
		fromDay: day('from_day').notNull(),
		/** The day it ended; null while it is held. */
		toDay: day('to_day')
	},
	(table) => [
		uniqueIndex('person_role_current')
			.on(table.personId, table.role, table.organisationId)
			.where(sql`${table.toDay} is null and ${table.organisationId} is not null`),
		uniqueIndex('person_role_current_national')
			.on(table.personId, table.role)
			.where(sql`${table.toDay} is null and ${table.organisationId} is null`),
		index('person_role_held')
			.on(table.personId)
			.where(sql`${table.toDay} is null`),
		index('person_role_organisation').on(table.organisationId),
		oneOf('person_role_role', table.role, ROLES)
	]
);

/** Lucia's session design: an id to look up, and a secret of which only the SHA-256 is stored. */
export const session = sqliteTable(
	'session',
	{
		id: text('id').primaryKey(),
		secretHash: blob('secret_hash', { mode: 'buffer' }).notNull(),
		personId: integer('person_id')
			.notNull()
			.references(() => person.id),
		createdAt: instant('created_at').notNull(),
		lastSeenAt: instant('last_seen_at').notNull(),
		endedAt: instant('ended_at')
	},
	(table) => [index('session_person').on(table.personId)]
);

/** A one-time link: an invitation, or a password reset. Only the SHA-256 of the token is stored. */
export const oneTimeLink = sqliteTable('one_time_link', {
	tokenHash: text('token_hash').primaryKey(),
	purpose: text('purpose', { enum: LINK_PURPOSES }).notNull(),
	personId: integer('person_id')
		.notNull()
		.references(() => person.id),
	createdBy: integer('created_by').references(() => person.id),
	createdAt: instant('created_at').notNull(),
	expiresAt: instant('expires_at').notNull(),
	usedAt: instant('used_at')
});

/** Failed attempts at a door, by account and by address, so that a restart does not forget them. */
export const throttle = sqliteTable('throttle', {
	/** Door and SHA-256 of the account or address: nobody's address is kept in the clear. */
	key: text('key').primaryKey(),
	failures: integer('failures').notNull(),
	windowStartedAt: instant('window_started_at').notNull()
});
