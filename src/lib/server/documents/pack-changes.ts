import { packChanges, type PackCounts } from '#lib/domain/board-pack.ts';
import { factsOf, type PackContent } from '#lib/domain/pack-content.ts';
import type { PaperBlock } from '#lib/domain/paper.ts';
import { ATTENTION_WORDS } from '#lib/wording/attention.ts';
import { formatNumber } from '#lib/wording/counts.ts';
import { formatDay } from '#lib/wording/dates.ts';
import { MOVEMENT_WORDS } from '#lib/wording/summary.ts';
import { cell, heading, paragraph, table } from './blocks.ts';

/** What moved since the pack before, and what is otherwise than it said. */
export function changes(content: PackContent): PaperBlock[] {
	const { previous, since, statement } = content;
	const span = `from the end of ${formatDay(since)} to ${formatDay(statement.asAt)}`;
	const title = previous
		? `What changed since pack ${formatNumber(previous.number)}`
		: 'What changed';
	const keys = Object.keys(MOVEMENT_WORDS) as (keyof typeof MOVEMENT_WORDS)[];
	return [
		heading(2, title),
		paragraph(
			previous
				? `Pack ${formatNumber(previous.number)} told of the register as at ${formatDay(previous.asAt)}.`
				: `No pack was issued before this one. Changes are counted ${span}.`
		),
		table(
			`Open assignments of each recommendation, ${span}`,
			[['Recommendation', 2], ...keys.map((key) => [MOVEMENT_WORDS[key], 1, 'number'] as const)],
			content.rows.map(({ reference, movement }) => [
				cell(reference),
				...keys.map((key) => cell(movement === null ? '–' : formatNumber(movement[key])))
			]),
			true
		),
		...(previous === null ? [] : comparison(content, previous))
	];
}

function comparison(
	content: PackContent,
	previous: NonNullable<PackContent['previous']>
): PaperBlock[] {
	const compared = packChanges(previous.facts, factsOf(content));
	const named = ['confirmed', 'claimed', 'open', 'overdue'] as const;
	const then = (key: (typeof named)[number], before: PackCounts | null, now: PackCounts) =>
		cell(`${before === null ? '–' : formatNumber(before[key])} → ${formatNumber(now[key])}`);
	return [
		table(
			`Each recommendation in pack ${formatNumber(previous.number)} and now`,
			[
				['Recommendation', 2],
				['Confirmed', 1, 'number'],
				['Reported complete', 1, 'number'],
				['Open', 1, 'number'],
				['Overdue', 1, 'number']
			],
			compared.rows.map(({ before, now }) => [
				cell(now.reference),
				...named.map((key) => then(key, before, now))
			]),
			true
		),
		table(
			`Exceptions in pack ${formatNumber(previous.number)} and now`,
			[
				['Kind', 20],
				['Then', 8, 'number'],
				['Now', 8, 'number'],
				['New', 32],
				['No longer', 32]
			],
			compared.groups.map(({ group, before, now, came, went }) => [
				cell(ATTENTION_WORDS[group].title),
				cell(formatNumber(before)),
				cell(formatNumber(now)),
				cell(namesOf(came)),
				cell(namesOf(went))
			]),
			true
		)
	];
}

function namesOf(names: readonly string[] | null): string {
	if (names === null) return 'Too many to name';
	return names.length === 0 ? 'None' : names.join(', ');
}
