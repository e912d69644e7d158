import type { Actor } from '#lib/domain/actor.ts';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { prepareOnce } from '../db/prepare-once.ts';
import { evidence } from '../db/schema/evidence.ts';
import { presentEvidence, selectEvidence, type ScanningContext } from './evidence-rows.ts';

/** On the overview of an assignment; the rest is on the page of its evidence. */
const SHOWN = 5;
const MOST = 1000;

interface Found {
	readonly id: number;
	readonly organisationId: number;
}

/** The items added last, each in its latest version, and how many count. */
export async function readLatestEvidence(context: ScanningContext, actor: Actor, found: Found) {
	const rows = await selectThatCounts(context, found, SHOWN);
	const items = rows.map((row) => presentEvidence(row, context, actor, found));
	return { items, count: rows[0]?.count ?? 0 };
}

/** What a claim or a decision rests on: items that are not withdrawn, each in its latest version, latest first. */
export async function readEvidenceThatCounts(context: ScanningContext, actor: Actor, found: Found) {
	const rows = await selectThatCounts(context, found, MOST);
	return rows.map((row) => presentEvidence(row, context, actor, found));
}

function selectThatCounts({ db }: ScanningContext, found: Found, limit: number) {
	return thatCounts(db.read).all({ assignmentId: found.id, limit });
}

const thatCounts = prepareOnce((db) =>
	selectEvidence(db)
		.where(
			and(
				eq(evidence.assignmentId, sql.placeholder('assignmentId')),
				isNull(evidence.withdrawnAt),
				sql`not exists (select 1 from ${evidence} n
					where n.item_key = coalesce(${evidence.itemKey}, ${evidence.key})
					and n.item_version > ${evidence.itemVersion} and n.withdrawn_at is null)`
			)
		)
		.orderBy(desc(evidence.id))
		.limit(sql.placeholder('limit'))
		.prepare()
);
