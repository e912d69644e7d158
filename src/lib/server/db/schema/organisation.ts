import { ORGANISATION_KINDS, REGIONS, type OrganisationKind } from '#lib/domain/organisation.ts';
import { integer, sqliteTable, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { day, id, oneOf } from './columns.ts';

/** A force, agency, command, regional unit or national body. Bodies merge and vanish: they end, with a successor. */
export const organisation = sqliteTable(
	'organisation',
	{
		id: id(),
		code: text('code').notNull().unique(),
		name: text('name').notNull(),
		kind: text('kind').$type<OrganisationKind>().notNull(),
		region: text('region', { enum: REGIONS }),
		regionalUnitId: integer('regional_unit_id').references((): AnySQLiteColumn => organisation.id),
		gssCode: text('gss_code'),
		policeUkId: text('police_uk_id'),
		chiefOfficerTitle: text('chief_officer_title').notNull(),
		localPolicingBody: text('local_policing_body'),
		country: text('country'),
		validFrom: day('valid_from'),
		validTo: day('valid_to'),
		successorId: integer('successor_id').references((): AnySQLiteColumn => organisation.id)
	},
	(table) => [oneOf('organisation_kind', table.kind, ORGANISATION_KINDS)]
);
