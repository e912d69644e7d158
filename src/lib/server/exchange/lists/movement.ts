import { momentOf } from '#lib/domain/clock.ts';
import type { Movement } from '#lib/domain/movement.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { readMovementQuery } from '#lib/forms/movement-query.ts';
import { formatDay } from '#lib/wording/dates.ts';
import { FLOW_WORDS } from '#lib/wording/movement.ts';
import { readMovementBetween } from '../../reads/movement-between.ts';
import { number, text, wholeList, type ListColumn, type OpenListOf } from './open-list.ts';

interface Line {
	readonly of: string;
	readonly code: string | null;
	readonly name: string;
	readonly movement: Movement;
}

const COLUMNS: readonly ListColumn<Line>[] = [
	text('of', 'Of', 18, (row) => row.of),
	text('code', 'Code', 14, (row) => row.code),
	text('name', 'Name', 40, (row) => row.name),
	number('opening', 'Open at the start', ({ movement }) => movement.opening),
	number('added', FLOW_WORDS.added, ({ movement }) => movement.added),
	number('reopened', FLOW_WORDS.reopened, ({ movement }) => movement.reopened),
	number('confirmed', FLOW_WORDS.confirmed, ({ movement }) => movement.confirmed),
	number('closedOtherwise', FLOW_WORDS.closedOtherwise, ({ movement }) => movement.closedOtherwise),
	number('closing', 'Open at the end', ({ movement }) => movement.closing)
];

/** What came and went between the ends of two days: of all, of each recommendation and of each organisation. */
export const openMovement: OpenListOf = async ({ context, actor, params }) => {
	const query = readMovementQuery(params, momentOf(context.clock).today);
	const { inspection, total, recommendations, organisations, isSound } = await readMovementBetween(
		context,
		actor,
		{ ...query, pick: undefined }
	);
	// What does not add up is not shown on the page either.
	if (!isSound) throw notFound('movement');
	const lines: Line[] = [
		{ of: 'Inspection', code: inspection.code, name: inspection.title, movement: total },
		...recommendations.map(({ reference, title, movement }) => {
			return { of: 'Recommendation', code: reference, name: title, movement };
		}),
		...organisations.map(({ code, name, movement }) => {
			return { of: 'Organisation', code, name, movement };
		})
	];
	const list = {
		name: `${inspection.code}-movement`,
		title: `Movement: ${inspection.title}`,
		about: [
			`From the end of ${formatDay(query.from)} to the end of ${formatDay(query.to)}`,
			'Open at the start + added + reopened − confirmed − closed otherwise = open at the end'
		]
	};
	return wholeList(list, COLUMNS, lines);
};
