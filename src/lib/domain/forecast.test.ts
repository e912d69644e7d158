import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	minimalStandard,
	quickening,
	simulatedClosures,
	type World
} from '../../../tests/support/simulated-closures.ts';
import { closuresOf, LEAST_CLOSURES, type ClosureDay } from './closure-draw.ts';
import { backTest, forecastOf, FURTHEST_YEARS, LEAST_TRIED, TRIED } from './forecast.ts';
import { addDays, addMonths, daysBetween, plainDate, type PlainDate } from './plain-date.ts';

const START = plainDate('2024-01-01');

/** So many confirmations, one every so many days, of so many bodies. */
function steady(confirmed: number, every: number, bodies: number): ClosureDay[] {
	return Array.from({ length: confirmed + 1 }, (_, done) => ({
		day: addDays(START, done * every),
		confirmed: done === 0 ? 0 : 1,
		open: bodies - done
	}));
}

describe('over many simulated lives of a recommendation whose pace is known', () => {
	const SIDE_BY_SIDE = { bodies: 60, rate: 0.005, slowing: 1 };

	test.each([0.7, 0.8, 0.9])(
		'eight in ten ranges hold the day of the last, made when %s were confirmed',
		(share) => {
			const { inside, ranges } = livesOf(SIDE_BY_SIDE, share);
			expect(ranges).toBeGreaterThan(100);
			expect(inside / ranges).toBeGreaterThan(0.7);
			expect(inside / ranges).toBeLessThan(0.92);
		}
	);

	test('where the pace quickens, most are withheld, and of those that are not few fail', () => {
		const lives = livesOf((random) => quickening(60, START, random), 0.7);
		expect(lives.ranges).toBeLessThan(100);
		expect(lives.refuted).toBeGreaterThan(50);
		expect(lives.inside / lives.ranges).toBeGreaterThan(0.7);
	});

	test('a queue that is worked off at one pace is done sooner than said, hardly ever later', () => {
		const queue = livesOf({ bodies: 60, rate: 0.1, slowing: 0 }, 0.7);
		expect(queue.later / queue.ranges).toBeLessThan(0.05);
		expect(queue.inside / queue.ranges).toBeGreaterThan(0.5);
	});

	test('the trials come out inside about as often as they should', () => {
		const { trials, borneOut } = livesOf(SIDE_BY_SIDE, 0.7);
		expect(trials).toBeGreaterThan(200);
		expect(borneOut / trials).toBeGreaterThan(0.7);
		expect(borneOut / trials).toBeLessThan(0.95);
	});
});

describe('a forecast', () => {
	test('is the same whenever it is made from the same history, and knows nothing of later days', () => {
		const history = simulatedClosures(
			{ bodies: 44, rate: 0.005, slowing: 1 },
			START,
			minimalStandard(7)
		);
		const today = addDays(START, 400);
		const made = forecastOf(history, today);
		expect(made.kind).toBe('range');
		expect(forecastOf(history, today)).toEqual(made);
		expect(
			forecastOf(
				history.filter(({ day }) => day <= today),
				today
			)
		).toEqual(made);
	});

	test('lies after today and in order, whatever happened', () => {
		const change = fc.record({ days: fc.nat(40), confirmed: fc.nat(6), open: fc.nat(50) });
		fc.assert(
			fc.property(fc.array(change, { maxLength: 40 }), fc.nat(900), (changes, now) => {
				let day = START;
				const history = changes.map(({ days, ...rest }) => {
					day = addDays(day, days + 1);
					return { day, ...rest };
				});
				const today = addDays(START, now);
				const made = forecastOf(history, today);
				expect(made.backTest.inside).toBeLessThanOrEqual(made.backTest.tried);
				expect(made.backTest.tried).toBeLessThanOrEqual(TRIED);
				if (made.kind === 'withheld') return;
				expect(made.open).toBeGreaterThan(0);
				expect(made.earliest >= today && made.earliest <= made.latest).toBe(true);
				expect(made.latest <= addDays(addMonths(today, FURTHEST_YEARS * 12), 1)).toBe(true);
			}),
			{ numRuns: 150 }
		);
	});

	test('is later, the longer nothing has been confirmed', () => {
		const history = steady(30, 10, 40);
		const last = history.at(-1)!.day;
		const lengths = [1, 60, 300].map((silence) => {
			const today = addDays(last, silence);
			const made = forecastOf(history, today);
			return made.kind === 'range' ? daysBetween(today, made.earliest) : Infinity;
		});
		expect(lengths.toSorted((a, b) => a - b)).toEqual(lengths);
		expect(lengths[0]).toBeLessThan(Infinity);
		expect(lengths[2]).toBeGreaterThan(lengths[0]! * 2);
	});

	test('is withheld for want of confirmations, and says how many there are', () => {
		const few = steady(LEAST_CLOSURES - 1, 10, 30);
		expect(forecastOf(few, addDays(START, 100))).toMatchObject({
			...{ kind: 'withheld', reason: 'too-few', closures: LEAST_CLOSURES - 1, open: 23 }
		});
		expect(forecastOf(steady(LEAST_CLOSURES, 10, 30), addDays(START, 100))).toMatchObject({
			...{ kind: 'withheld', reason: 'untried', backTest: { tried: 0, inside: 0 } }
		});
		expect(forecastOf([], START)).toMatchObject({ kind: 'withheld', reason: 'nothing-open' });
	});

	test('is withheld until it was tried on itself often enough to be believed', () => {
		const history = steady(40, 5, 44);
		const reasons = [100, 150, 180, 210, 230, 245].map((days) => {
			const made = forecastOf(history, addDays(START, days));
			const reason = made.kind === 'withheld' ? made.reason : made.kind;
			return [reason, made.backTest.tried < LEAST_TRIED];
		});
		expect(reasons[0]).toEqual(['untried', true]);
		expect(reasons.at(-1)).toEqual(['range', false]);
		for (const [reason, isUntried] of reasons) expect(reason === 'untried').toBe(isUntried);
	});

	test('is withheld where all were confirmed in one batch', () => {
		const batch = [
			{ day: START, confirmed: 0, open: 30 },
			{ day: addDays(START, 50), confirmed: 20, open: 10 }
		];
		expect(forecastOf(batch, addDays(START, 60))).toMatchObject({
			...{ kind: 'withheld', reason: 'too-few', closures: 20 }
		});
	});

	test('is withheld once nothing is open, and where it would take longer than anybody can use', () => {
		expect(forecastOf(steady(20, 10, 20), addDays(START, 300))).toMatchObject({
			...{ kind: 'withheld', reason: 'nothing-open', open: 0 }
		});
		expect(forecastOf(steady(8, 200, 60), addDays(START, 1605))).toMatchObject({
			...{ kind: 'withheld', reason: 'too-far' }
		});
	});

	test('is withheld where its own earlier forecasts failed', () => {
		// A quick start, then nothing for a year and a half: every month promised more than came.
		const quick = steady(20, 3, 60);
		const today = addDays(START, 540);
		const { tried, inside } = backTest(quick, today);
		expect([tried, inside * 2 < tried]).toEqual([TRIED, true]);
		expect(forecastOf(quick, today)).toMatchObject({ reason: 'not-borne-out' });
	});

	test('has been tried only once there was something to try it by', () => {
		expect(backTest(steady(20, 10, 30), addDays(START, 130))).toEqual({ tried: 0, inside: 0 });
	});
});

test('confirmations of one day came one after the other, each among one fewer', () => {
	const history = [
		{ day: START, confirmed: 0, open: 5 },
		{ day: addDays(START, 4), confirmed: 2, open: 3 },
		{ day: addDays(START, 9), confirmed: 1, open: 2 }
	];
	expect(closuresOf(history).map(({ waited, among }) => [waited, among])).toEqual([
		[null, 5],
		[0, 4],
		[5, 3]
	]);
});

type Live = (random: () => number) => ClosureDay[];

function livesOf(world: World | Live, share: number) {
	const random = minimalStandard(20260302);
	const live: Live =
		typeof world === 'function' ? world : (random) => simulatedClosures(world, START, random);
	const sum = { ranges: 0, inside: 0, sooner: 0, later: 0, trials: 0, borneOut: 0, refuted: 0 };
	for (let life = 1; life <= 200; life += 1) {
		const history = live(random);
		const today = addDays(dayOfShare(history, history[0]!.open * share), 5);
		const made = forecastOf(history, today, life);
		sum.trials += made.backTest.tried;
		sum.borneOut += made.backTest.inside;
		if (made.kind === 'withheld') {
			if (made.reason === 'not-borne-out') sum.refuted += 1;
			continue;
		}
		const end = history.at(-1)!.day;
		sum.ranges += 1;
		if (end < made.earliest) sum.sooner += 1;
		else if (end > made.latest) sum.later += 1;
		else sum.inside += 1;
	}
	return sum;
}

function dayOfShare(history: readonly ClosureDay[], wanted: number): PlainDate {
	let confirmed = 0;
	return history.find((day) => (confirmed += day.confirmed) >= wanted)!.day;
}
