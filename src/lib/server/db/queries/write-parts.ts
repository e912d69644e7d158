import type { StatedDeadline } from '#lib/domain/deadline-worded.ts';
import type { PartsChange, StandingPart } from '#lib/domain/part.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import { eq, inArray } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { partDeadline, recommendationPart } from '../schema/part.ts';

/**
 * Writes what `changeParts` found: those that are no longer in the list are retired, not deleted.
 * @returns false where nothing differs, and nothing was written
 */
export async function writeParts(
	tx: Queryable,
	actor: Actor,
	recommendationId: number,
	standing: readonly StandingPart[],
	{ list, retired, dated }: PartsChange,
	moment: Moment
): Promise<boolean> {
	const isSame = list.every(({ id }, index) => id !== null && id === standing[index]?.id);
	if (isSame && retired.length === 0 && dated.length === 0) return false;
	if (retired.length > 0) {
		const ids = retired.map(({ id }) => id);
		await tx
			.update(recommendationPart)
			.set({ toDay: moment.today })
			.where(inArray(recommendationPart.id, ids));
	}
	for (const [index, part] of list.entries()) {
		const { id, label, text } = part;
		const position = index + 1;
		if (id === null) {
			const values = { recommendationId, label, text, position, fromDay: moment.today };
			const [made] = await tx
				.insert(recommendationPart)
				.values(values)
				.returning({ id: recommendationPart.id });
			if (made && part.deadline) await setDeadline(tx, actor, made.id, part.deadline, moment);
		} else {
			await tx.update(recommendationPart).set({ position }).where(eq(recommendationPart.id, id));
			if (dated.includes(part)) await setDeadline(tx, actor, id, part.deadline ?? null, moment);
		}
	}
	return true;
}

async function setDeadline(
	tx: Queryable,
	actor: Actor,
	partId: number,
	deadline: StatedDeadline | null,
	{ at, today }: Moment
): Promise<void> {
	const said = deadline ?? { phrase: null, kind: 'none-set', lastDay: null, rule: '' };
	await tx
		.insert(partDeadline)
		.values({ at, onDay: today, partId, setBy: actor.personId, ...said });
}
