import type { Actor } from '#lib/domain/actor.ts';
import { BOARD_EXCEPTIONS } from '#lib/domain/attention.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { Context } from '../db/context.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { readAttention } from './attention.ts';
import type { BoardPack } from './board-packs.ts';
import { viewOf } from './looking-back.ts';

const PER_GROUP = 60;

/** The exceptions of a pack, for its commentary: the first of each group, each with all its groups. */
export async function readPackExceptions(context: Context, actor: Actor, pack: BoardPack) {
	const { today } = momentOf(context.clock);
	const view = await viewOf(context, actor, pack.asAt === today ? null : pack.asAt);
	const { read } = view.context.db;
	const { inspectionId, asAt, organisationId } = pack;
	const periods = await latestPeriods(read, inspectionId, asAt);
	const scope = { inspectionId, periods, today: asAt, organisationId: organisationId ?? undefined };
	const picks = BOARD_EXCEPTIONS.map((group) => ({ group, limit: PER_GROUP, isCounted: true }));
	const rows = await readAttention(read, scope, picks);
	return BOARD_EXCEPTIONS.flatMap((group) => {
		const those = rows.filter((row) => row.group === group);
		return those[0] ? [{ group, total: those[0].total, rows: those }] : [];
	});
}
