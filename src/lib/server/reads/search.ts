import type { Actor, RolesHeld } from '#lib/domain/actor.ts';
import { nearNames } from '#lib/domain/near-name.ts';
import {
	isCutShort,
	readSearchTerms,
	SEARCH_KINDS,
	type SearchKind
} from '#lib/domain/search-query.ts';
import { notFound } from '#lib/domain/refusal.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { inspectionChoices, listInspections } from '../db/queries/inspection.ts';
import { everyBodyName } from '../db/queries/organisation-names.ts';
import { remember } from '../db/remember.ts';
import { findEverything, type SearchGroup } from './search-groups.ts';

export type { SearchGroup, SearchResult } from './search-groups.ts';

export interface SearchAsked {
	readonly text: string;
	readonly kind: SearchKind | undefined;
	readonly inspection: string | undefined;
	/** From 1. */
	readonly page: number;
}

/**
 * What the actor may see that holds every word typed, of each kind the best; or all of one kind, a page at a
 * time. Of the register as it stands now: search knows no past.
 * @throws Refusal 'not-found' for an inspection that there is not
 */
export async function readSearch({ db }: Context, { roles }: Actor, asked: SearchAsked) {
	const inspections = await listInspections(db.read);
	const inspection = inspections.find(({ code }) => code === asked.inspection);
	if (asked.inspection !== undefined && !inspection) throw notFound('inspection');
	const { text, kind, page } = asked;
	const found = await search(db.read, { roles }, text, inspection?.id, kind, page);
	return {
		inspections: inspectionChoices(inspections),
		isCutShort: isCutShort(text),
		...found
	};
}

/** Whoever holds the same roles finds the same. */
const search = remember(
	async (
		db: Queryable,
		{ roles }: RolesHeld,
		text: string,
		inspectionId: number | undefined,
		kind: SearchKind | undefined,
		page: number
	) => {
		const terms = readSearchTerms(text);
		if (terms.length === 0) return { hasWords: false, groups: [], suggestions: [] };
		const kinds = kind === undefined ? SEARCH_KINDS : [kind];
		const place = kind === undefined ? undefined : { page };
		const groups = await findEverything(db, { roles }, { text, terms, inspectionId, kinds, place });
		const shown = groups.filter(({ total }) => total > 0);
		const suggestions = shown.length > 0 ? [] : nearNames(text, await everyBodyName(db));
		return { hasWords: true, groups: shown as readonly SearchGroup[], suggestions };
	}
);
