import type { Region } from '#lib/domain/organisation.ts';
import { rollUp, type StatusCounts } from '#lib/domain/rollup.ts';
import { plural } from '#lib/wording/counts.ts';
import { regionWord } from '#lib/wording/organisation.ts';
import { statusBars } from './status-bars.ts';
import type { ChartModel } from './types.ts';

export interface RegionCounts {
	/** Null for the bodies of no region. */
	readonly region: Region | null;
	readonly bodies: number;
	readonly counts: StatusCounts;
	/** Where the assignments of the region are listed. */
	readonly href?: string;
}

/** How the assignments of each region stand, in the order of the map and never by how well: no league table. */
export function statusByRegion(regions: readonly RegionCounts[], width: number): ChartModel {
	const rows = regions.map(({ region, bodies, counts, ...link }) => ({
		...{ reference: '', title: `${regionWord(region)} (${plural(bodies, 'body', 'bodies')})` },
		...{ counts, ...link }
	}));
	const open = regions.filter(({ counts }) => rollUp(counts).open > 0).length;
	const about = {
		id: 'status-by-region',
		noun: 'region',
		message: messageOf(regions.length, open)
	};
	return statusBars(about, rows, width);
}

function messageOf(regions: number, open: number): string {
	if (regions === 0) return 'No assignments yet';
	if (open === 0) return 'Everything that counts is confirmed in every region';
	if (open === regions) return 'Work is open in every region';
	return `Work is open in ${open} of ${plural(regions, 'region')}`;
}
