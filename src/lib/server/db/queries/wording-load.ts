import { STANDING_PHRASES, type PhraseTable } from '#lib/domain/addressee-phrase.ts';
import type { PartWords } from '#lib/domain/part.ts';
import { notFound } from '#lib/domain/refusal.ts';
import type { Unread } from '#lib/domain/wording-load.ts';
import { asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '../open.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { person } from '../schema/person.ts';
import { recommendation, recommendationWording } from '../schema/recommendation.ts';
import { addresseePhrase, wordingLoad, wordingLoadItem } from '../schema/wording-load.ts';

const settler = alias(person, 'settler');

function selectLoads(db: Queryable) {
	return db
		.select({
			id: wordingLoad.id,
			key: wordingLoad.key,
			version: wordingLoad.version,
			inspectionId: inspection.id,
			inspectionCode: inspection.code,
			inspectionTitle: inspection.title,
			publishedOn: inspection.publishedOn,
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
			items: sql<number>`(select count(*) from ${wordingLoadItem} i
				where i.load_id = ${wordingLoad.id} and i.is_included)`
		})
		.from(wordingLoad)
		.innerJoin(inspection, eq(inspection.id, wordingLoad.inspectionId))
		.innerJoin(person, eq(person.id, wordingLoad.loadedBy))
		.leftJoin(settler, eq(settler.id, wordingLoad.settledBy));
}

/** Every load, latest first. */
export function listLoads(db: Queryable) {
	return selectLoads(db).orderBy(desc(wordingLoad.id));
}

/** @throws Refusal 'not-found' */
export async function findLoad(db: Queryable, key: string) {
	const [row] = await selectLoads(db).where(eq(wordingLoad.key, key));
	if (!row) throw notFound('wording-load');
	return row;
}

export type LoadItem = Awaited<ReturnType<typeof listLoadItems>>[number];

/** Its recommendations as they were read or corrected, in the order of the source. */
export async function listLoadItems(db: Queryable, loadId: number) {
	const rows = await db
		.select()
		.from(wordingLoadItem)
		.where(eq(wordingLoadItem.loadId, loadId))
		.orderBy(asc(wordingLoadItem.position));
	return rows.map((row) => ({
		...row,
		organisations: JSON.parse(row.organisations) as readonly string[],
		parts: JSON.parse(row.parts) as readonly PartWords[],
		unread: JSON.parse(row.unread) as readonly Unread[]
	}));
}

/** Bodies that have not ended, by name. */
export function listBodies(db: Queryable) {
	return db
		.select({
			id: organisation.id,
			code: organisation.code,
			kind: organisation.kind,
			name: organisation.name
		})
		.from(organisation)
		.where(isNull(organisation.validTo))
		.orderBy(asc(organisation.name));
}

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

/** The recommendations of an inspection with what each says now. */
export function listWorded(db: Queryable, inspectionId: number) {
	return db
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
		.where(eq(recommendation.inspectionId, inspectionId))
		.orderBy(asc(recommendation.number));
}
