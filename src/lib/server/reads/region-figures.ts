import { REGIONS, type Region } from '#lib/domain/organisation.ts';
import { addCounts, emptyCounts, type StatusCounts } from '#lib/domain/rollup.ts';
import type { AssignmentStatus } from '#lib/domain/status.ts';
import type { FilterChoices } from '../db/queries/filter-choices.ts';

export interface RegionFigures {
	/** Null for the bodies of no region. */
	readonly region: Region | null;
	readonly counts: StatusCounts;
	/** By name. */
	readonly bodies: readonly { readonly code: string; readonly name: string }[];
}

/**
 * How what falls to the bodies of each region stands, in the order in which regions are printed and those of none
 * last. Only bodies that something falls to, and regions that have such a body.
 * @param organisations those that the reader may see, by name
 */
export function regionFigures(
	counts: ReadonlyMap<string, StatusCounts>,
	{ organisations }: Pick<FilterChoices, 'organisations'>
): RegionFigures[] {
	const concerned = organisations.filter(({ code }) => counts.has(code));
	return [...REGIONS, null].flatMap((region) => {
		const bodies = concerned.filter((body) => body.region === region);
		if (bodies.length === 0) return [];
		return [
			{
				region,
				counts: addCounts(bodies.map(({ code }) => counts.get(code)!)),
				bodies: bodies.map(({ code, name }) => ({ code, name }))
			}
		];
	});
}

export function countByBody(
	rows: readonly { readonly organisationCode: string; readonly status: AssignmentStatus }[]
): Map<string, StatusCounts> {
	const byBody = new Map<string, Record<AssignmentStatus, number>>();
	for (const { organisationCode, status } of rows) {
		const counts = byBody.get(organisationCode) ?? emptyCounts();
		byBody.set(organisationCode, counts);
		counts[status] += 1;
	}
	return byBody;
}
