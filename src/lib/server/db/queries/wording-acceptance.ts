import { reachOf } from '#lib/domain/deadline-reach.ts';
import { allocationOffers, offerText, type AllocationOffer } from '#lib/domain/wording-load.ts';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { recommendationDeadline } from '../schema/history.ts';
import { recommendationPart } from '../schema/part.ts';
import { rememberParts } from '../remember-parts.ts';
import { listBearersOf } from './deadline-reach.ts';
import { listLoadItems, listWorded, type LoadItem } from './wording-load.ts';

type Worded = Awaited<ReturnType<typeof listWorded>>[number];

/** One recommendation of a load, and what accepting it would do. */
export interface PlannedItem {
	readonly item: LoadItem;
	/** Undefined where the register has no recommendation of the number. */
	readonly standing: Worded | undefined;
	readonly offers: readonly AllocationOffer[];
	/** Labels of the parts that stand. */
	readonly parts: readonly string[];
	readonly deadline: { readonly id: number; readonly lastDay: string | null } | undefined;
	/** How many assignments there are, and how many of them the deadline would reach. */
	readonly assignments: number;
	readonly reached: number;
}

/** What accepting would do, for the page that shows it and for the service that does it. */
export async function planAcceptance(
	db: Queryable,
	load: { readonly id: number; readonly inspectionId: number | null }
): Promise<PlannedItem[]> {
	const items = (await listLoadItems(db, load.id)).filter(({ isIncluded }) => isIncluded);
	const numbers = items.map(({ number }) => number);
	const worded = await listWorded(db, load.inspectionId);
	const standing = worded.filter(({ number }) => numbers.includes(number));
	const ids = standing.map(({ id }) => id);
	const bearers = await bearersOf(db, load.inspectionId ?? 0);
	const parts = await listStandingParts(db, ids);
	const deadlines = await listStandingDeadlines(db, ids);
	return items.map((item) => {
		const known = standing.find(({ number }) => number === item.number);
		const own = bearers.get(known?.id ?? 0) ?? [];
		return {
			item,
			standing: known,
			offers: allocationOffers(item.number ?? 0, item.organisations, own),
			parts: parts.flatMap(({ of, label }) => (of === known?.id ? [label] : [])),
			deadline: deadlines.find(({ of }) => of === known?.id),
			assignments: own.length,
			reached: own.filter(({ isReached }) => isReached).length
		};
	});
}

/** Whom each recommendation of an inspection falls to, and whether a deadline of the whole would reach them. */
const bearersOf = rememberParts(async (db, only, inspectionId: number) => {
	const bearers = await listBearersOf(db, inspectionId, only);
	const parts = [...Map.groupBy(bearers, ({ recommendationId }) => recommendationId)];
	return new Map(parts.map(([id, own]) => [id, own.map(told)]));
});

function told(bearer: Awaited<ReturnType<typeof listBearersOf>>[number]) {
	const { organisationCode: organisation, status } = bearer;
	return { organisation, status, isReached: ['first', 'follows'].includes(reachOf(bearer)) };
}

/** What the page was drawn from, as `seenText` takes it: another register, another decision. */
export function seenOf(plan: readonly PlannedItem[]): Record<string, unknown> {
	return Object.fromEntries(
		plan.map(({ item, standing, offers, parts, deadline, reached }) => [
			String(item.position),
			[
				...[standing?.wordingId ?? null, parts.join(' '), deadline?.id ?? null, reached],
				offers.map((offer) => `${offer.step} ${offerText(offer)}`).join(' ')
			]
		])
	);
}

function listStandingParts(db: Queryable, ids: readonly number[]) {
	return db
		.select({ of: recommendationPart.recommendationId, label: recommendationPart.label })
		.from(recommendationPart)
		.where(
			and(inArray(recommendationPart.recommendationId, [...ids]), isNull(recommendationPart.toDay))
		)
		.orderBy(recommendationPart.position, recommendationPart.id);
}

function listStandingDeadlines(db: Queryable, ids: readonly number[]) {
	return db
		.select({
			of: recommendationDeadline.recommendationId,
			id: recommendationDeadline.id,
			lastDay: recommendationDeadline.lastDay
		})
		.from(recommendationDeadline)
		.where(
			and(
				inArray(recommendationDeadline.recommendationId, [...ids]),
				eq(
					recommendationDeadline.id,
					sql`(select max(d.id) from ${recommendationDeadline} d
						where d.recommendation_id = ${recommendationDeadline.recommendationId})`
				)
			)
		);
}
