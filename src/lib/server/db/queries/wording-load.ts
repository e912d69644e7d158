import { STANDING_PHRASES, type PhraseTable } from '#lib/domain/addressee-phrase.ts';
import type { PartWords } from '#lib/domain/part.ts';
import type { InspectionFacts } from '#lib/domain/inspection.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import { standingOf, type Unread } from '#lib/domain/wording-load.ts';
import { and, asc, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { alias, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';
import { remember } from '../remember.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { person } from '../schema/person.ts';
import { recommendation, recommendationWording } from '../schema/recommendation.ts';
import {
	addresseePhrase,
	wordingLoad,
	wordingLoadItem,
	wordingLoadTurn
} from '../schema/wording-load.ts';

const settler = alias(person, 'settler');

/** The last time that it went between its loader and a checker. */
const lastTurn = alias(wordingLoadTurn, 'last_turn');
const turnActor = alias(person, 'turn_actor');

function selectLoads(db: Queryable) {
	return db
		.select({
			id: wordingLoad.id,
			key: wordingLoad.key,
			version: wordingLoad.version,
			inspectionId: inspection.id,
			inspectionCode: ofInspection<string>(inspection.code, 'code'),
			inspectionTitle: ofInspection<string>(inspection.title, 'title'),
			publishedOn: ofInspection<PlainDate>(inspection.publishedOn, 'publishedOn'),
			proposed: wordingLoad.proposed,
			sourceUrl: wordingLoad.sourceUrl,
			source: wordingLoad.source,
			retrievedOn: wordingLoad.retrievedOn,
			fileName: wordingLoad.fileName,
			loadedBy: wordingLoad.loadedBy,
			loader: person.name,
			loadedAt: wordingLoad.loadedAt,
			outcome: wordingLoad.outcome,
			settledAt: wordingLoad.settledAt,
			settler: settler.name,
			reason: wordingLoad.reason,
			lastStep: lastTurn.step,
			turnBy: lastTurn.actorId,
			turnActor: turnActor.name,
			turnAt: lastTurn.at,
			turnNote: lastTurn.note,
			items: sql<number>`(select count(*) from ${wordingLoadItem} i
				where i.load_id = ${wordingLoad.id} and i.is_included)`
		})
		.from(wordingLoad)
		.leftJoin(inspection, eq(inspection.id, wordingLoad.inspectionId))
		.innerJoin(person, eq(person.id, wordingLoad.loadedBy))
		.leftJoin(settler, eq(settler.id, wordingLoad.settledBy))
		.leftJoin(
			lastTurn,
			sql`${lastTurn.id} = (select max(t.id) from ${wordingLoadTurn} t
				where t.load_id = ${wordingLoad.id})`
		)
		.leftJoin(turnActor, eq(turnActor.id, lastTurn.actorId));
}

/** Of the inspection in the register, or of the one that accepting makes. */
function ofInspection<T>(column: AnySQLiteColumn, fact: keyof InspectionFacts): SQL<T> {
	return sql<T>`coalesce(${column}, json_extract(${wordingLoad.proposed}, ${`$.${fact}`}))`;
}

type LoadRow = Awaited<ReturnType<typeof selectLoads>>[number];

function standing({ proposed, ...row }: LoadRow) {
	return {
		...row,
		proposed: proposed === null ? null : (JSON.parse(proposed) as InspectionFacts),
		standing: standingOf(row.outcome, row.lastStep)
	};
}

/** Every load, latest first. */
export async function listLoads(db: Queryable) {
	return (await selectLoads(db).orderBy(desc(wordingLoad.id))).map(standing);
}

export type Load = Awaited<ReturnType<typeof findLoad>>;

/** @throws Refusal 'not-found' */
export async function findLoad(db: Queryable, key: string) {
	const [row] = await loadOfKey(db).all({ key });
	if (!row) throw notFound('wording-load');
	return standing(row);
}

const loadOfKey = prepareOnce((db) =>
	selectLoads(db)
		.where(eq(wordingLoad.key, sql.placeholder('key')))
		.prepare()
);

/** How it went between its loader and its checkers, from the first on. */
export function listTurns(db: Queryable, loadId: number) {
	return db
		.select({
			id: wordingLoadTurn.id,
			at: wordingLoadTurn.at,
			step: wordingLoadTurn.step,
			note: wordingLoadTurn.note,
			actor: person.name
		})
		.from(wordingLoadTurn)
		.innerJoin(person, eq(person.id, wordingLoadTurn.actorId))
		.where(eq(wordingLoadTurn.loadId, loadId))
		.orderBy(asc(wordingLoadTurn.id));
}

/** @throws Refusal 'inspection-code-waiting' where other wording that waits proposes an inspection of that code */
export async function codeMustNotWait(db: Queryable, code: string): Promise<void> {
	const [waiting] = await db
		.select({ key: wordingLoad.key })
		.from(wordingLoad)
		.where(
			and(
				isNull(wordingLoad.outcome),
				isNull(wordingLoad.inspectionId),
				sql`json_extract(${wordingLoad.proposed}, '$.code') = ${code}`
			)
		);
	if (waiting) throw new Refusal('inspection-code-waiting', { field: 'code', facts: { code } });
}

export type LoadItem = Awaited<ReturnType<typeof listLoadItems>>[number];

/** Its recommendations as they were read or corrected, in the order of the source. */
export async function listLoadItems(db: Queryable, loadId: number) {
	const rows = await itemsOfLoad(db).all({ loadId });
	return rows.map((row) => ({
		...row,
		organisations: JSON.parse(row.organisations) as readonly string[],
		parts: JSON.parse(row.parts) as readonly PartWords[],
		unread: JSON.parse(row.unread) as readonly Unread[]
	}));
}

const itemsOfLoad = prepareOnce((db) =>
	db
		.select()
		.from(wordingLoadItem)
		.where(eq(wordingLoadItem.loadId, sql.placeholder('loadId')))
		.orderBy(asc(wordingLoadItem.position))
		.prepare()
);

/** Bodies that have not ended, by name. */
export const listBodies = remember(
	async (db: Queryable) =>
		await db
			.select({
				id: organisation.id,
				code: organisation.code,
				kind: organisation.kind,
				name: organisation.name
			})
			.from(organisation)
			.where(isNull(organisation.validTo))
			.orderBy(asc(organisation.name))
);

/** Every change of the table of phrases, latest first. */
export function listPhraseChanges(db: Queryable) {
	return db
		.select({
			id: addresseePhrase.id,
			at: addresseePhrase.at,
			phrase: addresseePhrase.phrase,
			patterns: addresseePhrase.patterns,
			by: person.name
		})
		.from(addresseePhrase)
		.leftJoin(person, eq(person.id, addresseePhrase.actorId))
		.orderBy(desc(addresseePhrase.id));
}

/** The table as it stands: what the service knows from the start, and over it what was written. */
export async function standingPhrases(db: Queryable): Promise<PhraseTable> {
	const phrases = new Map(STANDING_PHRASES);
	for (const { phrase, patterns } of (await listPhraseChanges(db)).toReversed()) {
		phrases.set(phrase, JSON.parse(patterns) as string[]);
	}
	return new Map([...phrases].filter(([, patterns]) => patterns.length > 0));
}

/** The recommendations of an inspection with what each says now; none of one that is not in the register yet. */
export const listWorded = remember(async (db: Queryable, inspectionId: number | null) =>
	inspectionId === null ? [] : await wordedOf(db).all({ inspectionId })
);

const wordedOf = prepareOnce((db) =>
	db
		.select({
			id: recommendation.id,
			number: recommendation.number,
			title: recommendation.title,
			theme: recommendation.theme,
			wordingId: recommendationWording.id,
			kind: recommendationWording.kind,
			text: recommendationWording.text
		})
		.from(recommendation)
		.leftJoin(
			recommendationWording,
			sql`${recommendationWording.id} = (select max(w.id) from ${recommendationWording} w
				where w.recommendation_id = ${recommendation.id})`
		)
		.where(eq(recommendation.inspectionId, sql.placeholder('inspectionId')))
		.orderBy(asc(recommendation.number))
		.prepare()
);
