import type { RolesHeld } from '#lib/domain/actor.ts';
import type { ReportingPeriod } from '#lib/domain/freshness.ts';
import type { OrganisationKind, Region } from '#lib/domain/organisation.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { and, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { remember } from '../remember.ts';
import { assignment } from '../schema/assignment.ts';
import { reportingPeriod } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { recommendation } from '../schema/recommendation.ts';
import { visibleTo } from './visibility.ts';

/** What assignments of one inspection can be narrowed by. */
export interface FilterChoices {
	/** By number. */
	readonly recommendations: readonly {
		readonly id: number;
		readonly number: number;
		readonly title: string;
		readonly theme: string;
	}[];
	/** Those that something falls to and the roles may see, by name. */
	readonly organisations: readonly {
		readonly code: string;
		readonly name: string;
		readonly kind: OrganisationKind;
		readonly region: Region | null;
	}[];
	/** Opened by the day, latest first. */
	readonly periods: readonly ReportingPeriod[];
}

/** Three short lists, as one query for every page that offers them. */
export const readFilterChoices = remember(
	async (
		db: Queryable,
		{ roles }: RolesHeld,
		inspectionId: number,
		today: PlainDate
	): Promise<FilterChoices> => {
		const [row] = await db.all<Record<keyof FilterChoices, string>>(sql`select
			(${listOf(sql`json_object('id', id, 'number', number, 'title', title, 'theme', theme)`)} from (
				select * from ${recommendation} where ${recommendation.inspectionId} = ${inspectionId}
				order by ${recommendation.number})) as "recommendations",
			(${listOf(sql`json_object('code', code, 'name', name, 'kind', kind, 'region', region)`)} from (
				select * from ${organisation} where ${and(
					visibleTo({ roles }, organisation.id),
					sql`exists (select 1 from ${assignment}
						where ${assignment.organisationId} = ${organisation.id}
						and ${assignment.inspectionId} = ${inspectionId})`
				)} order by ${organisation.name})) as "organisations",
			(${listOf(sql`json_object('opensOn', opens_on, 'closesOn', closes_on)`)} from (
				select * from ${reportingPeriod} where ${reportingPeriod.inspectionId} = ${inspectionId}
				and ${reportingPeriod.opensOn} <= ${today}
				order by ${reportingPeriod.opensOn} desc)) as "periods"`);
		return {
			recommendations: JSON.parse(row!.recommendations),
			organisations: JSON.parse(row!.organisations),
			periods: JSON.parse(row!.periods)
		} as FilterChoices;
	}
);

function listOf(item: SQL): SQL {
	return sql`select json_group_array(${item})`;
}
