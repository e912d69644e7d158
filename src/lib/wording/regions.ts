import type { Region } from '#lib/domain/organisation.ts';
import type { Rollup } from '#lib/domain/rollup.ts';
import { formatNumber, plural } from './counts.ts';
import { regionWord } from './organisation.ts';

interface Named {
	readonly region: Region | null;
	readonly bodies: number;
}

/** 'North East (4 bodies)' */
export function regionName(one: Named): string {
	return `${regionWord(one.region)} (${plural(one.bodies, 'body', 'bodies')})`;
}

export const REGIONS_RULE =
	'One panel for each region, in the order of the map. All bars are on one scale, so their lengths compare how much ' +
	'there is to do, not how well it is done.';

/** '2 bodies of London' */
export function bodiesOfRegion({ region, bodies }: Named): string {
	return `${plural(bodies, 'body', 'bodies')} of ${region ?? 'no region'}`;
}

/** 'in London' */
export function regionPhrase(region: Region | null): string {
	return region === null ? 'in bodies of no region' : `in ${region}`;
}

type Counted = Pick<Rollup, 'total' | 'confirmed' | 'claimed'>;

/** The numbers of one region, all of it first, each with its words: each of them has a list. */
export function regionFigures({ total, confirmed, claimed }: Counted) {
	return [
		{ text: plural(total, 'assignment'), status: undefined },
		{ text: `${formatNumber(confirmed)} confirmed`, status: 'confirmed' },
		{ text: `${formatNumber(claimed)} reported complete`, status: 'reported-complete' }
	] as const;
}

/** '4 bodies, 20 assignments: 6 confirmed, 2 reported complete' */
export function regionSentence(bodies: number, counted: Counted): string {
	const [all, ...parts] = regionFigures(counted).map(({ text }) => text);
	return `${plural(bodies, 'body', 'bodies')}, ${all}: ${parts.join(', ')}`;
}
