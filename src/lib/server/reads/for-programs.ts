import type { Actor, RolesHeld } from '#lib/domain/actor.ts';
import type { AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { chooseInspection, listInspections } from '../db/queries/inspection.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { listWorded } from '../db/queries/wording-load.ts';
import { remember } from '../db/remember.ts';
import { assignment } from '../db/schema/assignment.ts';
import { organisation } from '../db/schema/organisation.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { isListed, type ListScope } from './assignment-list.ts';
import { readAssignmentRows, withJudgement, type AssignmentRow } from './assignment-row.ts';
import { noCounts, sumCounts, type Counts } from './counts.ts';
import { readOrganisations } from './organisations.ts';
import { readRecommendations } from './recommendations.ts';

/** Inspections, latest first. */
export async function listInspectionsForPrograms({ db }: Context) {
	const inspections = await listInspections(db.read);
	return {
		data: inspections.map(({ code, title, inspectorate, publishedOn, url, licence }) => {
			return { code, title, inspectorate, publishedOn, url, licence };
		})
	};
}

/** The recommendations of one inspection with what each says now. @throws Refusal 'not-found' */
export async function listRecommendationsForPrograms({ db }: Context, code: string | undefined) {
	const inspection = chooseInspection(await listInspections(db.read), code);
	const rows = await listWorded(db.read, inspection.id);
	return {
		inspection: inspection.code,
		data: rows.map(({ number, title, theme, kind, text }) => ({
			...{ reference: recommendationReference(inspection.code, number), number, title, theme },
			wording: text === null || kind === null ? null : { kind, text }
		}))
	};
}

/** Every body; how each stands is not in it. @throws Refusal 'not-found' */
export async function listOrganisationsForPrograms(context: Context, actor: Actor) {
	const { bodies } = await readOrganisations(context, actor);
	return { data: bodies.map(({ code, name, kind, region }) => ({ code, name, kind, region })) };
}

/** The most assignments in one answer, whatever is asked for. */
export const ANSWER_MAX = 200;

export interface ProgramPage {
	/** 1 to ANSWER_MAX. */
	readonly limit: number;
	/** Where the answer before ended. */
	readonly after: { readonly number: number; readonly organisation: string } | undefined;
}

/**
 * The assignments that the filter describes and the actor may see, by recommendation and organisation. Facts
 * alone: nothing that anybody wrote.
 * @throws Refusal 'not-found'
 */
export async function listAssignmentsForPrograms(
	context: Context,
	actor: Actor,
	code: string | undefined,
	filter: AssignmentFilter,
	{ limit, after }: ProgramPage
) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const inspection = chooseInspection(await listInspections(read), code);
	const periods = await latestPeriods(read, inspection.id, today);
	const scope = { inspectionId: inspection.id, periods, today, filter };
	const answer = await readPage(read, { roles: actor.roles }, scope, limit, after ?? null);
	return { inspection: inspection.code, ...answer };
}

const readPage = remember(
	async (
		db: Queryable,
		to: RolesHeld,
		scope: ListScope,
		limit: number,
		after: NonNullable<ProgramPage['after']> | null
	) => {
		const isAfter =
			after === null
				? undefined
				: sql`(${recommendation.number}, ${organisation.code}) > (${after.number}, ${after.organisation})`;
		const picked = await db
			.select({ id: assignment.id, number: recommendation.number, organisation: organisation.code })
			.from(assignment)
			.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
			.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
			.where(and(isListed(to, scope), isAfter))
			.orderBy(asc(recommendation.number), asc(organisation.code))
			.limit(limit + 1);
		const shown = picked.slice(0, limit).map(({ id }) => id);
		const rows = await readAssignmentRows(db, shown);
		const last = picked.length > limit ? picked[limit - 1] : undefined;
		return {
			data: rows.map((row) => forPrograms(row, withJudgement(row, scope.periods, scope.today))),
			last: last ? { number: last.number, organisation: last.organisation } : null
		};
	}
);

type Row = Awaited<ReturnType<typeof readAssignmentRows>>[number];

function forPrograms(row: Row, judged: AssignmentRow) {
	return {
		...{ reference: judged.reference, title: row.title },
		...{ organisationCode: row.organisationCode, organisationName: row.organisationName },
		...{ capacity: row.capacity, status: row.status, statusOn: row.statusOn },
		...{ timeliness: judged.timeliness, freshness: judged.freshness },
		...{ originalDueOn: row.originalDueOn, currentDueOn: row.currentDueOn },
		...{ deadlineMoves: row.deadlineMoves, ownerPost: row.ownerPost }
	};
}

/** Counts by recommendation, which are national; or by organisation, of those that the actor may see. */
export async function countForPrograms(
	context: Context,
	actor: Actor,
	code: string | undefined,
	by: 'recommendation' | 'organisation'
) {
	if (by === 'organisation') {
		const { inspection, bodies } = await readOrganisations(context, actor, code);
		const data = bodies.flatMap((body) =>
			body.counts ? [{ of: body.code, ...told(body.counts) }] : []
		);
		return { inspection: inspection.code, by, data };
	}
	const { inspection, recommendations } = await readRecommendations(context, actor, code);
	return {
		...{ inspection: inspection.code, by },
		data: recommendations.map(({ reference, counts }) => ({ of: reference, ...told(counts) })),
		all: told(sumCounts([noCounts(), ...recommendations.map(({ counts }) => counts)]))
	};
}

function told({ statuses, timeliness, freshness }: Counts) {
	return { statuses, timeliness, freshness };
}
