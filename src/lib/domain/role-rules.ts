import { isRoleHoldingValid, type Role, type RoleHolding } from './actor.ts';
import { Refusal } from './refusal.ts';

/** A role as people name it: the organisation by its code. */
export interface NamedHolding {
	readonly role: Role;
	readonly organisation: string | null;
}

/**
 * The one rule about which roles one person may hold; every way of giving roles asks it: invitation,
 * change of roles, command line, sample register.
 * @throws Refusal 'role-missing', 'role-needs-organisation', 'role-without-organisation', 'roles-conflict'
 */
export function checkRoleHoldings(holdings: readonly RoleHolding[]): void {
	if (holdings.length === 0) throw new Refusal('role-missing', { field: 'roles' });
	for (const holding of holdings) {
		if (isRoleHoldingValid(holding)) continue;
		const code =
			holding.organisationId === null ? 'role-needs-organisation' : 'role-without-organisation';
		throw new Refusal(code, { field: 'roles', facts: { role: holding.role } });
	}
	if (decidesClaims(holdings) && makesClaims(holdings)) {
		throw new Refusal('roles-conflict', { field: 'roles' });
	}
}

/** The same roles, each once. */
export function withoutRepeats(holdings: readonly RoleHolding[]): RoleHolding[] {
	return [...new Map(holdings.map((holding) => [keyOf(holding), holding])).values()];
}

export function isSameHolding(one: RoleHolding, other: RoleHolding): boolean {
	return keyOf(one) === keyOf(other);
}

/** As the trail tells it: 'lead for Kent Police', 'national observer', 'inspector'. */
export function holdingText(role: Role, organisationName: string | null): string {
	if (organisationName !== null) return `${role} for ${organisationName}`;
	return role === 'observer' ? 'national observer' : role;
}

/** Claim and decision are two facts by two people, so nobody sits on both sides of the table. */
function decidesClaims(holdings: readonly RoleHolding[]): boolean {
	return holdings.some(({ role }) => role === 'inspector');
}

function makesClaims(holdings: readonly RoleHolding[]): boolean {
	return holdings.some(({ role }) => role === 'lead' || role === 'contributor');
}

function keyOf({ role, organisationId }: RoleHolding): string {
	return `${role} ${organisationId ?? ''}`;
}
