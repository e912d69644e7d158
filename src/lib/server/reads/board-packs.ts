import { holdsRole, type Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { mustBeDraft, packRight } from '#lib/domain/board-pack.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { notAllowed, notFound } from '#lib/domain/refusal.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { eq, inArray } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import {
	countPacks,
	findPack,
	lastIssue,
	listPackComments,
	listPacks,
	mayPrepare,
	trailEnd,
	type FoundPack
} from '../db/queries/board-pack.ts';
import { chooseInspection, inspectionChoices, listInspections } from '../db/queries/inspection.ts';
import { findOrganisation } from '../db/queries/organisation.ts';
import { boardPackIssue } from '../db/schema/board-pack.ts';
import { organisation } from '../db/schema/organisation.ts';
import { PAGE_SIZE } from './assignment-list.ts';

export type BoardPack = FoundPack;

/** One page of the packs that the actor may see: drafts first, then what was issued, latest first. */
export async function listBoardPacks({ db }: Context, actor: Actor, asked: number) {
	const total = await countPacks(db.read, actor);
	const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
	const page = Math.min(asked, pages);
	const limits = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
	const rows = await listPacks(db.read, actor, limits);
	return { total, page, pages, rows, series: await listSeries(db.read, actor) };
}

/** @throws Refusal 'not-found' for what is not there, or not the actor's to see */
export async function readPack({ db }: Context, actor: Actor, key: string) {
	const pack = await findPack(db.read, actor, key);
	return {
		pack,
		mayPrepare: mayPrepare(actor, pack),
		supersededBy: pack.supersededBy,
		comments: pack.number === null ? await listPackComments(db.read, pack.id) : []
	};
}

/** A draft, for whoever may change it. @throws Refusal 'not-found', 'not-allowed', 'pack-issued' or 'pack-dropped' */
export async function readDraftPack(context: Context, actor: Actor, key: string) {
	const read = await readPack(context, actor, key);
	if (!read.mayPrepare) throw notAllowed('prepare-own-pack');
	mustBeDraft(read.pack);
	return read;
}

/** With which number a pack would be issued, and where the trail ends before it is read: null for a day that is over. */
export async function readIssueFacts(context: Context, pack: FoundPack) {
	const { today } = momentOf(context.clock);
	const { read } = context.db;
	const end = pack.asAt === today ? await trailEnd(read) : null;
	const last = await lastIssue(read, pack);
	return { number: (last?.number ?? 0) + 1, trailEnd: end };
}

/** What was frozen of a pack. @throws Refusal 'not-found' */
export async function readFrozenPaper({ db }: Context, packId: number) {
	const [row] = await db.read
		.select({ snapshot: boardPackIssue.snapshot, hash: boardPackIssue.contentHash })
		.from(boardPackIssue)
		.where(eq(boardPackIssue.packId, packId));
	if (!row) throw notFound('board-pack');
	const { paper } = JSON.parse(row.snapshot) as { paper: Paper };
	return { paper, hash: row.hash };
}

/**
 * What the form for a new pack offers.
 * @param of the code of the body, or none for the whole inspection
 * @throws Refusal 'not-allowed', or 'not-found' for a body that is not there or not theirs to see
 */
export async function readPackForm(
	{ db, clock }: Context,
	actor: Actor,
	of: string | undefined,
	inspection: string | undefined
) {
	const body = of === undefined ? null : await findOrganisation(db.read, actor, of);
	const organisationId = body?.id ?? null;
	mustBeAbleTo(actor, packRight(organisationId), { organisationId });
	const inspections = await listInspections(db.read);
	return {
		body: body && { code: body.code, name: body.name },
		inspections: inspectionChoices(inspections),
		inspection: chooseInspection(inspections, inspection).code,
		today: momentOf(clock).today
	};
}

/** Of what the actor may prepare packs: the whole inspection (a null code), and each body that they lead. */
async function listSeries(db: Queryable, actor: Actor) {
	const leads = actor.roles.flatMap((held) =>
		held.role === 'lead' && held.organisationId !== null ? [held.organisationId] : []
	);
	const bodies =
		leads.length === 0
			? []
			: await db
					.select({ code: organisation.code, name: organisation.name })
					.from(organisation)
					.where(inArray(organisation.id, leads))
					.orderBy(organisation.code);
	const whole = holdsRole(actor, 'inspector') ? [{ code: null, name: 'The whole inspection' }] : [];
	return [...whole, ...bodies];
}
