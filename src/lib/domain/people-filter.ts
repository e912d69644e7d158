import type { Role } from './actor.ts';

/** Invited until a password is chosen; deactivated says more than either. */
export const PERSON_STATES = ['active', 'invited', 'deactivated'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

export function personState(person: {
	readonly deactivatedAt: number | null;
	readonly isInvited: boolean;
}): PersonState {
	if (person.deactivatedAt !== null) return 'deactivated';
	return person.isInvited ? 'invited' : 'active';
}

export interface PeopleFilter {
	/** Part of a name or e-mail address; empty for everybody. */
	readonly search: string;
	readonly role: Role | null;
	/** An organisation's code. */
	readonly organisation: string | null;
	readonly state: PersonState | null;
	/** From 1. */
	readonly page: number;
}
