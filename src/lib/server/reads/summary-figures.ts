import { BOARD_EXCEPTIONS, shareRoom } from '#lib/domain/attention.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { Queryable } from '../db/open.ts';
import { readAddressees } from '../db/queries/addressees.ts';
import { remember } from '../db/remember.ts';
import { readAttention } from './attention.ts';
import { countBy, countOneAmongAll, sumCounts, type CountScope } from './counts.ts';
import { movementsOf, readMovement } from './movement.ts';
import { summaryRows } from './summary-rows.ts';

export interface SummaryScope extends CountScope {
	/** Of one organisation alone. */
	readonly organisationId: number | undefined;
}

export interface ExceptionsRoom {
	/** Of each group. */
	readonly perGroup: number;
	/** Of all groups together, shared among them. */
	readonly shown: number;
}

/** All that a summary counts and lists, of the whole inspection or of one body, with what moved since a day. */
export const readSummaryFigures = remember(
	async (
		db: Queryable,
		scope: SummaryScope,
		since: PlainDate,
		inspectionCode: string,
		room: ExceptionsRoom
	) => {
		const { inspectionId, today, organisationId } = scope;
		const { counts, national } = await readCounts(db, scope);
		const addressees = await readAddressees(db, inspectionId, organisationId);
		const span = { inspectionId, today, since, organisationId };
		const movement = await readMovement(db, span, counts);
		const picks = BOARD_EXCEPTIONS.map((group) => ({
			group,
			limit: room.perGroup,
			isCounted: true
		}));
		const exceptions = await readAttention(db, scope, picks);
		return {
			counts: sumCounts([...counts.values()]),
			/** What everybody may see of all organisations. */
			national,
			rows: summaryRows(inspectionCode, addressees, counts, movement),
			movement: movementsOf(movement),
			exceptions: groupExceptions(exceptions, room)
		};
	}
);

async function readCounts(db: Queryable, scope: SummaryScope) {
	if (scope.organisationId !== undefined) {
		const { one, all } = await countOneAmongAll(db, scope, scope.organisationId);
		return { counts: one, national: all };
	}
	const counts = await countBy(db, 'recommendation', scope);
	return { counts, national: sumCounts([...counts.values()]) };
}

type Exceptions = Awaited<ReturnType<typeof readAttention>>;

function groupExceptions(exceptions: Exceptions, room: ExceptionsRoom) {
	const groups = BOARD_EXCEPTIONS.map((group) => {
		const rows = exceptions.filter((row) => row.group === group);
		return { group, total: rows[0]?.total ?? 0, rows };
	}).filter(({ total }) => total > 0);
	const shares = shareRoom(
		groups.map(({ rows }) => rows.length),
		room.shown
	);
	return groups.map(({ rows, ...group }, index) => ({
		...group,
		rows: rows.slice(0, shares[index])
	}));
}
