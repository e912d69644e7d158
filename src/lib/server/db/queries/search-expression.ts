import { isNational, ownOrganisationIds, type RolesHeld } from '#lib/domain/actor.ts';
import type { SearchTerm } from '#lib/domain/search-query.ts';
import { sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';

/** Endings of one word that are looked for one by one; with more of them FTS5 gathers them itself. */
const MOST_ENDINGS = 24;

/**
 * Each term as FTS5 reads it. Of what somebody typed only letters and numbers come this far (see
 * `readSearchTerms`), each word in quotes, so that none is an operator, a column or a wildcard.
 *
 * FTS5 gathers all rows of a beginning before it gives the first one: 2 to 18 ms for a common one of a very large
 * register. Its words by name it walks along only as far as they are asked for, 0.2 ms; so the words that begin
 * like that are looked up first, each in one step of the index.
 */
export async function expressionsFor(
	db: Queryable,
	terms: readonly SearchTerm[]
): Promise<string[]> {
	const endings = await endingsOf(
		db,
		terms.flatMap(({ words, isPrefix }) => (isPrefix ? [words[0]] : []))
	);
	return terms.map(({ words, isPrefix }) => {
		const quoted = `"${words.join(' ')}"`;
		if (!isPrefix) return quoted;
		const whole = endings.get(words[0]) ?? [];
		const isCounted = whole.length > 0 && whole.length <= MOST_ENDINGS;
		return isCounted ? `(${whole.map((word) => `"${word}"`).join(' OR ')})` : `${quoted}*`;
	});
}

/** All of the expressions in one row, and in the text of it. */
export function everyOne(expressions: readonly string[]): string {
	return `{title body} : (${expressions.join(' AND ')})`;
}

/** Any of them. */
export function anyOne(expressions: readonly string[]): string {
	return `{title body} : (${expressions.join(' OR ')})`;
}

/**
 * Narrows an expression to the organisations that the actor may see in full, and to an inspection. This only
 * saves looking at the rest: what may be seen is decided by `visibleTo` of the rows themselves.
 */
export function narrowed(expression: string, actor: RolesHeld, inspectionId?: number): string {
	const scopes = inspectionId === undefined ? [] : [`"i${inspectionId}"`];
	const own = ownOrganisationIds(actor);
	if (!isNational(actor) && own.length > 0) {
		scopes.push(`(${own.map((id) => `"o${id}"`).join(' OR ')})`);
	}
	return [...scopes.map((scope) => `scope : ${scope}`), expression].join(' AND ');
}

async function endingsOf(
	db: Queryable,
	stems: readonly string[]
): Promise<ReadonlyMap<string, readonly string[]>> {
	const found = new Map<string, string[]>();
	if (stems.length === 0) return found;
	const rows = await db.all<{ stem: string; term: string }>(sql`
		with recursive word (stem, term, many) as (
			select value, (select term from search_word where term >= value limit 1), 1
			from json_each(${JSON.stringify([...new Set(stems)])})
			union all
			select stem, (select w.term from search_word w where w.term >= word.term || char(1) limit 1), many + 1
			from word where substr(term, 1, length(stem)) = stem and many <= ${MOST_ENDINGS}
		)
		select stem, term from word where substr(term, 1, length(stem)) = stem`);
	for (const { stem, term } of rows) {
		const terms = found.get(stem) ?? [];
		terms.push(term);
		found.set(stem, terms);
	}
	return found;
}
