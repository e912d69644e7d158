import { randomBytes } from 'node:crypto';
import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { checkMarking, type Marking } from '#lib/domain/evidence.ts';
import { isBlank } from '#lib/domain/narrative.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { assignmentReference } from '#lib/domain/reference.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { record } from '../audit/record.ts';
import {
	findAssignment,
	type AssignmentName,
	type FoundAssignment
} from '../db/queries/assignment.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { visibleTo } from '../db/queries/visibility.ts';
import { assignment } from '../db/schema/assignment.ts';
import { evidence, storedFile } from '../db/schema/evidence.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { recommendation } from '../db/schema/recommendation.ts';

/** Said of every kind of evidence. */
export interface EvidenceStatement {
	readonly title: string;
	/** What it shows or proves. */
	readonly shows: string;
	readonly marking: Marking;
	readonly submissionKey: string;
}

/** A file that the store has already received. */
export interface ReceivedFile {
	readonly sha256: string;
	readonly bytes: number;
	readonly mediaType: string;
	/** Cleaned; for people only. */
	readonly name: string;
}

/** Asked before the first byte is received. @throws Refusal 'not-found' or 'not-allowed' */
export async function mustBeAbleToAddEvidence(
	context: Context,
	actor: Actor,
	name: AssignmentName
): Promise<void> {
	mustBeAbleTo(actor, 'add-evidence', await findAssignment(context.db.read, actor, name));
}

/** One item for each file; with several, the file's name is added to the title. */
export async function addFiles(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	statement: EvidenceStatement & { readonly files: readonly ReceivedFile[] }
): Promise<void> {
	const [first, ...others] = statement.files;
	if (!first) throw new Refusal('file-needed', { field: 'files' });
	await add(context, actor, name, statement, async (tx, moment) => {
		const items = [];
		for (const file of statement.files) {
			const { name: fileName, ...stored } = file;
			await tx
				.insert(storedFile)
				.values({ ...stored, at: moment.at })
				.onConflictDoNothing();
			const title = others.length > 0 ? `${statement.title}: ${fileName}` : statement.title;
			items.push({ kind: 'file' as const, title, fileSha256: file.sha256, fileName });
		}
		return items;
	});
}

export async function addLink(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	statement: EvidenceStatement & { readonly linkUrl: string }
): Promise<void> {
	await add(context, actor, name, statement, () => [
		{ kind: 'link', title: statement.title, linkUrl: statement.linkUrl }
	]);
}

/** Sighted, not uploaded: what it is, where it is held, by whom, who saw it and when. */
export interface Sighting {
	readonly heldWhere: string;
	readonly custodian: string;
	readonly seenBy: string;
	readonly seenOn: PlainDate;
}

export async function addSighting(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	statement: EvidenceStatement & Sighting
): Promise<void> {
	const { heldWhere, custodian, seenBy, seenOn } = statement;
	await add(context, actor, name, statement, (_tx, { today }) => {
		if (seenOn > today) {
			throw new Refusal('date-in-future', {
				field: 'seenOn',
				facts: { what: 'the day it was seen' }
			});
		}
		return [{ kind: 'sighting', title: statement.title, heldWhere, custodian, seenBy, seenOn }];
	});
}

/**
 * Evidence is withdrawn with a reason, never deleted.
 * @throws Refusal 'not-found', 'not-allowed', 'reason-needed', 'already-withdrawn', or
 *   'evidence-behind-claim' while a claim or confirmation rests on it
 */
export async function withdrawEvidence(
	context: Context,
	actor: Actor,
	key: string,
	command: { readonly reason: string; readonly submissionKey: string }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const [item] = await tx
			.select({
				id: evidence.id,
				kind: evidence.kind,
				title: evidence.title,
				withdrawnAt: evidence.withdrawnAt,
				assignmentId: assignment.id,
				organisationId: assignment.organisationId,
				status: assignment.status,
				inspection: inspection.code,
				number: recommendation.number,
				organisation: organisation.code,
				organisationName: organisation.name
			})
			.from(evidence)
			.innerJoin(assignment, eq(assignment.id, evidence.assignmentId))
			.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
			.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
			.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
			.where(and(eq(evidence.key, key), visibleTo(actor, assignment.organisationId)));
		if (!item) throw notFound('evidence');
		mustBeAbleTo(actor, 'withdraw-evidence', item);
		await claimSubmission(tx, actor, command.submissionKey, moment);
		if (item.withdrawnAt !== null) throw new Refusal('already-withdrawn');
		if (item.status === 'reported-complete' || item.status === 'confirmed') {
			throw new Refusal('evidence-behind-claim', { facts: { status: item.status } });
		}
		if (isBlank(command.reason)) throw new Refusal('reason-needed', { field: 'reason' });
		await tx
			.update(evidence)
			.set({
				withdrawnAt: moment.at,
				withdrawnOn: moment.today,
				withdrawnBy: actor.personId,
				withdrawnReason: command.reason.trim()
			})
			.where(eq(evidence.id, item.id));
		await record(tx, {
			action: 'evidence.withdraw',
			actor,
			moment,
			assignmentId: item.assignmentId,
			organisationId: item.organisationId,
			particulars: {
				reference: assignmentReference(item.inspection, item.number, item.organisation),
				organisation: item.organisationName,
				kind: item.kind,
				title: item.title,
				reason: command.reason.trim()
			}
		});
	});
}

type Item = Pick<typeof evidence.$inferInsert, 'kind' | 'title'> &
	Partial<typeof evidence.$inferInsert>;

async function add(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	statement: EvidenceStatement,
	itemsOf: (tx: Queryable, moment: Moment) => Promise<Item[]> | Item[]
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await findAssignment(tx, actor, name);
		mustBeAbleTo(actor, 'add-evidence', found);
		await claimSubmission(tx, actor, statement.submissionKey, moment);
		const marking = checkMarking(statement.marking);
		for (const item of await itemsOf(tx, moment)) {
			await tx.insert(evidence).values({
				...item,
				key: randomKey(),
				assignmentId: found.id,
				shows: statement.shows,
				marking,
				addedBy: actor.personId,
				at: moment.at,
				onDay: moment.today
			});
			await recordAdded(tx, actor, moment, found, item);
		}
	});
}

function recordAdded(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	found: FoundAssignment,
	item: Item
): Promise<void> {
	return record(tx, {
		action: 'evidence.add',
		actor,
		moment,
		assignmentId: found.id,
		organisationId: found.organisationId,
		particulars: {
			reference: found.reference,
			organisation: found.organisationName,
			kind: item.kind,
			title: item.title,
			sha256: item.fileSha256 ?? null
		}
	});
}

function randomKey(): string {
	return encodeBase32LowerCaseNoPadding(randomBytes(15));
}
