import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { can, mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { standingOf } from '#lib/domain/sample-bound.ts';
import { drawSample } from '#lib/domain/sampling.ts';
import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { checker, claimant } from '../db/queries/aliases.ts';
import {
	claimantIdSql,
	findSampleItem,
	isLatestOutcome,
	scopeColumns
} from '../db/queries/sample.ts';
import { remember } from '../db/remember.ts';
import { assignment } from '../db/schema/assignment.ts';
import { statusChange } from '../db/schema/history.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { person } from '../db/schema/person.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { sampleDraw, sampleItem, sampleOutcome } from '../db/schema/sample.ts';

/**
 * A sample with every claim drawn, what it says, and the same draw made again from what was kept.
 * @throws Refusal 'not-allowed' or 'not-found'
 */
export async function readSample(context: Context, actor: Actor, key: string) {
	mustBeAbleTo(actor, 'read-samples');
	const { db, clock } = context;
	const draw = await findDraw(db.read, key);
	const items = await listItems(db.read, draw.id);
	const { populationSize, method, seed, size } = draw;
	const population = populationOf(draw.population);
	const again = drawSample(population, size, seed);
	return {
		...{ key, method, seed, size, populationSize, drawnBy: draw.drawnBy, at: draw.at },
		...{ inspectionCode: draw.inspectionCode, inspectionTitle: draw.inspectionTitle },
		...{ number: draw.number, title: draw.title, onDay: draw.onDay },
		today: momentOf(clock).today,
		standing: standingOf(
			populationSize,
			method,
			items.map(({ outcome }) => outcome)
		),
		isSameAgain:
			again.length === items.length &&
			again.every((claimId, index) => claimId === items[index]?.claimId),
		mayRecord: can(actor, 'record-sample-outcome'),
		items: items.map(({ claimedBy, claimId, ...item }) => ({
			...itemOf(item),
			weight: population.find(({ id }) => id === claimId)?.weight ?? 1,
			isOwnClaim: claimedBy === actor.personId
		}))
	};
}

/**
 * What the form that records an outcome shows: the claim, and all that was recorded of it, latest first.
 * @throws Refusal 'not-allowed' or 'not-found'
 */
export async function readSampleItem({ db }: Context, actor: Actor, key: string, position: number) {
	mustBeAbleTo(actor, 'record-sample-outcome');
	const { outcomeId, claimedBy } = await findSampleItem(db.read, key, position);
	const draw = await findDraw(db.read, key);
	const items = await listItems(db.read, draw.id);
	const item = items.find((one) => one.position === position);
	if (!item) throw notFound('sample');
	const outcomes = await db.read
		.select({
			id: sampleOutcome.id,
			at: sampleOutcome.at,
			by: person.name,
			outcome: sampleOutcome.outcome,
			reason: sampleOutcome.reason
		})
		.from(sampleOutcome)
		.innerJoin(person, eq(person.id, sampleOutcome.actorId))
		.where(eq(sampleOutcome.itemId, item.id))
		.orderBy(desc(sampleOutcome.id));
	return {
		...itemOf(item),
		drawn: items.length,
		statement: item.statement,
		version: outcomeId,
		isOwnClaim: claimedBy === actor.personId,
		outcomes
	};
}

async function findDraw(db: Queryable, key: string) {
	const row = await drawOf(db, key);
	if (!row) throw notFound('sample');
	return row;
}

const drawOf = remember(async (db: Queryable, key: string) => {
	const [row] = await db
		.select({
			id: sampleDraw.id,
			at: sampleDraw.at,
			onDay: sampleDraw.onDay,
			method: sampleDraw.method,
			seed: sampleDraw.seed,
			size: sampleDraw.size,
			population: sampleDraw.population,
			populationSize: sampleDraw.populationSize,
			drawnBy: person.name,
			...scopeColumns
		})
		.from(sampleDraw)
		.innerJoin(inspection, eq(inspection.id, sampleDraw.inspectionId))
		.innerJoin(person, eq(person.id, sampleDraw.actorId))
		.leftJoin(recommendation, eq(recommendation.id, sampleDraw.recommendationId))
		.where(eq(sampleDraw.key, key));
	return row ?? null;
});

type Item = Awaited<ReturnType<typeof listItems>>[number];

const listItems = remember((db: Queryable, drawId: number) =>
	db
		.select({
			id: sampleItem.id,
			position: sampleItem.position,
			claimId: sampleItem.claimId,
			claimedOn: statusChange.onDay,
			claimedBy: claimantIdSql,
			claimant: claimant.name,
			statement: statusChange.statement,
			status: assignment.status,
			inspectionCode: inspection.code,
			number: recommendation.number,
			title: recommendation.title,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			outcome: sampleOutcome.outcome,
			reason: sampleOutcome.reason,
			checkedBy: checker.name,
			checkedOn: sampleOutcome.onDay,
			/** The claim is not the one that waits any more: it was decided or withdrawn, whatever came after. */
			isOver: sql<number>`exists (select 1 from ${statusChange} later
				where later.assignment_id = ${statusChange.assignmentId} and later.id > ${statusChange.id})`
		})
		.from(sampleItem)
		.innerJoin(statusChange, eq(statusChange.id, sampleItem.claimId))
		.innerJoin(assignment, eq(assignment.id, statusChange.assignmentId))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.leftJoin(claimant, eq(claimant.id, claimantIdSql))
		.leftJoin(sampleOutcome, isLatestOutcome)
		.leftJoin(checker, eq(checker.id, sampleOutcome.actorId))
		.where(eq(sampleItem.drawId, drawId))
		.orderBy(asc(sampleItem.position))
);

function itemOf(item: Omit<Item, 'claimId' | 'claimedBy'>) {
	return {
		position: item.position,
		reference: recommendationReference(item.inspectionCode, item.number),
		title: item.title,
		organisationCode: item.organisationCode,
		organisationName: item.organisationName,
		claimedOn: item.claimedOn,
		claimant: item.claimant,
		status: item.status,
		isOver: item.isOver === 1,
		outcome: item.outcome,
		reason: item.reason,
		checkedBy: item.checkedBy,
		checkedOn: item.checkedOn
	};
}

function populationOf(json: string) {
	return (JSON.parse(json) as [number, number][]).map(([id, weight]) => ({ id, weight }));
}
