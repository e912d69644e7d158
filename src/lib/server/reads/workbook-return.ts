import type { Actor, RolesHeld } from '#lib/domain/actor.ts';
import { can, mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import {
	CHANGES_A_PAGE,
	WORKBOOK_SHEETS,
	type WorkbookChangeKind,
	type WorkbookContent,
	type WorkbookRow,
	type WorkbookSheet
} from '#lib/domain/workbook.ts';
import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { visibleTo } from '../db/queries/visibility.ts';
import { remember } from '../db/remember.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { person } from '../db/schema/person.ts';
import { workbookChange, workbookDownload, workbookReturn } from '../db/schema/workbook.ts';
import { readContent } from './workbook-content.ts';

/** The download of that key, for whoever may bring its workbook back; its content as it left. */
export async function readWorkbookDownload({ db }: Context, actor: Actor, key: string) {
	const [row] = await db.read
		.select({
			id: workbookDownload.id,
			organisationId: workbookDownload.organisationId,
			organisationName: organisation.name,
			content: workbookDownload.content
		})
		.from(workbookDownload)
		.innerJoin(organisation, eq(organisation.id, workbookDownload.organisationId))
		.where(and(eq(workbookDownload.key, key), visibleTo(actor, workbookDownload.organisationId)));
	if (!row) throw notFound('workbook');
	mustBeAbleTo(actor, 'bring-workbook', row);
	return { ...row, content: JSON.parse(row.content) as WorkbookContent };
}

const SHOWN = 50;

/** The workbooks that came back of the bodies whose the actor may bring, latest first. */
export async function readWorkbookReturns({ db }: Context, actor: Actor) {
	const rows = await db.read
		.select({
			key: workbookReturn.key,
			fileName: workbookReturn.fileName,
			at: workbookReturn.at,
			by: person.name,
			organisationId: workbookDownload.organisationId,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			inspectionCode: inspection.code,
			changes: count(workbookChange.id),
			waiting: sql<number>`count(*) filter (where ${isNull(workbookChange.decision)})`
		})
		.from(workbookReturn)
		.innerJoin(workbookDownload, eq(workbookDownload.id, workbookReturn.downloadId))
		.innerJoin(organisation, eq(organisation.id, workbookDownload.organisationId))
		.innerJoin(inspection, eq(inspection.id, workbookDownload.inspectionId))
		.innerJoin(person, eq(person.id, workbookReturn.personId))
		.innerJoin(workbookChange, eq(workbookChange.returnId, workbookReturn.id))
		.where(visibleTo(actor, workbookDownload.organisationId))
		.groupBy(workbookReturn.id)
		.orderBy(desc(workbookReturn.id))
		.limit(SHOWN);
	return rows.filter((row) => can(actor, 'bring-workbook', row));
}

/**
 * A page of the changes that a workbook asks for, those first that wait to be decided: each with what the register
 * said when the workbook left and what it says now.
 * @throws Refusal 'not-found', or 'not-allowed' for whoever may see the body and not bring its workbook
 */
export async function readWorkbookReturn({ db }: Context, actor: Actor, key: string, page = 1) {
	const row = await findReturn(db.read, actor, key);
	return {
		...row,
		key,
		mayDecide: can(actor, 'add-update', { organisationId: row.organisation.id }),
		...(await readChanges(db.read, row.id, row.inspection, row.organisation, page))
	};
}

const readChanges = remember(
	async (db: Queryable, returnId: number, inspection: Named, body: Named, asked: number) => {
		const [counted] = await db
			.select({
				total: count(),
				waiting: sql<number>`count(*) filter (where ${isNull(workbookChange.decision)})`
			})
			.from(workbookChange)
			.where(eq(workbookChange.returnId, returnId));
		const { total, waiting } = counted ?? { total: 0, waiting: 0 };
		const pages = Math.max(1, Math.ceil(total / CHANGES_A_PAGE));
		const page = Math.min(asked, pages);
		const rows = await selectChanges(db)
			.where(eq(workbookChange.returnId, returnId))
			.orderBy(sql`${workbookChange.decision} is not null`, asc(workbookChange.position))
			.limit(CHANGES_A_PAGE)
			.offset((page - 1) * CHANGES_A_PAGE);
		const now = await readContent(db, inspection, body);
		return { total, waiting, page, pages, changes: rows.map((row) => presentChange(row, now)) };
	}
);

export type ReturnedChange = NonNullable<Awaited<ReturnType<typeof readReturnedChange>>['change']>;

/** One of its changes as it stands now; undefined where it has none in that place. @throws Refusal as above */
export async function readReturnedChange(
	{ db }: Context,
	actor: Actor,
	key: string,
	position: number
) {
	const { id, inspection, organisation } = await findReturn(db.read, actor, key);
	const [row] = await selectChanges(db.read).where(
		and(eq(workbookChange.returnId, id), eq(workbookChange.position, position))
	);
	const now = await readContent(db.read, inspection, organisation);
	return { organisation, change: row && presentChange(row, now) };
}

type Named = Parameters<typeof readContent>[1] & Parameters<typeof readContent>[2];

async function findReturn(db: Queryable, actor: Actor, key: string) {
	const row = await returnInSight(db, { roles: actor.roles }, key);
	if (!row) throw notFound('workbook');
	mustBeAbleTo(actor, 'bring-workbook', { organisationId: row.organisation.id });
	return row;
}

const returnInSight = remember(async (db: Queryable, to: RolesHeld, key: string) => {
	const [row] = await db
		.select({
			id: workbookReturn.id,
			fileName: workbookReturn.fileName,
			at: workbookReturn.at,
			by: person.name,
			leftAt: workbookDownload.at,
			organisation: { id: organisation.id, code: organisation.code, name: organisation.name },
			inspection: { id: inspection.id, code: inspection.code, title: inspection.title }
		})
		.from(workbookReturn)
		.innerJoin(workbookDownload, eq(workbookDownload.id, workbookReturn.downloadId))
		.innerJoin(organisation, eq(organisation.id, workbookDownload.organisationId))
		.innerJoin(inspection, eq(inspection.id, workbookDownload.inspectionId))
		.innerJoin(person, eq(person.id, workbookReturn.personId))
		.where(and(eq(workbookReturn.key, key), visibleTo(to, workbookDownload.organisationId)));
	return row;
});

function selectChanges(db: Queryable) {
	return db
		.select({
			position: workbookChange.position,
			sheet: workbookChange.sheet,
			row: workbookChange.row,
			subject: workbookChange.subject,
			theirs: workbookChange.theirs,
			before: workbookChange.before,
			decision: workbookChange.decision,
			decidedBy: person.name,
			decidedAt: workbookChange.decidedAt,
			refusal: workbookChange.refusal
		})
		.from(workbookChange)
		.leftJoin(person, eq(person.id, workbookChange.decidedBy));
}

function presentChange(
	change: Awaited<ReturnType<typeof selectChanges>>[number],
	content: WorkbookContent
) {
	const sheet = WORKBOOK_SHEETS.find((one) => one === change.sheet) as WorkbookSheet;
	const { kind, cells } = JSON.parse(change.theirs) as {
		kind: WorkbookChangeKind;
		cells: Record<string, string>;
	};
	const before = JSON.parse(change.before) as WorkbookRow;
	const now = content[sheet].find(({ key }) => key === change.subject) ?? null;
	const changed = now
		? Object.keys(before).filter((name) => name !== 'version' && before[name] !== now[name])
		: [];
	return {
		...change,
		sheet,
		kind,
		theirs: cells,
		before,
		/** Null where it is closed, done or gone meanwhile. */
		now,
		/** What the register says differently now, by column. */
		changed,
		/** Somebody changed it since the workbook left, were it only by an update. */
		isConflict: now === null || now['version'] !== before['version']
	};
}
