export const ROLES = ['administrator', 'inspector', 'lead', 'contributor', 'observer'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that are held for one organisation; an observer may also be national. */
export const ORGANISATION_ROLES: readonly Role[] = ['lead', 'contributor', 'observer'];

export interface RoleHolding {
	readonly role: Role;
	/** Null for a role that is not tied to an organisation. */
	readonly organisationId: number | null;
}

/** Whoever acts, as the session (never the form) says. */
export interface Actor {
	readonly personId: number;
	readonly name: string;
	readonly email: string;
	readonly roles: readonly RoleHolding[];
}

/** All of an actor that what they may see depends on. */
export type RolesHeld = Pick<Actor, 'roles'>;

export function holdsRole(actor: RolesHeld, role: Role, organisationId?: number | null): boolean {
	return actor.roles.some(
		(holding) =>
			holding.role === role &&
			(organisationId === undefined || holding.organisationId === organisationId)
	);
}

/** Sees every organisation in full: inspectors and national observers. */
export function isNational(actor: RolesHeld): boolean {
	return holdsRole(actor, 'inspector') || holdsRole(actor, 'observer', null);
}

/**
 * The organisations that the actor belongs to, without repeats. A role that is not held for an organisation
 * opens none, whatever its row says.
 */
export function ownOrganisationIds(actor: RolesHeld): number[] {
	const ids = actor.roles.flatMap(({ role, organisationId }) =>
		organisationId !== null && ORGANISATION_ROLES.includes(role) ? [organisationId] : []
	);
	return [...new Set(ids)];
}

/** A role needs an organisation, forbids one, or (observer) may have either. */
export function isRoleHoldingValid(holding: RoleHolding): boolean {
	if (holding.role === 'observer') return true;
	return ORGANISATION_ROLES.includes(holding.role) === (holding.organisationId !== null);
}
