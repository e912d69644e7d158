import { describe, expect, test } from 'vitest';
import { ROLES, type RoleHolding } from './actor.ts';
import { checkRoleHoldings, holdingText, isSameHolding, withoutRepeats } from './role-rules.ts';

const KENT = 3;
const ESSEX = 4;
const VALID: readonly RoleHolding[] = [
	{ role: 'administrator', organisationId: null },
	{ role: 'inspector', organisationId: null },
	{ role: 'observer', organisationId: null },
	{ role: 'observer', organisationId: KENT },
	{ role: 'lead', organisationId: KENT },
	{ role: 'contributor', organisationId: KENT }
];
const refused = (code: string, facts: object = {}) =>
	expect.objectContaining({ code, field: 'roles', facts });

describe('which roles one person may hold', () => {
	test('any one of them, held where it belongs', () => {
		for (const holding of VALID) expect(() => checkRoleHoldings([holding])).not.toThrow();
	});

	test('any two, but for one that claims beside one that decides', () => {
		for (const one of VALID) {
			for (const other of VALID) {
				const roles = new Set([one.role, other.role]);
				const isConflict =
					roles.has('inspector') && (roles.has('lead') || roles.has('contributor'));
				const attempt = () => checkRoleHoldings([one, other]);
				if (isConflict) expect(attempt).toThrow(refused('roles-conflict'));
				else expect(attempt).not.toThrow();
			}
		}
	});

	test('the conflict stands whatever lies between the two', () => {
		expect(() => checkRoleHoldings(VALID)).toThrow(refused('roles-conflict'));
	});

	test('at least one', () => {
		expect(() => checkRoleHoldings([])).toThrow(refused('role-missing'));
	});

	test.each(['lead', 'contributor'] as const)('%s needs an organisation', (role) => {
		expect(() => checkRoleHoldings([{ role, organisationId: null }])).toThrow(
			refused('role-needs-organisation', { role })
		);
	});

	test.each(['administrator', 'inspector'] as const)('%s forbids one', (role) => {
		expect(() => checkRoleHoldings([{ role, organisationId: KENT }])).toThrow(
			refused('role-without-organisation', { role })
		);
	});
});

test('the same role for the same organisation is held once', () => {
	const lead = (organisationId: number): RoleHolding => ({ role: 'lead', organisationId });
	const observer: RoleHolding = { role: 'observer', organisationId: null };
	const all = [lead(KENT), lead(ESSEX), observer, lead(KENT), { ...observer }];
	expect(withoutRepeats(all)).toEqual([lead(KENT), lead(ESSEX), observer]);
	expect(isSameHolding(lead(KENT), lead(KENT))).toBe(true);
	expect(isSameHolding(lead(KENT), lead(ESSEX))).toBe(false);
	expect(isSameHolding(observer, { role: 'observer', organisationId: KENT })).toBe(false);
});

test('the trail tells for which organisation a role is held', () => {
	expect(ROLES.map((role) => holdingText(role, null))).toEqual([
		'administrator',
		'inspector',
		'lead',
		'contributor',
		'national observer'
	]);
	expect(holdingText('observer', 'Kent Police')).toBe('observer for Kent Police');
});
