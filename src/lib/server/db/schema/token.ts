import { TOKEN_PURPOSES, type TokenPurpose } from '#lib/domain/token.ts';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant, oneOf } from './columns.ts';
import { person } from './person.ts';

/** A secret that stands for a person where nobody signs in. Only its SHA-256 is stored; revoked, never deleted. */
export const personalToken = sqliteTable(
	'personal_token',
	{
		id: id(),
		tokenHash: text('token_hash').notNull().unique(),
		personId: integer('person_id')
			.notNull()
			.references(() => person.id),
		purpose: text('purpose').$type<TokenPurpose>().notNull(),
		name: text('name').notNull(),
		/** Words of TOKEN_SCOPES with a space between; empty for a calendar. */
		scopes: text('scopes').notNull(),
		createdAt: instant('created_at').notNull(),
		/** Null for a calendar, which lasts until it is revoked. */
		expiresAt: instant('expires_at'),
		/** To the hour: enough to see that it is in use. */
		lastUsedAt: instant('last_used_at'),
		revokedAt: instant('revoked_at')
	},
	(table) => [
		index('personal_token_of').on(table.personId, table.id),
		oneOf('personal_token_purpose', table.purpose, TOKEN_PURPOSES)
	]
);
