import type { Capacity, OrganisationKind, Region } from '#lib/domain/organisation.ts';

export const ORGANISATION_KIND_WORDS: Record<
	OrganisationKind,
	{ singular: string; plural: string }
> = {
	'police-force': { singular: 'Police force', plural: 'Police forces' },
	'regional-unit': {
		singular: 'Regional organised crime unit',
		plural: 'Regional organised crime units'
	},
	'national-agency': { singular: 'National agency', plural: 'National agencies' },
	command: { singular: 'Command', plural: 'Commands' },
	'home-office': { singular: 'Home Office body', plural: 'Home Office bodies' },
	'national-body': { singular: 'National body', plural: 'National bodies' },
	'police-force-non-territorial': {
		singular: 'Non-territorial police force',
		plural: 'Non-territorial police forces'
	}
};

export const CAPACITY_WORDS: Record<Capacity, string> = {
	lead: 'Lead',
	contributing: 'Contributing'
};

/** A region by its name, and those without one by theirs. */
export function regionWord(region: Region | null): string {
	return region ?? 'No region';
}
