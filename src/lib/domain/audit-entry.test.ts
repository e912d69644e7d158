import { describe, expect, test } from 'vitest';
import { CHAIN_START, chainText, type AuditEntry, type Particulars } from './audit-entry.ts';
import { plainDate } from './plain-date.ts';

const ENTRY: AuditEntry = {
	action: 'assignment.confirm',
	actorId: 4,
	actorName: 'Alex Doe',
	at: 1_765_000_000_000,
	onDay: plainDate('2025-12-06'),
	assignmentId: 12,
	organisationId: 3,
	particulars: { reference: 'OIC-7/KENT', basis: 'visit', count: 2, isLate: false, previous: null },
	sentence: 'Alex Doe confirmed OIC-7 for Kent Police on the basis of a visit.'
};
const textOf = (changes: Partial<AuditEntry> = {}) =>
	chainText(CHAIN_START, 1, { ...ENTRY, ...changes });
const withParticulars = (particulars: Particulars) => textOf({ particulars });

describe('the text that an entry is hashed over', () => {
	test('the same entry gives the same text', () => {
		expect(textOf()).toBe(textOf());
	});

	const changes: { [Key in keyof AuditEntry]: AuditEntry[Key] } = {
		action: 'assignment.return',
		actorId: 5,
		actorName: 'Alex Roe',
		at: ENTRY.at + 1,
		onDay: plainDate('2025-12-07'),
		assignmentId: 13,
		organisationId: null,
		particulars: { ...ENTRY.particulars, basis: 'sample' },
		sentence: 'Alex Doe confirmed OIC-7 for Kent Police on the basis of a sample.'
	};
	test.each(Object.entries(changes))('changes with %s', (field, value) => {
		expect(textOf({ [field]: value })).not.toBe(textOf());
	});

	test('changes with the number and the hash before it', () => {
		expect(chainText(CHAIN_START, 2, ENTRY)).not.toBe(textOf());
		expect(chainText('f'.repeat(64), 1, ENTRY)).not.toBe(textOf());
	});

	test('does not depend on the order in which particulars were written', () => {
		const backwards = Object.fromEntries(Object.entries(ENTRY.particulars).reverse());
		expect(withParticulars(backwards)).toBe(textOf());
		expect(withParticulars({ b: 1, a: 2, 10: 3, 9: 4 })).toBe(
			withParticulars({ 9: 4, a: 2, 10: 3, b: 1 })
		);
	});

	test('survives being stored as JSON', () => {
		const stored = JSON.parse(JSON.stringify(ENTRY.particulars)) as Particulars;
		expect(withParticulars(stored)).toBe(textOf());
	});

	test('tells apart what looks alike: a number and its text, an absent and an empty value, a moved border', () => {
		const alike: Particulars[] = [
			{ count: 2 },
			{ count: '2' },
			{ count: true },
			{ count: 'true' },
			{ count: null },
			{ count: 'null' },
			{ count: '' },
			{},
			{ count: '2","x":"3' },
			{ count: '2', x: '3' },
			{ coun: 't2' }
		];
		expect(new Set(alike.map(withParticulars)).size).toBe(alike.length);
		expect(textOf({ actorName: 'Alex Doe', action: 'x' })).not.toBe(
			textOf({ actorName: 'x', action: 'Alex Doe' })
		);
		expect(textOf({ assignmentId: 1, organisationId: null })).not.toBe(
			textOf({ assignmentId: null, organisationId: 1 })
		);
	});

	test('is one line whatever is in it, so that the chain can be kept in lines', () => {
		expect(withParticulars({ reason: 'a\nb\u2028c' }).split('\n')).toHaveLength(1);
	});
});

test('the chain starts from a hash of nothing but noughts', () => {
	expect(CHAIN_START).toMatch(/^0{64}$/);
});
