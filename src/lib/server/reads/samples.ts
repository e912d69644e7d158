import type { Actor } from '#lib/domain/actor.ts';
import { leastGenuine, standingOf } from '#lib/domain/sample-bound.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { SAMPLE_MAX, type SamplingMethod } from '#lib/domain/sampling.ts';
import { count, desc, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { countWaitingClaims, outcomesSql, scopeColumns } from '../db/queries/sample.ts';
import { remember } from '../db/remember.ts';
import { inspection } from '../db/schema/inspection.ts';
import { person } from '../db/schema/person.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { sampleDraw } from '../db/schema/sample.ts';
import { PAGE_SIZE } from './assignment-list.ts';

/** One page of the samples drawn, latest first; two queries. @throws Refusal 'not-allowed' */
export async function listSamples({ db }: Context, actor: Actor, page: number) {
	mustBeAbleTo(actor, 'read-samples');
	return readPage(db.read, page);
}

const readPage = remember(async (db: Queryable, asked: number) => {
	const [counted] = await db.select({ samples: count() }).from(sampleDraw);
	const total = counted?.samples ?? 0;
	const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
	const page = Math.min(asked, pages);
	const rows = await db
		.select({
			key: sampleDraw.key,
			onDay: sampleDraw.onDay,
			method: sampleDraw.method,
			populationSize: sampleDraw.populationSize,
			drawnBy: person.name,
			outcomes: outcomesSql,
			...scopeColumns
		})
		.from(sampleDraw)
		.innerJoin(inspection, eq(inspection.id, sampleDraw.inspectionId))
		.innerJoin(person, eq(person.id, sampleDraw.actorId))
		.leftJoin(recommendation, eq(recommendation.id, sampleDraw.recommendationId))
		.orderBy(desc(sampleDraw.id))
		.limit(PAGE_SIZE)
		.offset((page - 1) * PAGE_SIZE);
	return {
		...{ total, page, pages },
		rows: rows.map(({ outcomes, ...row }) => ({
			...row,
			standing: standingOf(row.populationSize, row.method, outcomes)
		}))
	};
});

export interface SampleSource {
	/** 'OIC' or 'OIC-7' */
	readonly from: string;
	readonly title: string;
	readonly inspection: string;
	/** Claims that wait there now. */
	readonly claims: number;
}

interface Planned {
	readonly from: string;
	readonly size: number | null;
	readonly method: SamplingMethod;
}

/**
 * From where a sample can be drawn, and what a size would tell if everything drawn were upheld.
 * @throws Refusal 'not-allowed'
 */
export async function readSampleForm({ db }: Context, actor: Actor, planned: Planned) {
	mustBeAbleTo(actor, 'draw-sample');
	return plan(db.read, planned);
}

/** Its bounds are whole numbers of hundreds of digits: a list of them takes milliseconds. */
const plan = remember(async (db: Queryable, planned: Planned) => {
	const sources = sourcesOf(await countWaitingClaims(db));
	const from = sources.find((source) => source.from === planned.from) ?? sources[0];
	const population = from?.claims ?? 0;
	const boundOf = (size: number) =>
		planned.method === 'random' || size === population
			? leastGenuine({ population, checked: size, failed: 0 })
			: null;
	const most = Math.min(population, SAMPLE_MAX);
	const size = planned.size !== null && planned.size <= most ? planned.size : null;
	return {
		sources,
		from: from?.from ?? '',
		population,
		most,
		method: planned.method,
		planned: size === null ? null : { size, atLeast: boundOf(size) },
		sizes: usualSizes(most).map((usual) => ({ size: usual, atLeast: boundOf(usual) }))
	};
});

type Waiting = Awaited<ReturnType<typeof countWaitingClaims>>;

/** The whole inspection before its recommendations; those where no claim waits are left out. */
function sourcesOf(rows: Waiting): SampleSource[] {
	return [...Map.groupBy(rows, ({ inspectionCode }) => inspectionCode)].flatMap(([code, group]) => [
		{
			from: code,
			title: 'Every recommendation',
			inspection: group[0]?.inspectionTitle ?? code,
			claims: group.reduce((sum, { claims }) => sum + claims, 0)
		},
		...group.map(({ number, title, claims, inspectionTitle }) => ({
			from: recommendationReference(code, number),
			...{ title, claims },
			inspection: inspectionTitle
		}))
	]);
}

/** Sizes to choose from, up to everything. */
function usualSizes(most: number): number[] {
	const usual = [3, 5, 8, 12, 20, 30, 60, 120].filter((size) => size < most);
	return most === 0 ? [] : [...usual, most];
}
