import type { ChartConfiguration } from 'chart.js';
import type { Region } from '#lib/domain/organisation.ts';
import { addCounts, rollUp, type StatusCounts } from '#lib/domain/rollup.ts';
import { plural } from '#lib/wording/counts.ts';
import { regionWord } from '#lib/wording/organisation.ts';
import { regionName, regionPhrase, regionSentence } from '#lib/wording/regions.ts';
import { emptyChart } from './empty-chart.ts';
import { layOutKey } from './key-layout.ts';
import { boundWidth, textSizeAt } from './measures.ts';
import { BAND_LOOKS, BANDS } from './palette.ts';
import type { Box } from './pattern.ts';
import { SWATCH } from './plugins/key.ts';
import type { KeyOptions, PanelsOptions } from './plugins/options.ts';
import { layOutPanels, STRIP_HEIGHT } from './region-layout.ts';
import { bandWord, countsInBands, statusTable } from './status-bars.ts';
import type { ChartModel } from './types.ts';

export interface RegionCounts {
	/** Null for the bodies of no region. */
	readonly region: Region | null;
	readonly bodies: number;
	readonly counts: StatusCounts;
	/** Where the assignments of the region are listed. */
	readonly href?: string;
}

export interface RegionsInput {
	/** In the order of the map and never by how well: no league table. */
	readonly regions: readonly RegionCounts[];
	/** Only the bar of the first of them, on a scale up to so many: a panel by itself, whose words stand around it. */
	readonly stripUpTo?: number;
}

const ID = 'status-by-region';

/** How the assignments of each region stand: a panel for each, all on one scale. */
export function statusByRegion({ regions, stripUpTo }: RegionsInput, width: number): ChartModel {
	const title = messageOf(regions);
	const table = statusTable('Region', regions.map(rowOf));
	if (regions.length === 0) return emptyChart(ID, title, table.columns, width);
	const bounded = boundWidth(width);
	const shared = { id: ID, title, description: describe(regions), table, width: bounded };
	if (stripUpTo !== undefined) {
		const strip = { x: 0, y: 0, width: bounded, height: STRIP_HEIGHT };
		const place = { x: 0, nameY: 0, name: '', lines: [], strip };
		const panels = regions
			.slice(0, 1)
			.map(({ counts }) => ({ ...place, counts: countsInBands(counts) }));
		return { ...shared, config: configOf(panels, stripUpTo, bounded), height: STRIP_HEIGHT };
	}
	const { key, places, height } = layOut(regions, bounded);
	const panels = places.map((place, index) => ({
		...place,
		counts: countsInBands(regions[index]!.counts)
	}));
	return { ...shared, config: configOf(panels, scaleOf(regions), bounded, key), height };
}

/** The count that the scale of every panel ends with. */
export function scaleOf(regions: readonly RegionCounts[]): number {
	return Math.max(1, ...regions.map(({ counts }) => rollUp(counts).total));
}

/** Which part of the picture is the bar of each region, and which the swatch of each band. CSS pixels. */
export function partsOfPicture(regions: readonly RegionCounts[], width: number) {
	const { key, places } = layOut(regions, boundWidth(width));
	return {
		strips: places.map(({ strip }) => strip),
		key: key.items.map(({ label, x, y }) => ({
			label,
			box: { x, y: y - SWATCH.height / 2, ...SWATCH } satisfies Box
		}))
	};
}

function layOut(regions: readonly RegionCounts[], width: number) {
	const entries = BANDS.map((band) => ({ label: bandWord(band), look: BAND_LOOKS[band] }));
	const { key, height: top } = layOutKey(entries, width, textSizeAt(width));
	const words = regions.map((one) => ({
		name: regionWord(one.region),
		sentence: regionSentence(one.bodies, rollUp(one.counts))
	}));
	const { places, height } = layOutPanels(words, width, top);
	return { key, places, height: top + height };
}

function configOf(
	panels: PanelsOptions['panels'],
	scale: number,
	width: number,
	key?: KeyOptions
): ChartConfiguration<'bar'> {
	const looks = BANDS.map((band) => BAND_LOOKS[band]);
	return {
		type: 'bar',
		data: { labels: [], datasets: [] },
		options: {
			animation: false,
			responsive: false,
			events: [],
			scales: { x: { display: false }, y: { display: false } },
			plugins: { panels: { text: textSizeAt(width), looks, scale, panels }, ...(key && { key }) }
		}
	};
}

function rowOf({ counts, href, ...named }: RegionCounts) {
	const link = href === undefined ? {} : { href };
	return { ...link, counts, reference: '', title: regionName(named) };
}

function messageOf(regions: readonly RegionCounts[]): string {
	const open = regions.filter(({ counts }) => rollUp(counts).open > 0).length;
	if (regions.length === 0) return 'No assignments yet';
	if (regions.length === 1) {
		const where = regionPhrase(regions[0]!.region);
		return open === 0 ? `Everything that counts is confirmed ${where}` : `Work is open ${where}`;
	}
	if (open === 0) return 'Everything that counts is confirmed in every region';
	if (open === regions.length) return 'Work is open in every region';
	return `Work is open in ${open} of ${plural(regions.length, 'region')}`;
}

function describe(regions: readonly RegionCounts[]): string {
	const { total } = rollUp(addCounts(regions.map(({ counts }) => counts)));
	const each = regions.map(
		(one) => `${regionWord(one.region)}: ${regionSentence(one.bodies, rollUp(one.counts))}`
	);
	return (
		`Bars of ${plural(total, 'assignment')} by status, one for each of ` +
		`${plural(regions.length, 'region')}, on one scale. ${each.join('. ')}.`
	);
}
