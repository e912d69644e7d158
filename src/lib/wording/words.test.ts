import { ROLES } from '#lib/domain/actor.ts';
import { DECISION_BASES } from '#lib/domain/confidence.ts';
import { DEADLINE_KINDS, DEADLINE_SETTERS } from '#lib/domain/deadline.ts';
import { EVIDENCE_KINDS, MARKINGS } from '#lib/domain/evidence.ts';
import { CAPACITIES, ORGANISATION_KINDS } from '#lib/domain/organisation.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { describe, expect, test } from 'vitest';
import {
	DEADLINE_KIND_WORDS,
	DEADLINE_SETTER_WORDS,
	deadlineWords,
	slippageWords
} from './deadline.ts';
import { DECISION_BASIS_WORDS } from './decision-basis.ts';
import { EVIDENCE_KIND_WORDS, MARKING_WORDS } from './evidence.ts';
import { CAPACITY_WORDS, ORGANISATION_KIND_WORDS } from './organisation.ts';
import { readSeed } from '../../cli/seed/load.ts';
import { LICENCE_SENTENCE, workingSummaryNote } from './provenance.ts';
import { OFFICIAL_REMINDER } from './reminders.ts';
import { ROLE_WORDS, roleHoldingWords } from './roles.ts';

const TABLES: { name: string; keys: readonly string[]; words: string[]; table: object }[] = [
	{
		name: 'deadline kinds',
		keys: DEADLINE_KINDS,
		table: DEADLINE_KIND_WORDS,
		words: Object.values(DEADLINE_KIND_WORDS)
	},
	{
		name: 'deadline setters',
		keys: DEADLINE_SETTERS,
		table: DEADLINE_SETTER_WORDS,
		words: Object.values(DEADLINE_SETTER_WORDS)
	},
	{
		name: 'decision bases',
		keys: DECISION_BASES,
		table: DECISION_BASIS_WORDS,
		words: wordsOf(DECISION_BASIS_WORDS)
	},
	{
		name: 'evidence kinds',
		keys: EVIDENCE_KINDS,
		table: EVIDENCE_KIND_WORDS,
		words: wordsOf(EVIDENCE_KIND_WORDS)
	},
	{ name: 'markings', keys: MARKINGS, table: MARKING_WORDS, words: Object.values(MARKING_WORDS) },
	{
		name: 'capacities',
		keys: CAPACITIES,
		table: CAPACITY_WORDS,
		words: Object.values(CAPACITY_WORDS)
	},
	{ name: 'roles', keys: ROLES, table: ROLE_WORDS, words: wordsOf(ROLE_WORDS) },
	{
		name: 'organisation kinds',
		keys: ORGANISATION_KINDS,
		table: ORGANISATION_KIND_WORDS,
		words: Object.values(ORGANISATION_KIND_WORDS).flatMap(({ singular, plural }) => [
			singular,
			plural
		])
	}
];

test.each(TABLES)('$name: a word for each, no two alike', ({ keys, table, words }) => {
	expect(Object.keys(table).sort()).toEqual([...keys].sort());
	expect(new Set(words).size).toBe(words.length);
	for (const word of words) expect(word).toMatch(/^[A-Z]/);
});

describe('slippage', () => {
	const moved = (moves: number, days: number) =>
		slippageWords({
			originalDueOn: plainDate('2026-03-31'),
			currentDueOn: plainDate('2026-07-01'),
			moves,
			days
		});
	test.each([
		[0, 0, 'not moved'],
		[1, 1, 'moved once, 1 day'],
		[2, 92, 'moved twice, 92 days'],
		[3, 1_200, 'moved 3 times, 1,200 days'],
		[1, -30, 'moved once, 30 days earlier'],
		[2, 0, 'moved twice, back to the original date']
	])('%i moves, %i days: %s', (moves, days, words) => {
		expect(moved(moves, days)).toBe(words);
	});
	test('no deadline is said', () => {
		expect(slippageWords(null)).toBe('No deadline set');
		expect(deadlineWords(null)).toBe('No deadline set');
		expect(deadlineWords(plainDate('2026-07-01'))).toBe('1 July 2026');
	});
});

test('a role says for which organisation it is held', () => {
	expect(roleHoldingWords('lead', 'Kent Police')).toBe('Lead for Kent Police');
	expect(roleHoldingWords('observer', 'Kent Police')).toBe('Observer for Kent Police');
	expect(roleHoldingWords('observer', null)).toBe('National observer');
	expect(roleHoldingWords('inspector', null)).toBe('Inspector');
});

test('sighted evidence and the higher markings have the words that police use', () => {
	expect(EVIDENCE_KIND_WORDS.sighting.word).toBe('Sighted, not uploaded');
	expect(MARKINGS.map((marking) => MARKING_WORDS[marking])).toEqual([
		'OFFICIAL',
		'OFFICIAL-SENSITIVE',
		'SECRET',
		'TOP SECRET'
	]);
});

describe('where a text comes from', () => {
	test('our own summaries say so and claim no licence', () => {
		const { inspection, provenance } = readSeed().inspection;
		const ofTheTen =
			"Working summary of the lead inspector's article, 16 May 2025. Official wording not yet loaded. Read it in the HMICFRS report.";
		expect(workingSummaryNote(inspection.url)).toBe(ofTheTen);
		expect(workingSummaryNote(inspection.url, provenance.source)).toBe(ofTheTen);
	});
	test('nothing else is said to be of the article about the ten', () => {
		const { inspection } = readSeed().inspection;
		const other =
			'Working summary. Official wording not yet loaded. Read it in the published report.';
		expect(workingSummaryNote(inspection.url, 'Our notes of the briefing')).toBe(other);
		expect(workingSummaryNote('https://inspectorate.example/report')).toBe(other);
	});
	test('official wording carries the licence', () => {
		expect(LICENCE_SENTENCE).toBe(
			'Contains public sector information licensed under the Open Government Licence v3.0.'
		);
	});
});

test('the reminder beside free text', () => {
	expect(OFFICIAL_REMINDER).toBe(
		'Do not enter intelligence, names of suspects, or covert tactics.'
	);
});

function wordsOf(table: Record<string, { word: string }>): string[] {
	return Object.values(table).map(({ word }) => word);
}
