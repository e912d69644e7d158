import { describe, expect, test } from 'vitest';
import {
	holdsRole,
	isNational,
	isRoleHoldingValid,
	ORGANISATION_ROLES,
	ownOrganisationIds,
	ROLES,
	type Actor,
	type RoleHolding
} from './actor.ts';

const actor = (...roles: RoleHolding[]): Actor => ({
	personId: 1,
	name: 'Alex Doe',
	email: 'alex.doe@kent.police.example',
	roles
});

describe('roles', () => {
	test('a role is held for one organisation, for none, or asked of any', () => {
		const lead = actor({ role: 'lead', organisationId: 3 });
		expect(holdsRole(lead, 'lead', 3)).toBe(true);
		expect(holdsRole(lead, 'lead', 4)).toBe(false);
		expect(holdsRole(lead, 'lead', null)).toBe(false);
		expect(holdsRole(lead, 'lead')).toBe(true);
		expect(holdsRole(lead, 'contributor')).toBe(false);
	});

	test('an organisation role needs an organisation, the others forbid one, an observer may do either', () => {
		for (const role of ROLES) {
			const isTied = ORGANISATION_ROLES.includes(role);
			expect(isRoleHoldingValid({ role, organisationId: 3 })).toBe(isTied);
			expect(isRoleHoldingValid({ role, organisationId: null })).toBe(
				!isTied || role === 'observer'
			);
		}
	});
});

describe('who sees every organisation', () => {
	test.each([
		[{ role: 'inspector', organisationId: null }, true],
		[{ role: 'observer', organisationId: null }, true],
		[{ role: 'observer', organisationId: 3 }, false],
		[{ role: 'administrator', organisationId: null }, false],
		[{ role: 'lead', organisationId: 3 }, false]
	] as const)('%o: %s', (holding, expected) => {
		expect(isNational(actor(holding))).toBe(expected);
	});
});

test('own organisations come without repeats, and roles without one add none', () => {
	const both = actor(
		{ role: 'administrator', organisationId: null },
		{ role: 'lead', organisationId: 3 },
		{ role: 'contributor', organisationId: 3 },
		{ role: 'observer', organisationId: 5 }
	);
	expect(ownOrganisationIds(both)).toEqual([3, 5]);
	expect(ownOrganisationIds(actor())).toEqual([]);
});
