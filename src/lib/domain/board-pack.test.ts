import { expect, test } from 'vitest';
import {
	CODE_LETTERS,
	mustBeDraft,
	mustBePackDay,
	mustReconcile,
	packChanges,
	packCode,
	packRight,
	readPackCode,
	type PackFacts
} from './board-pack.ts';
import { NO_MOVEMENT } from './movement.ts';
import { plainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';

const day = plainDate('2026-03-02');

test('a code is of letters that nobody takes for others, each equally likely', () => {
	for (const letter of '01258ABEIOLSUZ') expect(CODE_LETTERS).not.toContain(letter);
	const seen = new Map<string, number>();
	for (let byte = 0; byte < 256; byte += 1) {
		const bytes = new Uint8Array(16).fill(7);
		bytes[0] = byte;
		const first = packCode(bytes)[0]!;
		if (byte < 242) seen.set(first, (seen.get(first) ?? 0) + 1);
	}
	expect(new Set(seen.values())).toEqual(new Set([11]));
	expect(() => packCode(new Uint8Array(16).fill(255))).toThrow(RangeError);
});

test.each([
	['CDFG-3467', 'CDFG-3467'],
	[' cdfg 3467 ', 'CDFG-3467'],
	['cdfg–3467.', 'CDFG-3467'],
	['CDFG3467', 'CDFG-3467'],
	['CDFG-346', null],
	['CDFG-34677', null],
	['CDFO-3467', null],
	['', null],
	["' or 1=1", null]
])('a code is read off paper as people type it: %j', (typed, code) => {
	expect(readPackCode(typed)).toBe(code);
});

test('a pack is of a day that has come, and not of one before the last pack', () => {
	expect(code(() => mustBePackDay(day, day, null))).toBe('done');
	expect(code(() => mustBePackDay(plainDate('2026-03-03'), day, null))).toBe('as-at-after-today');
	const last = { number: 4, asAt: plainDate('2026-02-01') };
	expect(code(() => mustBePackDay(plainDate('2026-01-31'), day, last))).toBe('pack-before-last');
	expect(code(() => mustBePackDay(plainDate('2026-02-01'), day, last))).toBe('done');
});

test('only a draft can be changed or issued', () => {
	expect(code(() => mustBeDraft({ droppedAt: null, number: null }))).toBe('done');
	expect(code(() => mustBeDraft({ droppedAt: null, number: 3 }))).toBe('pack-issued');
	expect(code(() => mustBeDraft({ droppedAt: 1, number: null }))).toBe('pack-dropped');
});

test('movement that does not add up is refused', () => {
	expect(code(() => mustReconcile([NO_MOVEMENT, { ...NO_MOVEMENT, opening: 2, closing: 2 }]))).toBe(
		'done'
	);
	expect(code(() => mustReconcile([NO_MOVEMENT, { ...NO_MOVEMENT, closing: 1 }]))).toBe(
		'movement-unsound'
	);
});

test('the right to prepare is another for a body than for the whole inspection', () => {
	expect([packRight(null), packRight(7)]).toEqual(['prepare-national-pack', 'prepare-own-pack']);
});

test('what changed since the pack before: counts, and what came and went', () => {
	const counts = { applicable: 5, claimed: 0, open: 5, overdue: 1, confirmed: 0 };
	const before: PackFacts = {
		rows: [{ reference: 'OIC-1', ...counts }],
		exceptions: [
			{ group: 'overdue', total: 2, names: ['OIC-1/ESSEX', 'OIC-1/KENT'] },
			{ group: 'moved', total: 9, names: ['OIC-1/KENT'] }
		]
	};
	const now: PackFacts = {
		rows: [
			{ reference: 'OIC-1', ...counts, confirmed: 2, open: 3 },
			{ reference: 'OIC-2', ...counts }
		],
		exceptions: [
			{ group: 'overdue', total: 2, names: ['OIC-1/KENT', 'OIC-2/KENT'] },
			{ group: 'waiting', total: 1, names: ['OIC-2/KENT'] }
		]
	};
	const changes = packChanges(before, now);
	expect(changes.rows.map((row) => [row.before?.confirmed, row.now.confirmed])).toEqual([
		[0, 2],
		[undefined, 0]
	]);
	expect(changes.groups).toEqual([
		{ group: 'overdue', before: 2, now: 2, came: ['OIC-2/KENT'], went: ['OIC-1/ESSEX'] },
		{ group: 'moved', before: 9, now: 0, came: null, went: null },
		{ group: 'waiting', before: 0, now: 1, came: ['OIC-2/KENT'], went: [] }
	]);
});

function code(work: () => void): string {
	try {
		work();
		return 'done';
	} catch (thrown) {
		if (thrown instanceof Refusal) return thrown.code;
		throw thrown;
	}
}
