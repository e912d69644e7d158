export const ORGANISATION_KINDS = [
	'police-force',
	'regional-unit',
	'national-agency',
	'command',
	'home-office',
	'national-body',
	'police-force-non-territorial'
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Always in this order, or by alphabet, never by score: there is no league table. */
export const REGIONS = [
	'North East',
	'North West',
	'Yorkshire and the Humber',
	'East Midlands',
	'West Midlands',
	'Eastern',
	'London',
	'South East',
	'South West',
	'Southern Wales'
] as const;
export type Region = (typeof REGIONS)[number];

/** Leads on a recommendation, or contributes to it. */
export const CAPACITIES = ['lead', 'contributing'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** What the recommendations seed names: one code, or all of a kind ('police-force:*'). */
export type AddresseePattern = string;

/**
 * The organisations that an addressee pattern stands for, in the order given; null when it names none.
 */
export function matchAddressee<T extends { code: string; kind: OrganisationKind }>(
	pattern: AddresseePattern,
	organisations: readonly T[]
): T[] | null {
	const [head, tail] = pattern.split(':');
	const found = organisations.filter((organisation) =>
		tail === '*' ? organisation.kind === head : organisation.code === pattern
	);
	return found.length > 0 ? found : null;
}
