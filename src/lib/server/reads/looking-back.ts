import type { Actor } from '#lib/domain/actor.ts';
import { asAtDay, asOnlooker } from '#lib/domain/as-at.ts';
import { fixedClock, momentOf } from '#lib/domain/clock.ts';
import { endOfLondonDay, type PlainDate } from '#lib/domain/plain-date.ts';
import { isNull, min } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { statusChange } from '../db/schema/history.ts';

/** What a page is read with: of now, or of the end of a day that is over. */
export interface View<C extends Context> {
	readonly context: C;
	readonly actor: Actor;
	/** Undefined for now. */
	readonly asAt: PlainDate | undefined;
}

/**
 * The service as somebody sees it who looks back to a day: the same pages, read from the records by its end,
 * at its last instant, with nothing that could be done.
 * @param text the day as the address has it; null or empty for now
 * @throws Refusal as `asAtDay`
 */
export async function viewOf<C extends Context>(
	context: C,
	actor: Actor,
	text: string | null
): Promise<View<C>> {
	if (!text) return { context, actor, asAt: undefined };
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const asAt = asAtDay(text, await registerBegan(read), today);
	const past = { ...context.db, read: context.db.asAt(asAt), write: refuseToWrite };
	const clock = fixedClock(endOfLondonDay(asAt));
	return { context: { ...context, db: past, clock }, actor: asOnlooker(actor), asAt };
}

function refuseToWrite(): never {
	throw new Error('The past is not written to');
}

const beginnings = new WeakMap<Queryable, PlainDate>();

/** The day of the first allocation, which never changes once there is one; null while there is none. */
export async function registerBegan(db: Queryable): Promise<PlainDate | null> {
	const known = beginnings.get(db);
	if (known) return known;
	const [first] = await db
		.select({ day: min(statusChange.onDay) })
		.from(statusChange)
		.where(isNull(statusChange.fromStatus));
	if (first?.day) beginnings.set(db, first.day);
	return first?.day ?? null;
}
