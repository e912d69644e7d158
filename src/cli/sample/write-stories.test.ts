import { plainDate, daysBetween, type PlainDate } from '#lib/domain/plain-date.ts';
import { checkMove, type AssignmentStatus } from '#lib/domain/status.ts';
import { mustBeAskable } from '#lib/domain/exemption.ts';
import { mustBeExtendable } from '#lib/domain/extension.ts';
import { slippageOf } from '#lib/domain/slippage.ts';
import { describe, expect, test } from 'vitest';
import { readSeed } from '../seed/load.ts';
import { sampleCalendar } from './calendar.ts';
import { writeStories } from './make-sample.ts';
import type { SampleAct, SampleStep, SampleStory } from './step.ts';

const SEED = readSeed();
const PUBLISHED = SEED.inspection.inspection.publishedOn;
const DAYS = ['2026-03-02', '2026-06-30', '2026-12-01', '2027-01-01', '2028-02-29'].map(plainDate);

describe.each(DAYS)('the sample of %s', (today) => {
	const stories = storiesOf(today);

	test('some bodies ask for more time: granted, refused, and waiting for an answer', () => {
		const asked = stories.flatMap((story) => acts(story, 'ask-extension'));
		const answers = stories.flatMap((story) => acts(story, 'decide-extension'));
		expect(answers.filter(({ answer }) => answer === 'grant').length).toBeGreaterThan(3);
		expect(answers.some(({ answer }) => answer === 'refuse')).toBe(true);
		expect(asked.length).toBeGreaterThan(answers.length);
	});

	test('tells of every assignment, between the publication and yesterday, on working days', () => {
		expect(stories).toHaveLength(281);
		for (const { day } of stories.flatMap(({ steps }) => steps)) {
			expect(day > PUBLISHED && day < today).toBe(true);
			expect([0, 6]).not.toContain(new Date(`${day}T12:00:00Z`).getUTCDay());
		}
	});

	test('ends in every status, in numbers that a board would believe', () => {
		const statuses = Map.groupBy(stories, statusOf);
		const share = (status: AssignmentStatus) => (statuses.get(status)?.length ?? 0) / 281;
		expect(share('confirmed')).toBeGreaterThan(0.2);
		expect(share('confirmed')).toBeLessThan(0.35);
		expect(share('reported-complete')).toBeGreaterThan(0.08);
		expect(share('in-progress')).toBeGreaterThan(0.3);
		expect(share('not-started')).toBeGreaterThan(0.05);
		for (const status of [
			'returned',
			'not-applicable',
			'not-accepted',
			'no-further-action'
		] as const) {
			expect(share(status)).toBeGreaterThan(0);
		}
	});

	test('has every exception that a board pack lists', () => {
		const open = stories.filter((story) => OPEN.includes(statusOf(story)));
		const due = open.map((story) => slippageOf(revisionsOf(story)));
		const overdue = due.filter((one) => one && one.currentDueOn < today);
		expect(overdue.length).toBeGreaterThan(8);
		expect(overdue.some((one) => one && one.moves > 0)).toBe(true);
		expect(due.some((one) => one?.moves === 2 && one.days === 92)).toBe(true);
		expect(
			due.filter((one) => one && one.originalDueOn < today && one.currentDueOn >= today)
		).not.toHaveLength(0);
		expect(due.filter((one) => one === null).length).toBeGreaterThan(30);
		expect(due.some((one) => one && daysBetween(today, one.currentDueOn) > 30)).toBe(true);
		expect(due.filter((one) => one && isSoon(one.currentDueOn, today)).length).toBeGreaterThan(10);
		expect(open.filter((story) => acts(story, 'own').length === 0)).toHaveLength(7);
		expect(open.filter((story) => acts(story, 'wait').length > 0)).toHaveLength(7);
		const answers = stories.flatMap((story) => acts(story, 'answer-wait'));
		expect(answers.map(({ answer }) => answer).sort()).toEqual([
			...['acknowledged', 'acknowledged', 'acknowledged', 'disputed']
		]);
		for (const { waiting: by, day } of answers) {
			const waiter = stories.find(
				({ assignment: { reference, organisation } }) =>
					reference === by.reference && organisation === by.organisation
			);
			expect(acts(waiter!, 'wait')[0]!.day < day).toBe(true);
		}
		expect(stories.filter((story) => verbs(story).includes('reopen'))).toHaveLength(2);
		expect(stories.flatMap((story) => acts(story, 'ask-exemption'))).toHaveLength(3);
		expect(
			stories.flatMap((story) => acts(story, 'decide-exemption')).map(({ answer }) => answer)
		).toEqual(['agree', 'refuse']);
		expect(stories.filter((story) => verbs(story).includes('withdraw-claim'))).toHaveLength(1);
		expect(
			stories.filter((story) => statusOf(story) === 'reported-complete' && claims(story) === 2)
		).toHaveLength(3);
	});

	test('leaves the same assignments for a demonstration', () => {
		const kent = stories.filter(({ assignment }) => assignment.organisation === 'KENT');
		expect(kent.map((story) => [story.assignment.reference, statusOf(story)])).toEqual([
			['OIC-3', 'in-progress'],
			['OIC-5', 'returned'],
			['OIC-7', 'reported-complete'],
			['OIC-8', 'confirmed'],
			['OIC-10', 'not-started']
		]);
		const [overdue, , claimed] = kent;
		expect(slippageOf(revisionsOf(overdue!))!.currentDueOn < today).toBe(true);
		expect(claimed!.steps.slice(-4).map(({ act, by }) => [act, by])).toEqual([
			['file', 'lead'],
			['link', 'lead'],
			['sighting', 'lead'],
			['move', 'lead']
		]);
	});

	test('breaks no rule of the table of moves', () => {
		for (const story of stories) expect(() => statusOf(story)).not.toThrow();
	});
});

test('the same day gives the same stories', () => {
	expect(storiesOf(DAYS[1]!)).toEqual(storiesOf(DAYS[1]!));
});

test('no text has a gap left in it, and none of a force is said by an agency', () => {
	const texts = storiesOf(DAYS[2]!).flatMap(({ assignment, steps }) =>
		steps.map((step) => ({ kind: assignment.kind, text: JSON.stringify(step) }))
	);
	for (const { kind, text } of texts) {
		expect(text).not.toMatch(/\{(a|b|done|month)\}|undefined|NaN/);
		if (kind === 'national-agency') expect(text).not.toMatch(/custody suite|our force/);
	}
});

test('narratives vary, some are long, and some hold letters from beyond English', () => {
	const told = storiesOf(DAYS[2]!).flatMap((story) =>
		acts(story, 'update').map(({ narrative }) => narrative)
	);
	expect(told.length).toBeGreaterThan(1000);
	expect(new Set(told).size / told.length).toBeGreaterThan(0.9);
	expect(told.some((text) => text.length > 2000)).toBe(true);
	expect(told.some((text) => /ŷ/.test(text))).toBe(true);
	expect(told.some((text) => /ń/.test(text))).toBe(true);
});

test('every deadline says that it is a sample', () => {
	for (const story of storiesOf(DAYS[2]!)) {
		const [first] = acts(story, 'deadline');
		if (first) expect(first.phrase).toBe('Sample deadline set for demonstration');
	}
});

const OPEN: readonly AssignmentStatus[] = [
	...(['not-started', 'in-progress', 'reported-complete', 'returned'] as const)
];

function storiesOf(today: PlainDate): SampleStory[] {
	return writeStories(SEED, sampleCalendar(PUBLISHED, today));
}

function acts<Act extends SampleAct['act']>({ steps }: SampleStory, act: Act) {
	return steps.filter((step): step is SampleStep & { act: Act } => step.act === act);
}

/** What sets or moves the deadline, in its order. */
function revisionsOf({ steps }: SampleStory): { lastDay: PlainDate | null }[] {
	return steps.flatMap((step) => {
		if (step.act === 'deadline') return [step];
		return step.act === 'decide-extension' && step.lastDay ? [{ lastDay: step.lastDay }] : [];
	});
}

function verbs(story: SampleStory) {
	return acts(story, 'move').map(({ verb }) => verb);
}

function claims(story: SampleStory): number {
	return verbs(story).filter((verb) => verb === 'report-complete').length;
}

/** Where the moves lead, by the table of moves. */
function statusOf({ steps }: SampleStory): AssignmentStatus {
	let status: AssignmentStatus = 'not-started';
	let isAsked = false;
	let currentDueOn: PlainDate | null = null;
	let isTimeAsked = false;
	for (const step of steps) {
		if (step.act === 'deadline') currentDueOn = step.lastDay;
		if (step.act === 'ask-extension') {
			mustBeExtendable({ status, currentDueOn }, isTimeAsked, step.lastDay, step.day);
			isTimeAsked = true;
		}
		if (step.act === 'decide-extension') {
			expect(isTimeAsked).toBe(true);
			isTimeAsked = false;
			if (step.lastDay) currentDueOn = step.lastDay;
		}
		if (step.act === 'ask-exemption') {
			mustBeAskable(status, isAsked);
			isAsked = true;
		}
		if (step.act === 'decide-exemption') {
			isAsked = false;
			if (step.answer === 'agree') status = move(status, 'set-not-applicable', step);
		}
		if (step.act === 'update' && step.move) status = move(status, step.move, {}, isAsked);
		if (step.act === 'move') status = move(status, step.verb, step, isAsked);
	}
	return status;
}

function move(
	status: AssignmentStatus,
	verb: Parameters<typeof checkMove>[1],
	step: { statement?: string; reason?: string; basis?: string },
	isExemptionAsked = false
): AssignmentStatus {
	return checkMove(status, verb, {
		...{ actorId: 1, claimedBy: 2, evidenceCount: 1, isExemptionAsked },
		...step
	}).to;
}

function isSoon(day: PlainDate, today: PlainDate): boolean {
	return day >= today && daysBetween(today, day) <= 30;
}
