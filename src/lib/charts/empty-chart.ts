import { boundWidth, textSizeAt } from './measures.ts';
import type { ChartModel } from './types.ts';

const EMPTY_HEIGHT = 96;

/** A picture that says that there is nothing to show, with an empty table beside it. */
export function emptyChart(
	id: string,
	title: string,
	columns: readonly string[],
	width: number
): ChartModel {
	const bounded = boundWidth(width);
	return {
		id,
		title,
		description: `An empty chart: ${title.toLowerCase()}.`,
		config: {
			type: 'bar',
			data: { labels: [], datasets: [] },
			options: {
				animation: false,
				responsive: false,
				scales: { x: { display: false }, y: { display: false } },
				plugins: { note: { text: textSizeAt(bounded), note: 'Nothing to show yet' } }
			}
		},
		table: { columns, rows: [] },
		width: bounded,
		height: EMPTY_HEIGHT
	};
}
