import type { Actor } from '#lib/domain/actor.ts';
import { can, mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { isOpen } from '#lib/domain/status.ts';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { evidence } from '../db/schema/evidence.ts';
import { readTwins } from './evidence-twins.ts';
import { presentEvidence, selectEvidence, type ScanningContext } from './evidence-rows.ts';

const PAGE = 25;

export interface EvidencePlace {
	readonly page: number;
	/** The id of a version of the item whose page is wanted, wherever that is by now. */
	readonly item?: number | undefined;
}

export type EvidenceListing = Awaited<ReturnType<typeof readEvidenceList>>;

/**
 * The page of an assignment's evidence: its items, latest first, each with all its versions and where else
 * the organisation has the same file. Withdrawn ones too: they stay in the record, and say why.
 * @throws Refusal 'not-found' for an assignment that is not there or not the actor's to see, or an item of another
 */
export async function readEvidenceList(
	context: ScanningContext,
	actor: Actor,
	name: AssignmentName,
	{ page: asked, item }: EvidencePlace
) {
	const { db } = context;
	const found = await findAssignment(db.read, actor, name);
	mustBeAbleTo(actor, 'read-assignment', found);
	const keys = await readItemKeys(context, found.id);
	const pages = Math.max(1, Math.ceil(keys.length / PAGE));
	const page =
		item === undefined
			? Math.min(Math.max(1, asked), pages)
			: Math.ceil((keys.indexOf(await itemKeyOf(context, found.id, item)) + 1) / PAGE);
	const shown = keys.slice((page - 1) * PAGE, page * PAGE);
	const rows = await selectEvidence(db.read)
		.where(and(eq(evidence.assignmentId, found.id), inArray(itemKey, shown)))
		.orderBy(asc(evidence.itemVersion));
	const twins = await readTwins(db.read, found.organisationId, rows);
	const items = shown.map((key) => {
		const versions = rows
			.filter((row) => (row.itemKey ?? row.key) === key)
			.map((row) => ({
				...presentEvidence(row, context, actor, found),
				twins: twins.get(row.key) ?? []
			}));
		return { key, versions: versions.reverse() };
	});
	return {
		recommendation: name.reference,
		reference: found.reference,
		title: found.recommendationTitle,
		organisationCode: name.organisation,
		organisationName: found.organisationName,
		items,
		count: keys.length,
		page,
		pages,
		may: {
			add: isOpen(found.status) && can(actor, 'add-evidence', found),
			withdraw: can(actor, 'withdraw-evidence', found),
			download: can(actor, 'download-evidence', found)
		}
	};
}

/** What the versions of one item share. */
const itemKey = sql<string>`coalesce(${evidence.itemKey}, ${evidence.key})`;

async function itemKeyOf({ db }: ScanningContext, assignmentId: number, id: number) {
	const [row] = await db.read
		.select({ key: itemKey })
		.from(evidence)
		.where(and(eq(evidence.id, id), eq(evidence.assignmentId, assignmentId)));
	if (!row) throw notFound('evidence');
	return row.key;
}

/** By the version added last, latest first. */
async function readItemKeys({ db }: ScanningContext, assignmentId: number): Promise<string[]> {
	const rows = await db.read
		.select({ key: itemKey })
		.from(evidence)
		.where(eq(evidence.assignmentId, assignmentId))
		.groupBy(itemKey)
		.orderBy(desc(sql`max(${evidence.id})`));
	return rows.map(({ key }) => key);
}
