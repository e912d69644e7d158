import type { ChartConfiguration } from 'chart.js';
import { addDays, toEpochDay, type PlainDate } from '#lib/domain/plain-date.ts';
import type { SlippageOverall } from '#lib/domain/slippage-overall.ts';
import { formatDay, formatDayShort } from '#lib/wording/dates.ts';
import { slippageMessage, slippageWords } from '#lib/wording/slippage.ts';
import { dayTicks } from './day-ticks.ts';
import { emptyChart } from './empty-chart.ts';
import { cleanText } from './label-text.ts';
import { boundWidth, hasRoomBeside, LOCALE, textSizeAt } from './measures.ts';
import { layOutRows, type RowLayout } from './row-layout.ts';
import { textWidth } from './text-width.ts';
import type { ChartModel } from './types.ts';

export interface SlippageInput {
	readonly today: PlainDate;
	readonly recommendations: readonly SlippageRow[];
}

export interface SlippageRow {
	readonly reference: string;
	readonly title: string;
	readonly slippage: SlippageOverall;
	/** Where the assignments are listed: all, those put back, those brought forward. */
	readonly href?: string;
	readonly laterHref?: string;
	readonly earlierHref?: string;
}

const ID = 'slippage';
const COLUMNS = [
	'Recommendation',
	'Put back',
	'Brought forward',
	'Furthest moved: from',
	'Furthest moved: to',
	'Days later',
	'Times moved'
];
const NO_DATE = 'No deadline set';
const DAY_LABEL = 68;
const EDGE = 34;
const SIZE = 16;
const AXIS_HEIGHT = 32;
const KEY_HEIGHT = 40;
const KEY_MARK = 22;

/** From the deadline that was set first to the one that holds now, of the assignment that went furthest. */
export function slippage({ today, recommendations }: SlippageInput, width: number): ChartModel {
	const title = slippageMessage(recommendations.map((row) => row.slippage));
	const dated = recommendations.flatMap(({ slippage: { furthest } }) => furthest ?? []);
	if (dated.length === 0) return emptyChart(ID, title, COLUMNS, width);

	const bounded = boundWidth(width);
	const isBeside = hasRoomBeside(bounded);
	const rows = layOutRows(
		recommendations.map(({ reference, title, slippage: { furthest } }) => ({
			reference,
			title: furthest && !isBeside ? `${title}: ${slippageWords(furthest)}` : title,
			...(furthest ? {} : { emptyNote: NO_DATE })
		})),
		bounded
	);
	const days = [today, ...dated.flatMap((one) => [one.originalDueOn, one.currentDueOn])].sort();
	const [first, last] = [addDays(days[0]!, -14), addDays(days.at(-1)!, 14)];
	return {
		id: ID,
		title,
		description: describe(recommendations),
		config: configOf(recommendations, rows, { first, last, today }, bounded),
		table: {
			columns: COLUMNS,
			// Without a deadline nothing can move: neither nought nor a number that is still to come.
			nullWord: 'None',
			rows: recommendations.map((row) => ({
				header: cleanText(`${row.reference} ${row.title}`),
				...(row.href === undefined ? {} : { href: row.href }),
				cells: cellsOf(row.slippage),
				...(row.href === undefined ? {} : { links: linksOf(row) })
			}))
		},
		width: bounded,
		height: Math.ceil(
			KEY_HEIGHT + rows.top + 24 + recommendations.length * rows.rowHeight + AXIS_HEIGHT
		)
	};
}

function configOf(
	recommendations: readonly SlippageRow[],
	rows: RowLayout,
	{ first, last, today }: Record<'first' | 'last' | 'today', PlainDate>,
	width: number
): ChartConfiguration<'bar'> {
	const text = textSizeAt(width);
	const [min, max] = [toEpochDay(first), toEpochDay(last)];
	const furthest = recommendations.map((row) => row.slippage.furthest);
	const words = furthest.map((one) => (one && hasRoomBeside(width) ? slippageWords(one) : ''));
	const across = width - rows.left;
	// So much room right of the plot that what stands beside each mark ends inside the picture.
	const edge = Math.max(
		EDGE,
		...furthest.map((one, row) => {
			if (!one || words[row] === '') return 0;
			const last = Math.max(toEpochDay(one.originalDueOn), toEpochDay(one.currentDueOn));
			const room = across - textWidth(words[row]!, SIZE) - EDGE / 2;
			return across - (room * (max - min)) / (last - min);
		})
	);
	const plotWidth = across - edge;
	const keyOf = (mark: 'from' | 'to', label: string, x: number) => ({ mark, label, x, y: 12 });
	const from = 'First deadline';
	return {
		type: 'bar',
		data: {
			labels: recommendations.map(({ reference, title }) => cleanText(`${reference} ${title}`)),
			datasets: [
				{
					label: 'Deadline',
					data: furthest.map((one) => (one ? toEpochDay(one.currentDueOn) : min)),
					barThickness: rows.barThickness,
					base: min,
					backgroundColor: 'transparent'
				}
			]
		},
		options: {
			indexAxis: 'y',
			animation: false,
			responsive: false,
			locale: LOCALE,
			// The days in the tooltip would be numbers since 1970; what it could say stands beside the marks.
			events: [],
			layout: {
				padding: {
					left: rows.left,
					top: KEY_HEIGHT + rows.top + 24,
					right: edge,
					bottom: AXIS_HEIGHT
				}
			},
			scales: {
				y: { display: false, offset: true },
				x: {
					type: 'linear',
					min,
					max,
					ticks: { display: false },
					grid: { display: false }
				}
			},
			plugins: {
				rowLabels: rows.labels,
				dayAxis: {
					text: { size: 14, lineHeight: 18 },
					ticks: dayTicks(first, last, Math.max(2, Math.floor(plotWidth / DAY_LABEL))),
					asAt: { value: toEpochDay(today), label: formatDayShort(today) },
					rowsAbove: rows.top,
					countTitle: ''
				},
				dumbbells: {
					text,
					key: [
						keyOf('from', from, 0),
						keyOf('to', 'Deadline now', KEY_MARK * 2 + textWidth(from, text.size))
					],
					rows: furthest.map((one, row) =>
						one
							? {
									from: toEpochDay(one.originalDueOn),
									to: toEpochDay(one.currentDueOn),
									words: words[row]!
								}
							: null
					)
				}
			}
		}
	};
}

function cellsOf({ later, earlier, furthest }: SlippageOverall) {
	if (!furthest) return [later, earlier, NO_DATE, NO_DATE, null, null];
	const { originalDueOn, currentDueOn, days, moves } = furthest;
	return [later, earlier, formatDay(originalDueOn), formatDay(currentDueOn), days, moves];
}

function linksOf({ slippage: { later, earlier }, ...row }: SlippageRow) {
	return [later > 0 ? row.laterHref : undefined, earlier > 0 ? row.earlierHref : undefined];
}

function describe(recommendations: readonly SlippageRow[]): string {
	const moved = recommendations.flatMap(({ reference, slippage: { furthest } }) =>
		furthest && furthest.moves > 0 ? [`${reference} ${slippageWords(furthest)}`] : []
	);
	const without = recommendations.flatMap(({ reference, slippage: { furthest } }) =>
		furthest ? [] : [`${reference} has no deadline`]
	);
	const told = [...(moved.length > 0 ? moved : ['no deadline has moved']), ...without];
	return (
		'Dumbbell chart of the first deadline and the one now, of what moved furthest: ' +
		`${told.join('; ')}.`
	);
}
