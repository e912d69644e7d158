import type { Actor } from '#lib/domain/actor.ts';
import {
	changesBetween,
	countChanges,
	type ChangeKind,
	type Standing
} from '#lib/domain/comparison.ts';
import { addMovements, reconciles } from '#lib/domain/movement.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import type { Context } from '../db/context.ts';
import { chooseInspection, inspectionChoices, listInspections } from '../db/queries/inspection.ts';
import { listColumns } from '../db/queries/matrix.ts';
import { listStandings, type StandingScope } from '../db/queries/standings.ts';
import { rememberDays, type Days } from '../db/remember.ts';
import { readMovementParts } from './movement-between.ts';

export interface Comparison extends Omit<StandingScope, 'inspectionId'> {
	readonly inspection: string | undefined;
	/** Those that changed in one of these ways; all that changed where there are none. */
	readonly changes: readonly ChangeKind[];
	/** From 1. */
	readonly page: number;
}

type Named = { readonly id: number; readonly code: string };
type PageAsked = [roles: Actor['roles'], inspection: Named, asked: Omit<Comparison, 'inspection'>];

const PAGE_SIZE = 50;

/**
 * What is another at the end of the second day than at the end of the first, for each assignment of the filter
 * that the actor may see, and the movement between the two. Seven queries.
 * @throws Refusal 'not-found' for an inspection that there is not
 */
export async function readComparison(context: Context, actor: Actor, asked: Comparison) {
	const { read } = context.db;
	const inspections = await listInspections(read);
	const inspection = chooseInspection(inspections, asked.inspection);
	const columns = await listColumns(read, [inspection.id]);
	const { id, code, title } = inspection;
	const { filter, from, to, changes, page } = asked;
	return {
		inspections: inspectionChoices(inspections),
		inspection: { code, title },
		choices: columns.map(({ number, title: name, theme }) => ({ number, title: name, theme })),
		...(await pageOfChanged(
			context.db,
			actor.roles,
			{ id, code },
			{ filter, from, to, changes, page }
		)),
		movement: await readMovementOf(context, actor, id, asked, columns)
	};
}

const pageOfChanged = rememberDays(async (db: Days, ...asked: PageAsked) => {
	const [roles, inspection, { changes, page: wish, ...span }] = asked;
	const all = await readChanged(db, roles, inspection, span);
	const wanted = withChanges(all, changes);
	const pages = Math.max(1, Math.ceil(wanted.length / PAGE_SIZE));
	const page = Math.min(wish, pages);
	return {
		counts: countChanges(all),
		/** Assignments that changed in any way, and those of them that were asked for. */
		changed: all.length,
		...{ total: wanted.length, page, pages },
		rows: wanted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
	};
});

/** The same without pages, as a file has them. */
export async function readAllChanged(context: Context, actor: Actor, asked: Comparison) {
	const inspections = await listInspections(context.db.read);
	const inspection = chooseInspection(inspections, asked.inspection);
	const all = await readChanged(context.db, actor.roles, inspection, asked);
	return { inspection, rows: withChanges(all, asked.changes) };
}

function withChanges<Row extends { changes: readonly ChangeKind[] }>(
	all: readonly Row[],
	kinds: readonly ChangeKind[]
): readonly Row[] {
	if (kinds.length === 0) return all;
	return all.filter(({ changes }) => changes.some((kind) => kinds.includes(kind)));
}

async function readChanged(
	db: Days,
	roles: Actor['roles'],
	inspection: Named,
	{ filter, from, to }: Omit<StandingScope, 'inspectionId'>
) {
	const scope = { inspectionId: inspection.id, filter, from, to };
	const then = await listStandings(db.asAt(from), { roles }, scope);
	const now = await listStandings(db.asAt(to), { roles }, scope);
	const before = new Map(then.map((row) => [row.id, row]));
	return now.flatMap((row) => {
		const was = before.get(row.id) ?? null;
		const changes = changesBetween(was, row);
		if (changes.length === 0) return [];
		return [
			{
				reference: recommendationReference(inspection.code, row.number),
				title: row.title,
				organisationCode: row.organisationCode,
				organisationName: row.organisationName,
				changes,
				was: was && standingOf(was),
				now: standingOf(row)
			}
		];
	});
}

/** With the owner's title, which is what is shown of the post. */
function standingOf(row: Standing & { readonly ownerPost: string | null }) {
	const { status, ownerPostId, ownerPost, currentDueOn, acceptance, claimedOn, lastReportedOn } =
		row;
	return {
		...{ status, ownerPostId, ownerPost, currentDueOn },
		...{ acceptance, claimedOn, lastReportedOn }
	};
}

/** As /movement tells it, which can list its flows of all or of one recommendation; null for other filters. */
async function readMovementOf(
	context: Context,
	actor: Actor,
	inspectionId: number,
	{ filter, from, to }: Comparison,
	columns: readonly { readonly id: number; readonly number: number }[]
) {
	const { recommendation, ...others } = filter;
	const isOther = Object.values(others).some((values) => values.length > 0);
	if (isOther || recommendation.length > 1) return null;
	const [number] = recommendation;
	const about = number === undefined ? null : columns.find((column) => column.number === number);
	if (about === undefined) return null;
	const scope = { inspectionId, from, to };
	const parts = await readMovementParts(context, actor, scope);
	const movement = addMovements(
		parts.flatMap(({ byRecommendation }) =>
			about ? [byRecommendation.get(about.id) ?? {}] : [...byRecommendation.values()]
		)
	);
	return { number, movement, isSound: reconciles(movement) };
}
