import { shareRoom } from '#lib/domain/attention.ts';
import type { Movement } from '#lib/domain/movement.ts';
import { nextDateOf } from '#lib/domain/next-date.ts';
import type { PackException, PackExceptions } from '#lib/domain/pack-content.ts';
import type { PaperBlock } from '#lib/domain/paper.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { attentionFact, ATTENTION_WORDS } from '#lib/wording/attention.ts';
import { formatNumber } from '#lib/wording/counts.ts';
import { formatDay, formatDayShort } from '#lib/wording/dates.ts';
import { excerpt, MOVEMENT_WORDS } from '#lib/wording/summary.ts';
import { cell, paragraph, table } from './blocks.ts';

// Tables that one sheet and a pack have in common.

/** Letters of what is said about one exception: the sheet is one. */
const REASON_MAX = 110;

/** From what was open on the one day to what is on the other, as a sum that can be checked. */
export function movementTable(moved: Movement, since: PlainDate, until: PlainDate): PaperBlock {
	const keys = Object.keys(MOVEMENT_WORDS) as (keyof typeof MOVEMENT_WORDS)[];
	return table(
		`Open assignments, from the end of ${formatDay(since)} to ${formatDay(until)}`,
		keys.map((key) => [MOVEMENT_WORDS[key], 1, 'number']),
		[keys.map((key) => cell(formatNumber(moved[key])))],
		true
	);
}

interface Exceptions {
	readonly groups: readonly PackExceptions[];
	readonly today: PlainDate;
	/** As many as fit on the sheet. */
	readonly shown: number;
	/** Which assignment a row is of, in the words of a sheet that is about one body or one recommendation. */
	readonly label: string;
	readonly nameOf: (row: PackException) => string;
}

/** Some exceptions of each kind, with how many there are. */
export function exceptionTable({ groups, today, shown, label, nameOf }: Exceptions): PaperBlock {
	const total = groups.reduce((sum, group) => sum + group.total, 0);
	const shares = shareRoom(
		groups.map(({ rows: those }) => those.length),
		shown
	);
	const rows = groups.flatMap(({ group, rows: those }, index) =>
		those.slice(0, shares[index]).map((row) => ({ group, row }))
	);
	if (rows.length === 0) return paragraph('None.');
	return table(
		`${formatNumber(rows.length)} of ${formatNumber(total)}, the longest-standing of each kind`,
		[
			[label, 24],
			['Kind', 16],
			['Why', 46],
			['Next date', 14]
		],
		rows.map(({ group, row }) => {
			const next = nextDateOf(row, today);
			const fact = attentionFact(group, row, today);
			const reason = row.reason === null ? [] : [excerpt(row.reason, REASON_MAX)];
			return [
				cell(nameOf(row)),
				cell(ATTENTION_WORDS[group].title),
				cell([fact, ...reason].join(': ')),
				cell(next ? formatDayShort(next.day) : 'No date ahead')
			];
		}),
		true
	);
}
