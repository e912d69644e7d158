import { isNational, type Actor, type RolesHeld } from '#lib/domain/actor.ts';
import { addMovements, flowsOf, reconciles, type Movement } from '#lib/domain/movement.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { asc } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { BY_REGION } from '../db/queries/assignment-filter.ts';
import {
	countChangePairs,
	countOpenPairs,
	listFlow,
	type FlowPick,
	type FlowScope
} from '../db/queries/flows.ts';
import { chooseInspection, inspectionChoices, listInspections } from '../db/queries/inspection.ts';
import { listRecommendations } from '../db/queries/recommendation.ts';
import { visibleTo } from '../db/queries/visibility.ts';
import { remember } from '../db/remember.ts';
import { organisation } from '../db/schema/organisation.ts';

export interface MovementQuery extends Pick<FlowScope, 'from' | 'to'> {
	readonly inspection: string | undefined;
	/** The flow whose changes are listed; none where the numbers are enough. */
	readonly pick: FlowPick | undefined;
	/** From 1. */
	readonly page: number;
}

const PAGE_SIZE = 50;

/**
 * What came into the open assignments and went out of them between the ends of two days, for each recommendation
 * and each body that the actor may see. Opening and closing are read as at their days, the flows from the changes
 * of status between them: three tellings that must agree.
 * @throws Refusal 'not-found' for an inspection that there is not
 */
export async function readMovementBetween(context: Context, actor: Actor, query: MovementQuery) {
	const { read } = context.db;
	const inspections = await listInspections(read);
	const inspection = chooseInspection(inspections, query.inspection);
	const scope = { inspectionId: inspection.id, from: query.from, to: query.to };
	const parts = await readMovementParts(context, actor, scope);
	const movementOf = (group: Group, id: number) =>
		addMovements(parts.map((part) => part[group].get(id) ?? {}));
	const recommendations = (await listRecommendations(read, inspection.id)).map(
		({ id, number, title }) => ({
			number,
			reference: recommendationReference(inspection.code, number),
			title,
			movement: movementOf('byRecommendation', id)
		})
	);
	const organisations = (await listSeen(read, actor)).map(({ id, code, name }) => ({
		code,
		name,
		movement: movementOf('byOrganisation', id)
	}));
	const rows = [...recommendations, ...organisations];
	return {
		isNational: isNational(actor),
		inspections: inspectionChoices(inspections),
		inspection,
		total: addMovements(recommendations.map(({ movement }) => movement)),
		recommendations,
		organisations: organisations.filter(({ movement }) => Object.values(movement).some(Boolean)),
		isSound: rows.every(({ movement }) => reconciles(movement)),
		flow: query.pick ? await readFlow(read, actor, scope, query.pick, query.page) : null
	};
}

type Pair = Partial<Movement> & {
	readonly recommendationId: number;
	readonly organisationId: number;
};
type Group = 'byRecommendation' | 'byOrganisation';

/** What opening, closing and the flows add to the movement of each recommendation and each body, by id. */
export async function readMovementParts({ db }: Context, { roles }: RolesHeld, scope: FlowScope) {
	const open = (day: PlainDate, part: 'opening' | 'closing') =>
		addOpen(db.asAt(day), { roles }, scope.inspectionId, part);
	return [
		await open(scope.from, 'opening'),
		await open(scope.to, 'closing'),
		await addFlows(db.read, { roles }, scope)
	];
}

const addOpen = remember(
	async (db: Queryable, to: RolesHeld, inspectionId: number, part: 'opening' | 'closing') => {
		const pairs = await countOpenPairs(db, to, inspectionId);
		return addUp(pairs.map(({ items, ...pair }) => ({ ...pair, [part]: items })));
	}
);

const addFlows = remember(async (db: Queryable, to: RolesHeld, scope: FlowScope) => {
	const changes = await countChangePairs(db, to, scope);
	return addUp(
		changes.flatMap(({ from, to, items, ...pair }) =>
			flowsOf(from, to).map((flow) => ({ ...pair, [flow]: items }))
		)
	);
});

function addUp(pairs: readonly Pair[]): Record<Group, ReadonlyMap<number, Movement>> {
	return {
		byRecommendation: addUpBy(pairs, ({ recommendationId }) => recommendationId),
		byOrganisation: addUpBy(pairs, ({ organisationId }) => organisationId)
	};
}

function addUpBy(pairs: readonly Pair[], idOf: (pair: Pair) => number) {
	const groups = [...Map.groupBy(pairs, idOf)];
	return new Map(groups.map(([id, group]) => [id, addMovements(group)]));
}

/** Bodies in the order of the regions. */
const listSeen = (db: Queryable, { roles }: RolesHeld) => listSeenBy(db, { roles });

const listSeenBy = remember(
	async (db: Queryable, to: RolesHeld) =>
		await db
			.select({ id: organisation.id, code: organisation.code, name: organisation.name })
			.from(organisation)
			.where(visibleTo(to, organisation.id))
			.orderBy(...BY_REGION, asc(organisation.id))
);

const listed = remember(listFlow);

async function readFlow(
	db: Queryable,
	{ roles }: RolesHeld,
	scope: FlowScope,
	pick: FlowPick,
	page: number
) {
	const limits = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
	const rows = await listed(db, { roles }, scope, pick, limits);
	const total = rows[0]?.total ?? 0;
	return {
		...pick,
		page,
		pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
		total,
		rows: rows.map(({ total: _total, ...row }) => row)
	};
}
