import { notFound } from '#lib/domain/refusal.ts';
import type { ViewPage } from '#lib/domain/saved-view.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { savedView } from '../schema/view.ts';

export interface SavedView {
	readonly key: string;
	readonly page: ViewPage;
	readonly name: string;
	/** In its canonical order, without the question mark. */
	readonly query: string;
}

const COLUMNS = {
	key: savedView.key,
	page: savedView.page,
	name: savedView.name,
	query: savedView.query
};

/** What somebody keeps, by page and name. */
export async function listViews(db: Queryable, personId: number): Promise<readonly SavedView[]> {
	return db
		.select(COLUMNS)
		.from(savedView)
		.where(and(eq(savedView.personId, personId), isNull(savedView.endedAt)))
		.orderBy(asc(savedView.page), asc(savedView.name));
}

/**
 * What the link of a view opens, for whoever has the link: a query tells nothing that its page would not.
 * @throws Refusal 'not-found', also for one that was ended
 */
export async function findSharedView(
	db: Queryable,
	key: string
): Promise<Pick<SavedView, 'page' | 'query'>> {
	const [row] = await db
		.select({ page: savedView.page, query: savedView.query })
		.from(savedView)
		.where(and(eq(savedView.key, key), isNull(savedView.endedAt)));
	if (!row) throw notFound('view');
	return row;
}

export async function insertView(
	tx: Queryable,
	personId: number,
	view: SavedView,
	at: number
): Promise<void> {
	await tx.insert(savedView).values({ ...view, personId, createdAt: at, changedAt: at });
}

/** Whose it is was asked before. */
export async function updateView(
	tx: Queryable,
	key: string,
	change: Partial<Pick<typeof savedView.$inferInsert, 'name' | 'query' | 'endedAt'>>,
	at: number
): Promise<void> {
	await tx
		.update(savedView)
		.set({ ...change, changedAt: at })
		.where(eq(savedView.key, key));
}
