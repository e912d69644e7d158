import { isNational, type Actor } from '#lib/domain/actor.ts';
import { BOARD_EXCEPTIONS } from '#lib/domain/attention.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { addDays, type PlainDate } from '#lib/domain/plain-date.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { listPackAssignments } from '../db/queries/pack-assignments.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { readAttention } from './attention.ts';
import { countBy, noCounts, type Counts, type CountScope } from './counts.ts';
import { readMovement } from './movement.ts';
import { findRecommendation } from './recommendation.ts';

/** Over which movement is told. */
const SPAN_DAYS = 30;
/** Of each group of exceptions: the sheet is one. */
const EXCEPTIONS_PER_GROUP = 4;

/**
 * One recommendation for one sheet. Everybody gets the national counts and the assignments that they may see;
 * what moved and what stands out is of all organisations, and so for national readers alone.
 * @throws Refusal 'not-found'
 */
export async function readRecommendationSheet(context: Context, actor: Actor, reference: string) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const found = await findRecommendation(read, reference);
	const { id, inspectionId } = found;
	const periods = await latestPeriods(read, inspectionId, today);
	const scope = { inspectionId, periods, today };
	const counts = await countBy(read, 'recommendation', scope);
	const ofAll = isNational(actor) ? await readOfAll(read, scope, id, counts) : null;
	const assignments = await listPackAssignments(read, {
		...{ inspectionId, recommendationId: id, reader: actor }
	});
	const { title, wording, wordingKind, wordingSource, deadline } = found;
	return {
		today,
		reference: recommendationReference(found.inspectionCode, found.number),
		...{ title, wording, wordingKind, wordingSource },
		deadline: deadline && { phrase: deadline.phrase, lastDay: deadline.lastDay },
		inspection: {
			code: found.inspectionCode,
			title: found.inspectionTitle,
			url: found.inspectionUrl
		},
		counts: counts.get(id) ?? noCounts(),
		assignments: assignments.map(({ movedOn: _on, reason: _reason, ...row }) => row),
		ofAll
	};
}

async function readOfAll(
	db: Queryable,
	scope: CountScope,
	recommendationId: number,
	counts: ReadonlyMap<number, Counts>
) {
	const since: PlainDate = addDays(scope.today, -SPAN_DAYS);
	const movements = await readMovement(db, { ...scope, since, organisationId: undefined }, counts);
	const picks = BOARD_EXCEPTIONS.map((group) => ({
		...{ group, limit: EXCEPTIONS_PER_GROUP, isCounted: true }
	}));
	const rows = await readAttention(db, { ...scope, recommendationId }, picks);
	return {
		since,
		movement: movements.get(recommendationId) ?? null,
		exceptions: BOARD_EXCEPTIONS.flatMap((group) => {
			const those = rows.filter((row) => row.group === group);
			return those[0] ? [{ group, total: those[0].total, rows: those }] : [];
		})
	};
}
