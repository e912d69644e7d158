import { SAMPLE_OUTCOMES } from '#lib/domain/sampling.ts';
import { ACTION_STATES, ACTION_TIMINGS } from '#lib/domain/action.ts';
import { ACCEPTANCES } from '#lib/domain/acceptance.ts';
import { CONFIDENCES } from '#lib/domain/confidence.ts';
import { FRESHNESS } from '#lib/domain/freshness.ts';
import { ASSIGNMENT_STATUSES } from '#lib/domain/status.ts';
import { TIMELINESS } from '#lib/domain/timeliness.ts';
import { describe, expect, test } from 'vitest';
import { ACTION_STATE_LOOK, ACTION_TIMING_LOOK } from './actions.ts';
import { ACCEPTANCE_LOOK } from './acceptance.ts';
import { CONFIDENCE_LOOK, confidenceSentence } from './confidence.ts';
import { FRESHNESS_LOOK } from './freshness.ts';
import { SHAPES, TONES, type Look } from './look.ts';
import { PART_LOOK } from './parts.ts';
import { OUTCOME_LOOKS } from './samples.ts';
import { STATUS_LOOK } from './status.ts';
import { TIMELINESS_LOOK } from './timeliness.ts';

const withMeaning = (look: Omit<Look, 'meaning'> & { definition: string }): Look => ({
	...look,
	meaning: `${look.definition}.`
});

const FAMILIES: { name: string; keys: readonly string[]; looks: Record<string, Look> }[] = [
	{ name: 'status', keys: ASSIGNMENT_STATUSES, looks: STATUS_LOOK },
	{ name: 'the state of an action', keys: ACTION_STATES, looks: ACTION_STATE_LOOK },
	{ name: 'a part', keys: ['met', 'open'], looks: PART_LOOK },
	{ name: 'the timing of an action', keys: ACTION_TIMINGS, looks: ACTION_TIMING_LOOK },
	{ name: 'timeliness', keys: TIMELINESS, looks: TIMELINESS_LOOK },
	{ name: 'freshness', keys: FRESHNESS, looks: FRESHNESS_LOOK },
	{
		name: 'the outcome of a check',
		keys: [...SAMPLE_OUTCOMES, 'waiting'],
		looks: OUTCOME_LOOKS
	},
	{ name: 'acceptance', keys: ACCEPTANCES, looks: ACCEPTANCE_LOOK },
	{
		name: 'confidence',
		keys: CONFIDENCES,
		looks: Object.fromEntries(
			Object.entries(CONFIDENCE_LOOK).map(([key, look]) => [key, withMeaning(look)])
		)
	}
];

describe.each(FAMILIES)('the looks of $name', ({ keys, looks }) => {
	test('there is one for each value and for nothing else', () => {
		expect(Object.keys(looks).sort()).toEqual([...keys].sort());
	});
	test('no two share a word or a shape, so that they differ without colour', () => {
		const all = Object.values(looks);
		expect(new Set(all.map((look) => look.word.toLowerCase())).size).toBe(all.length);
		expect(new Set(all.map((look) => look.shape)).size).toBe(all.length);
	});
	test('each has a shape and a tone that can be drawn, and says what it means', () => {
		for (const look of Object.values(looks)) {
			expect(SHAPES).toContain(look.shape);
			expect(TONES).toContain(look.tone);
			expect(look.word).toMatch(/^[A-Z]/);
			expect(look.meaning).toMatch(/\.$/);
		}
	});
});

test('the words of the statuses', () => {
	expect(ASSIGNMENT_STATUSES.map((status) => STATUS_LOOK[status].word)).toEqual([
		'Not started',
		'In progress',
		'Reported complete',
		'Returned',
		'Confirmed',
		'Not applicable',
		'Not accepted',
		'No further action'
	]);
});

test('each status has one letter of its own for the matrix', () => {
	const codes = ASSIGNMENT_STATUSES.map((status) => STATUS_LOOK[status].code);
	expect(new Set(codes).size).toBe(codes.length);
	for (const code of codes) expect(code).toMatch(/^[A-Z]$/);
});

test('forward confidence is never shown without its definition', () => {
	expect(CONFIDENCES.map(confidenceSentence)).toEqual([
		'Delivery highly likely: no major outstanding issues',
		'Delivery probable: constant attention needed',
		'Delivery feasible: significant issues already exist',
		'Delivery in doubt: urgent action needed',
		'Delivery appears unachievable: major issues that do not seem resolvable'
	]);
	expect(confidenceSentence(null)).toBe('No forward confidence recorded');
});
