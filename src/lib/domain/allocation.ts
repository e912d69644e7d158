import {
	CAPACITIES,
	matchAddressee,
	type AddresseePattern,
	type Capacity,
	type OrganisationKind
} from './organisation.ts';

/** What can happen to an allocation after the inspection was loaded. */
export const ALLOCATION_STEPS = ['add', 'withdraw', 'change-capacity'] as const;
export type AllocationStep = (typeof ALLOCATION_STEPS)[number];

/** Whom a recommendation falls to, as the inspection file names them. */
export type Allocation = Readonly<Record<Capacity, readonly AddresseePattern[]>>;

export interface Addressee<T> {
	readonly organisation: T;
	readonly capacity: Capacity;
}

export interface AllocationProblem {
	/** Nobody answers to the pattern, or somebody is named by more than one. */
	readonly code: 'unknown-addressee' | 'addressed-twice';
	readonly capacity: Capacity;
	/** Which pattern of that capacity, from 0. */
	readonly index: number;
	readonly pattern: AddresseePattern;
	/** Codes of whoever an earlier pattern named already. */
	readonly organisations: readonly string[];
}

/** Every organisation that an allocation reaches, once each, leads first; and what is wrong with it. */
export function expandAllocation<T extends { code: string; kind: OrganisationKind }>(
	allocation: Allocation,
	organisations: readonly T[]
): { addressees: Addressee<T>[]; problems: AllocationProblem[] } {
	const addressees = new Map<string, Addressee<T>>();
	const problems: AllocationProblem[] = [];
	for (const capacity of CAPACITIES) {
		for (const [index, pattern] of allocation[capacity].entries()) {
			const found = matchAddressee(pattern, organisations);
			const about = { capacity, index, pattern };
			if (!found) {
				problems.push({ ...about, code: 'unknown-addressee', organisations: [] });
				continue;
			}
			const again = found.filter(({ code }) => addressees.has(code)).map(({ code }) => code);
			if (again.length > 0) {
				problems.push({ ...about, code: 'addressed-twice', organisations: again });
			}
			for (const organisation of found) {
				if (!addressees.has(organisation.code)) {
					addressees.set(organisation.code, { organisation, capacity });
				}
			}
		}
	}
	return { addressees: [...addressees.values()], problems };
}
