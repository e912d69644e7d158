import { expect, test } from 'vitest';
import { matchAddressee, ORGANISATION_KINDS, type OrganisationKind } from './organisation.ts';

const organisation = (code: string, kind: OrganisationKind) => ({ code, kind });
const KENT = organisation('KENT', 'police-force');
const MPS = organisation('MPS', 'police-force');
const BTP = organisation('BTP', 'police-force-non-territorial');
const NCA = organisation('NCA', 'national-agency');
const ALL = [MPS, NCA, KENT, BTP];

test('a code names one organisation', () => {
	expect(matchAddressee('NCA', ALL)).toEqual([NCA]);
});

test('a kind with a star names all of it, in the order given, and none of a kind that sounds alike', () => {
	expect(matchAddressee('police-force:*', ALL)).toEqual([MPS, KENT]);
	expect(matchAddressee('police-force-non-territorial:*', ALL)).toEqual([BTP]);
});

test.each([
	'',
	'*',
	':*',
	'nca',
	'NCA ',
	'NCA:*',
	'police-force',
	'police-force:KENT',
	'command:*',
	'XYZ'
])('%j names nobody', (pattern) => {
	expect(matchAddressee(pattern, ALL)).toBeNull();
});

test('every kind can be addressed', () => {
	for (const kind of ORGANISATION_KINDS) {
		expect(matchAddressee(`${kind}:*`, [organisation('ONE', kind)])).toHaveLength(1);
	}
});
