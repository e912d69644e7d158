import { randomBytes } from 'node:crypto';
import type { Actor } from '#lib/domain/actor.ts';
import type { Named } from '#lib/domain/addressee-phrase.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { stateDeadline, type GivenDeadline } from '#lib/domain/deadline-worded.ts';
import type { InspectionFacts } from '#lib/domain/inspection.ts';
import { isBlank } from '#lib/domain/narrative.ts';
import { changeParts, dateParts, type WrittenPart } from '#lib/domain/part.ts';
import { matchAddressee } from '#lib/domain/organisation.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import {
	readGivenItem,
	readWording,
	withTwins,
	type GivenFacts,
	type ReadingBasis
} from '#lib/domain/read-wording.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import { LOAD_ITEMS_MAX, SOURCE_MAX, type ReadItem } from '#lib/domain/wording-load.ts';
import { eq } from 'drizzle-orm';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { codeMustBeFree, findInspection } from '../db/queries/administered.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import {
	codeMustNotWait,
	listBodies,
	listLoadItems,
	standingPhrases
} from '../db/queries/wording-load.ts';
import { beginOnLoad, changeLoad } from '../db/queries/wording-standing.ts';
import { wordingLoad, wordingLoadItem } from '../db/schema/wording-load.ts';

/** A row of a spreadsheet: its text, and what its other columns say. */
export interface SourceRow {
	readonly sourceText: string;
	readonly text: string;
	readonly given: GivenFacts;
}

export interface LoadCommand {
	/** The code of one that the register has, or a new one. */
	readonly inspection: string | InspectionFacts;
	readonly source: string;
	readonly sourceUrl: string;
	readonly retrievedOn: PlainDate;
	/** What was pasted, or the text of the file. */
	readonly sourceText: string;
	readonly fileName?: string | undefined;
	/** Left out for what was pasted, which is read here. */
	readonly rows?: readonly SourceRow[] | undefined;
	readonly submissionKey: string;
}

/**
 * Keeps what was pasted or brought in a file, and beside it what was read from it. Nothing of the register
 * changes until somebody else has checked and accepted it.
 * @returns the key of the load
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted', 'inspection-code-taken',
 *   'inspection-code-waiting', 'source-too-long', 'nothing-read', 'too-many-items' or 'date-in-future'
 */
export async function loadWording(
	context: Context,
	actor: Actor,
	command: LoadCommand
): Promise<string> {
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'load-wording');
	checkSource(command, moment);
	const key = randomBytes(12).toString('hex');
	await context.db.write(async (tx) => {
		const about = await inspectionFor(tx, command.inspection);
		await claimSubmission(tx, actor, command.submissionKey, moment);
		const basis = {
			publishedOn: about.publishedOn,
			phrases: await standingPhrases(tx),
			bodies: await listBodies(tx)
		};
		const items = readItems(command, basis);
		if (!items.some(({ isIncluded }) => isIncluded)) {
			throw new Refusal('nothing-read', { field: 'source-text' });
		}
		const { source, sourceUrl, retrievedOn, sourceText, fileName = null } = command;
		const [made] = await tx
			.insert(wordingLoad)
			.values({
				...{ key, ...about.of, source, sourceUrl, retrievedOn, sourceText, fileName },
				...{ loadedBy: actor.personId, loadedAt: moment.at }
			})
			.returning({ id: wordingLoad.id });
		if (!made) throw new Error('The load has no row');
		for (const [index, item] of items.entries()) {
			await tx.insert(wordingLoadItem).values(rowOf(made.id, index + 1, item));
		}
		await record(tx, {
			action: 'wording.load',
			actor,
			moment,
			particulars: { reference: about.code, count: items.length, source, sourceUrl }
		});
	});
	return key;
}

export interface CorrectionCommand extends FormStamp {
	readonly number: number | null;
	readonly title: string | null;
	readonly theme: string | null;
	readonly text: string;
	readonly page: string | null;
	readonly addressees: string | null;
	/** Codes, or patterns such as 'police-force:*'. */
	readonly organisations: readonly string[];
	/** Null where none was set. */
	readonly deadline: GivenDeadline | null;
	readonly parts: readonly WrittenPart[];
	readonly isIncluded: boolean;
}

/**
 * What was read wrongly, put right by whoever loaded it: what a checker corrected, nobody would have checked.
 * @throws Refusal 'not-allowed', 'unknown-organisation', or as `beginOnLoad`, `stateDeadline`, `dateParts` and
 *   `changeParts`
 */
export async function correctItem(
	context: Context,
	actor: Actor,
	key: string,
	position: number,
	{ version, submissionKey, deadline, organisations, parts, ...said }: CorrectionCommand
): Promise<void> {
	const stamp = { version, submissionKey };
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'load-wording');
	await context.db.write(async (tx) => {
		const found = await beginOnLoad(tx, actor, key, stamp, 'loader', moment);
		const item = (await listLoadItems(tx, found.id)).find((one) => one.position === position);
		if (!item) throw notFound('wording-item');
		const codes = codesOf(organisations, await listBodies(tx));
		const dated = dateParts(parts, found.publishedOn);
		changeParts([], dated);
		const stated = deadline && stateDeadline(deadline, found.publishedOn);
		await tx
			.update(wordingLoadItem)
			.set({
				...said,
				...{ organisations: JSON.stringify(codes), parts: JSON.stringify(dated) },
				deadlinePhrase: stated?.phrase ?? null,
				deadlineKind: stated?.kind ?? null,
				deadlineLastDay: stated?.lastDay ?? null,
				deadlineRule: stated?.rule ?? null,
				// Somebody has looked, so what the reading could not make out is made out now.
				...{ unread: '[]', isCorrected: true }
			})
			.where(eq(wordingLoadItem.id, item.id));
		await changeLoad(tx, found);
		await record(tx, {
			action: 'wording.correct',
			actor,
			moment,
			particulars: { reference: found.inspectionCode, position, number: said.number }
		});
	});
}

/** In the order of the list. */
function codesOf(patterns: readonly string[], bodies: readonly Named[]): string[] {
	const found = new Set(
		patterns.flatMap((pattern) => {
			const matched = matchAddressee(pattern, bodies);
			if (matched) return matched.map(({ code }) => code);
			const facts = { code: pattern };
			throw new Refusal('unknown-organisation', { field: 'organisations', facts });
		})
	);
	return bodies.map(({ code }) => code).filter((code) => found.has(code));
}

function checkSource({ sourceText, rows, retrievedOn }: LoadCommand, { today }: Moment): void {
	const field = rows ? 'file' : 'source-text';
	if (sourceText.length > SOURCE_MAX) {
		throw new Refusal('source-too-long', { field, facts: { max: SOURCE_MAX } });
	}
	if (isBlank(sourceText)) throw new Refusal('nothing-read', { field });
	if (rows && rows.length > LOAD_ITEMS_MAX) {
		throw new Refusal('too-many-items', { field, facts: { max: LOAD_ITEMS_MAX } });
	}
	if (retrievedOn > today) {
		const facts = { what: 'The day on which you took it from the source' };
		throw new Refusal('date-in-future', { field: 'retrievedOn', facts });
	}
}

/** A new one comes into the register when the wording is accepted, so that what is put aside leaves nothing. */
async function inspectionFor(tx: Queryable, asked: LoadCommand['inspection']) {
	if (typeof asked === 'string') {
		const { id, code, publishedOn } = await findInspection(tx, asked);
		return { code, publishedOn, of: { inspectionId: id } };
	}
	const { code, publishedOn } = asked;
	await codeMustBeFree(tx, code);
	await codeMustNotWait(tx, code);
	return { code, publishedOn, of: { proposed: JSON.stringify(asked) } };
}

function readItems({ rows, sourceText }: LoadCommand, basis: ReadingBasis): ReadItem[] {
	if (!rows) return readWording(sourceText, basis);
	return withTwins(rows.map((row) => readGivenItem(row.sourceText, row.text, row.given, basis)));
}

function rowOf(loadId: number, position: number, item: ReadItem) {
	const { deadline, organisations, parts, unread, ...read } = item;
	return {
		...{ loadId, position, ...read },
		organisations: JSON.stringify(organisations),
		deadlinePhrase: deadline?.phrase ?? null,
		deadlineKind: deadline?.kind ?? null,
		deadlineLastDay: deadline?.lastDay ?? null,
		deadlineRule: deadline?.rule ?? null,
		parts: JSON.stringify(parts),
		unread: JSON.stringify(unread)
	};
}
