import { expect, test } from 'vitest';
import { expandAllocation } from './allocation.ts';

const ORGANISATIONS = [
	{ code: 'KENT', kind: 'police-force' },
	{ code: 'ESSEX', kind: 'police-force' },
	{ code: 'ERSOU', kind: 'regional-unit' },
	{ code: 'NCA', kind: 'national-agency' }
] as const;

test('names every organisation of a kind, leads first, in the order given', () => {
	const { addressees, problems } = expandAllocation(
		{ lead: ['NCA'], contributing: ['police-force:*', 'ERSOU'] },
		ORGANISATIONS
	);
	expect(problems).toEqual([]);
	expect(addressees.map(({ organisation, capacity }) => [organisation.code, capacity])).toEqual([
		['NCA', 'lead'],
		['KENT', 'contributing'],
		['ESSEX', 'contributing'],
		['ERSOU', 'contributing']
	]);
});

test('a pattern that nobody answers to is a problem, not an empty allocation', () => {
	const { problems } = expandAllocation(
		{ lead: ['KNET', 'command:*'], contributing: [] },
		ORGANISATIONS
	);
	expect(problems).toMatchObject([
		{ code: 'unknown-addressee', capacity: 'lead', index: 0, pattern: 'KNET' },
		{ code: 'unknown-addressee', capacity: 'lead', index: 1, pattern: 'command:*' }
	]);
});

test('a body named both lead and contributing is a problem that says which', () => {
	const { addressees, problems } = expandAllocation(
		{ lead: ['KENT'], contributing: ['NCA', 'police-force:*'] },
		ORGANISATIONS
	);
	expect(problems).toEqual([
		{
			code: 'addressed-twice',
			capacity: 'contributing',
			index: 1,
			pattern: 'police-force:*',
			organisations: ['KENT']
		}
	]);
	expect(addressees.filter(({ organisation }) => organisation.code === 'KENT')).toHaveLength(1);
});

test('a body named twice in one capacity is a problem too', () => {
	const { problems } = expandAllocation(
		{ lead: ['police-force:*', 'ESSEX'], contributing: [] },
		ORGANISATIONS
	);
	expect(problems).toMatchObject([{ code: 'addressed-twice', index: 1, organisations: ['ESSEX'] }]);
});
