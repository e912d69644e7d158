import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { ConfirmationGap, ProgressDay } from '#lib/domain/burn-up.ts';
import type { Region } from '#lib/domain/organisation.ts';
import type { StatusCounts } from '#lib/domain/rollup.ts';
import type { SlippageOverall } from '#lib/domain/slippage-overall.ts';
import { paths, withQuery, type QueryValue } from '#lib/wording/paths.ts';
import type { ChartSource } from './registry.ts';

/** What is read of how things came to stand as they do. */
export interface HistoryFigures {
	readonly progress: readonly ProgressDay[];
	readonly gap: ConfirmationGap;
	readonly recommendations: readonly {
		readonly number: number;
		readonly reference: string;
		readonly title: string;
		readonly slippage: SlippageOverall;
	}[];
	readonly regions: readonly {
		readonly region: Region | null;
		readonly counts: StatusCounts;
		readonly bodies: readonly { readonly code: string; readonly name: string }[];
	}[];
}

/** The charts of what happened, from the same figures on the page and in their files. */
export type HistoryChart = 'claimed-and-confirmed' | 'slippage' | 'status-by-region';

type Place = Readonly<Record<string, QueryValue>>;

/** @param place the address of the page as parameters; without it the table has no links, as a file has none */
export function historySource(
	name: HistoryChart,
	{ progress, gap, recommendations, regions }: HistoryFigures,
	today: PlainDate,
	place?: Place
): ChartSource {
	const list = (filter: Place) => withQuery(paths.assignments(), { ...place, ...filter });
	switch (name) {
		case 'claimed-and-confirmed':
			return { name, data: { days: progress, gap, ...(place && { place }) } };
		case 'slippage':
			return {
				name,
				data: {
					today,
					recommendations: recommendations.map(({ number, reference, title, slippage }) => ({
						...{ reference, title, slippage },
						...(place && {
							href: list({ recommendation: number }),
							laterHref: list({ recommendation: number, slipped: 'later' }),
							earlierHref: list({ recommendation: number, slipped: 'earlier' })
						})
					}))
				}
			};
		case 'status-by-region':
			return {
				name,
				data: {
					regions: regions.map(({ region, counts, bodies }) => ({
						...{ region, counts, bodies: bodies.length },
						...(place && { href: list({ region: region ?? 'none' }) })
					}))
				}
			};
	}
}
