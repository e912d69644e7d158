import { closuresOf, drawFutures, isEnoughToDrawFrom, type ClosureDay } from './closure-draw.ts';
import { addDays, addMonths, lastDayOfMonth, partsOf, type PlainDate } from './plain-date.ts';

/** How earlier forecasts came out: the latest TRIED at most. */
export interface BackTest {
	readonly tried: number;
	readonly inside: number;
}

interface Basis {
	/** Applicable and not confirmed, claims included. */
	readonly open: number;
	/** Confirmations so far, from which it is made. */
	readonly closures: number;
	readonly backTest: BackTest;
}

export type WithheldReason = 'nothing-open' | 'too-few' | 'untried' | 'not-borne-out' | 'too-far';

/** Between which days the last open assignment is expected to be confirmed, or why nothing is said. */
export type Forecast = Basis &
	(
		| { readonly kind: 'range'; readonly earliest: PlainDate; readonly latest: PlainDate }
		| { readonly kind: 'withheld'; readonly reason: WithheldReason }
	);

/** A range that ends later than this is no help to anybody. */
export const FURTHEST_YEARS = 5;

/** As many earlier forecasts as are looked at, and how many of them it takes to judge by. */
export const TRIED = 6;
export const LEAST_TRIED = 4;

/** What an earlier forecast is tried by: how many would be confirmed within so many days. */
export const TRIAL_DAYS = 90;

const FUTURES = 400;
/** There are several trials to one forecast. */
const TRIAL = { futures: 150, within: TRIAL_DAYS };

/** How far back earlier forecasts are made again, at the end of each month. */
const MONTHS_BACK = 24;

/**
 * Forecasts when all that is open of a recommendation will be confirmed, from its own history alone.
 *
 * A bootstrap (B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics, 1979) of the
 * intervals between one confirmation and the next. Each of some hundred imagined futures resamples the intervals
 * with replacement and draws one of them for every assignment that is open. An interval is told in proportion to
 * how many were open then, so that the pace falls as fewer are left, as far as the history bears that out; the
 * time since the last confirmation stretches them all. The range lies between the 10th and the 90th percentile
 * of the days on which the futures end. It knows nothing of deadlines and plans, nor of what may be reopened.
 * Withheld where there is too little to go by, where it could not be tried on itself often enough to be believed,
 * or where its own earlier forecasts failed: a pace that quickens or slackens is not this one's.
 *
 * @param history the days on which anything changed, rising; those after `today` are not looked at
 * @param seed the same history, day and seed give the same forecast
 */
export function forecastOf(history: readonly ClosureDay[], today: PlainDate, seed = 1): Forecast {
	const known = knownBy(history, today);
	const open = known.at(-1)?.open ?? 0;
	const closures = closuresOf(known);
	const basis = { open, closures: closures.length, backTest: backTest(known, today, seed) };
	const withhold = (reason: WithheldReason) => ({ ...basis, kind: 'withheld', reason }) as const;
	if (open === 0) return withhold('nothing-open');
	if (!isEnoughToDrawFrom(closures)) return withhold('too-few');
	if (isRefuted(basis.backTest)) return withhold('not-borne-out');
	const futures = drawFutures({ closures, open, from: today }, seed, { futures: FUTURES });
	const [soonest, longest] = middleOf(futures.map(({ days }) => days));
	if (longest > FURTHEST_YEARS * 365) return withhold('too-far');
	if (basis.backTest.tried < LEAST_TRIED) return withhold('untried');
	const [earliest, latest] = [soonest, longest].map((days) => addDays(today, Math.ceil(days)));
	return { ...basis, kind: 'range', earliest: earliest!, latest: latest! };
}

/**
 * Makes the forecast again as it would have been made at the end of each earlier month, from what was known
 * then, and asks it how many would be confirmed within TRIAL_DAYS: the same futures, looked at for so long, since
 * the day when all are confirmed leaves nothing to judge by until the end. One that could not fail is not counted.
 */
export function backTest(history: readonly ClosureDay[], today: PlainDate, seed = 1): BackTest {
	let [tried, inside] = [0, 0];
	for (const from of monthEndsBefore(addDays(today, -TRIAL_DAYS))) {
		if (tried === TRIED) break;
		const known = knownBy(history, from);
		const open = known.at(-1)?.open ?? 0;
		const closures = closuresOf(known);
		if (open === 0 || !isEnoughToDrawFrom(closures)) continue;
		const futures = drawFutures({ closures, open, from }, seed, TRIAL);
		const [fewest, most] = middleOf(futures.map(({ confirmed }) => confirmed));
		if (fewest === 0 && most === open) continue;
		const came = confirmedBetween(history, from, addDays(from, TRIAL_DAYS));
		tried += 1;
		if (came >= fewest && came <= most) inside += 1;
	}
	return { tried, inside };
}

/** The 10th and the 90th percentile. */
function middleOf(values: readonly number[]): [number, number] {
	const sorted = values.toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
	return [at(0.1), at(0.9)];
}

/** Fewer than half came out inside, where four in five should. */
function isRefuted({ tried, inside }: BackTest): boolean {
	return tried >= LEAST_TRIED && inside * 2 < tried;
}

function knownBy(history: readonly ClosureDay[], day: PlainDate): readonly ClosureDay[] {
	return history.filter((known) => known.day <= day);
}

function confirmedBetween(history: readonly ClosureDay[], after: PlainDate, to: PlainDate): number {
	return history
		.filter(({ day }) => day > after && day <= to)
		.reduce((sum, { confirmed }) => sum + confirmed, 0);
}

/** Month ends up to and with a day, latest first. */
function monthEndsBefore(day: PlainDate): PlainDate[] {
	return Array.from({ length: MONTHS_BACK }, (_, back) => {
		const { year, month } = partsOf(addMonths(addDays(day, 1), -1 - back));
		return lastDayOfMonth(year, month)!;
	});
}
