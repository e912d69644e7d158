import { randomBytes } from 'node:crypto';
import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import {
	checkDayOfEvidence,
	checkMarking,
	type EvidenceSort,
	type Marking
} from '#lib/domain/evidence.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding';
import { mustBeOpen } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { record } from '../audit/record.ts';
import {
	findAssignment,
	type AssignmentName,
	type FoundAssignment
} from '../db/queries/assignment.ts';
import { findActionFor, hasAnyFile, latestVersion, mustBePartOf } from '../db/queries/evidence.ts';
import { infectedAmong } from '../db/queries/file-scan.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { evidence, storedFile } from '../db/schema/evidence.ts';

/** Said of every kind of evidence. */
export interface EvidenceStatement {
	readonly title: string;
	/** What it shows or proves. */
	readonly shows: string;
	readonly marking: Marking;
	readonly sort?: EvidenceSort | undefined;
	/** Where in it to look. */
	readonly page?: string | undefined;
	/** The day of the thing shown. */
	readonly shownOn?: PlainDate | undefined;
	/** The part of the recommendation that it serves. */
	readonly partId?: number | undefined;
	/** The action of the plan that it serves. */
	readonly actionKey?: string | undefined;
	/** The key of the item, or of any version of it, that this is a new version of. */
	readonly versionOf?: string | undefined;
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

/**
 * One item for each file; with several, the file's name is added to the title.
 * @returns whether the organisation's evidence already had one of the files
 * @throws Refusal 'file-infected' for one that the scanner knows, 'same-as-before' for a version that
 *   changes nothing, 'one-file-for-version', and those of every other kind of evidence
 */
export async function addFiles(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	statement: EvidenceStatement & { readonly files: readonly ReceivedFile[] }
): Promise<{ readonly isHereAlready: boolean }> {
	const { files } = statement;
	if (files.length === 0) throw new Refusal('file-needed', { field: 'files' });
	if (files.length > 1 && statement.versionOf !== undefined) {
		throw new Refusal('one-file-for-version', { field: 'files' });
	}
	let isHereAlready = false;
	await add(context, actor, name, statement, async (tx, { at }, found) => {
		const sha256s = files.map(({ sha256 }) => sha256);
		const infected = await infectedAmong(tx, sha256s);
		const unsafe = files.find(({ sha256 }) => infected.includes(sha256));
		if (unsafe) {
			throw new Refusal('file-infected', { field: 'files', facts: { name: unsafe.name } });
		}
		isHereAlready = await hasAnyFile(tx, found.organisationId, sha256s);
		const items = [];
		for (const file of files) {
			const { name: fileName, ...stored } = file;
			await tx
				.insert(storedFile)
				.values({ ...stored, at })
				.onConflictDoNothing();
			const title = files.length > 1 ? `${statement.title}: ${fileName}` : statement.title;
			items.push({ kind: 'file' as const, title, fileSha256: file.sha256, fileName });
		}
		return items;
	});
	return { isHereAlready };
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
		checkDayOfEvidence(seenOn, today, { field: 'seenOn', what: 'the day it was seen' });
		return [{ kind: 'sighting', title: statement.title, heldWhere, custodian, seenBy, seenOn }];
	});
}

type Row = typeof evidence.$inferInsert;
type Item = Pick<Row, 'kind' | 'title'> & Partial<Row>;
type ItemsOf = (tx: Queryable, moment: Moment, found: FoundAssignment) => Promise<Item[]> | Item[];

async function add(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	statement: EvidenceStatement,
	itemsOf: ItemsOf
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await findAssignment(tx, actor, name);
		mustBeAbleTo(actor, 'add-evidence', found);
		await claimSubmission(tx, actor, statement.submissionKey, moment);
		mustBeOpen(found.status);
		const said = await check(tx, found, statement, moment);
		const items = await itemsOf(tx, moment, found);
		const version = await versionAfter(tx, found, statement.versionOf, items);
		for (const item of items) {
			const row = { ...item, ...said, ...version };
			await tx.insert(evidence).values({
				...row,
				key: randomKey(),
				assignmentId: found.id,
				addedBy: actor.personId,
				at: moment.at,
				onDay: moment.today
			});
			await recordAdded(tx, actor, moment, found, row);
		}
	});
}

/** What is said of every item, once it may be said: nothing of another body, nothing of a day to come. */
async function check(
	tx: Queryable,
	found: FoundAssignment,
	{ shows, sort, page, shownOn, partId, actionKey, ...statement }: EvidenceStatement,
	{ today }: Moment
) {
	const marking = checkMarking(statement.marking);
	if (shownOn !== undefined) {
		checkDayOfEvidence(shownOn, today, { field: 'shownOn', what: 'the date of what it shows' });
	}
	if (partId !== undefined) await mustBePartOf(tx, partId, found);
	const actionId = actionKey === undefined ? undefined : await findActionFor(tx, actionKey, found);
	return { shows, marking, sort, page, shownOn, partId, actionId };
}

/** The first version of an item has no key of another; the next ones have that of the first. */
async function versionAfter(
	tx: Queryable,
	found: FoundAssignment,
	versionOf: string | undefined,
	[item]: readonly Item[]
): Promise<{ itemKey?: string; itemVersion: number }> {
	if (versionOf === undefined) return { itemVersion: 1 };
	const latest = await latestVersion(tx, found.id, versionOf);
	if (item?.fileSha256 && item.fileSha256 === latest.fileSha256 && latest.withdrawnAt === null) {
		const facts = { version: latest.itemVersion };
		throw new Refusal('same-as-before', { field: 'files', facts });
	}
	return { itemKey: latest.itemKey, itemVersion: latest.itemVersion + 1 };
}

async function recordAdded(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	found: FoundAssignment,
	{ kind, title, fileSha256, itemVersion = 1 }: Item
): Promise<void> {
	const isFirst = itemVersion === 1;
	await record(tx, {
		action: isFirst ? 'evidence.add' : 'evidence.add-version',
		actor,
		moment,
		assignmentId: found.id,
		organisationId: found.organisationId,
		particulars: {
			reference: found.reference,
			organisation: found.organisationName,
			kind,
			title,
			sha256: fileSha256 ?? null,
			...(isFirst ? {} : { version: itemVersion })
		}
	});
}

function randomKey(): string {
	return encodeBase32LowerCaseNoPadding(randomBytes(15));
}
