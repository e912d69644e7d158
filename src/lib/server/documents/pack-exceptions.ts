import { nextDateOf } from '#lib/domain/next-date.ts';
import type { PackContent, PackException, PackExceptions } from '#lib/domain/pack-content.ts';
import type { Cell } from '#lib/domain/paper.ts';
import { attentionFact, ATTENTION_WORDS } from '#lib/wording/attention.ts';
import { formatDayShort } from '#lib/wording/dates.ts';
import { paths } from '#lib/wording/paths.ts';
import { plainLine } from '#lib/wording/plain-line.ts';
import { excerpt } from '#lib/wording/summary.ts';
import { cell, link } from './blocks.ts';

/** Letters of what is said about one exception where room is short: two lines. */
const REASON_MAX = 130;

/** One line of a list of exceptions, with or without its kind. */
export function exceptionRow(
	content: PackContent,
	{ group }: Pick<PackExceptions, 'group'>,
	row: PackException,
	isBrief: boolean
): Cell[] {
	const { origin, statement, comments } = content;
	const fact = attentionFact(group, row, statement.asAt);
	const comment = comments.find(
		({ reference, organisationCode }) =>
			reference === row.reference && organisationCode === row.organisationCode
	);
	const reasons = [row.reason, comment?.text].flatMap((text) => (text ? [text] : []));
	const words = reasons.map((text) => excerpt(text, isBrief ? REASON_MAX : 2 * REASON_MAX));
	const next = nextDateOf(row, statement.asAt);
	return [
		cell(
			link(
				`${row.reference} ${plainLine(row.organisationName)}`,
				origin + paths.assignment(row.reference, row.organisationCode)
			)
		),
		...(isBrief ? [cell(ATTENTION_WORDS[group].title)] : []),
		cell([fact, ...words].join(': ')),
		cell(next ? formatDayShort(next.day) : 'No date ahead')
	];
}
