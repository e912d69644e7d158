import { daysBetween, type PlainDate } from './plain-date.ts';
import { isClosedOtherwise, type AssignmentStatus } from './status.ts';

/** By how much the lines rose or fell on a day, as it ended. */
export interface ProgressStep {
	readonly day: PlainDate;
	/** Reported complete or confirmed. */
	readonly claimed: number;
	readonly confirmed: number;
}

/** Where the lines stand at the end of a day. */
export interface ProgressDay {
	readonly day: PlainDate;
	/** Reported complete or confirmed at the end of the day; null for days that have not come. */
	readonly claimed: number | null;
	readonly confirmed: number | null;
	/** Applicable, as things stand, with their current deadline on or before the day. */
	readonly due: number;
	/** The same by the deadline that was set first. */
	readonly originallyDue: number;
}

export interface Dated {
	readonly status: AssignmentStatus;
	readonly originalDueOn: PlainDate | null;
	readonly currentDueOn: PlainDate | null;
}

/** More than a line shows steps, and few enough for its table to be read. */
const MOST_DAYS = 60;

/**
 * The lines of a burn-up: days on which one of them changed, and today. Where there are too many, some that lie
 * evenly between; what a day says is exact all the same.
 * @param steps those up to today count, in any order
 */
export function burnUp(
	steps: readonly ProgressStep[],
	dated: readonly Dated[],
	today: PlainDate,
	most = MOST_DAYS
): ProgressDay[] {
	const past = steps.filter(({ day }) => day <= today).toSorted((a, b) => compare(a.day, b.day));
	const applicable = dated.filter(({ status }) => !isClosedOtherwise(status));
	const due = daysOf(applicable.map(({ currentDueOn }) => currentDueOn));
	const originallyDue = daysOf(applicable.map(({ originalDueOn }) => originalDueOn));
	const changes = past.map(({ day }) => day);
	if (changes.length + due.length === 0) return [];
	const days = [...new Set([...changes, ...due, ...originallyDue, today])].sort(compare);

	const rising = { claimed: 0, confirmed: 0, due: 0, originallyDue: 0, steps: 0 };
	return thin(days, today, most).map((day) => {
		for (; past[rising.steps] && past[rising.steps]!.day <= day; rising.steps += 1) {
			rising.claimed += past[rising.steps]!.claimed;
			rising.confirmed += past[rising.steps]!.confirmed;
		}
		while (due[rising.due] && due[rising.due]! <= day) rising.due += 1;
		while (originallyDue[rising.originallyDue] && originallyDue[rising.originallyDue]! <= day) {
			rising.originallyDue += 1;
		}
		const hasCome = day <= today;
		return {
			day,
			claimed: hasCome ? rising.claimed : null,
			confirmed: hasCome ? rising.confirmed : null,
			due: rising.due,
			originallyDue: rising.originallyDue
		};
	});
}

export interface ConfirmationGap {
	/** Reported complete, waiting for confirmation. */
	readonly waiting: number;
	/** See `confirmationGap`; 0 where nothing waits. */
	readonly days: number;
}

/**
 * How far confirmation runs behind claims. In assignments: the claimed less the confirmed, which is those that
 * wait. In days: from the last day at whose end no more were claimed than are confirmed today, until today: the
 * way from line to line at the height of the confirmed, which is how long it has taken them to catch up.
 */
export function confirmationGap(steps: readonly ProgressStep[], today: PlainDate): ConfirmationGap {
	const past = steps.filter(({ day }) => day <= today).toSorted((a, b) => compare(a.day, b.day));
	const confirmed = past.reduce((sum, step) => sum + step.confirmed, 0);
	let claimed = 0;
	/** The first day since which more have been claimed all along. */
	let since: PlainDate | null = null;
	for (const [index, step] of past.entries()) {
		claimed += step.claimed;
		// Only how a day ends counts.
		if (past[index + 1]?.day === step.day) continue;
		if (claimed <= confirmed) since = null;
		else since ??= step.day;
	}
	// It was no more until the day before, and that day counts as the last.
	return {
		waiting: claimed - confirmed,
		days: since === null ? 0 : daysBetween(since, today) + 1
	};
}

function daysOf(days: readonly (PlainDate | null)[]): PlainDate[] {
	return days.filter((day) => day !== null).sort(compare);
}

/** The first, the last and today stay. */
function thin(days: readonly PlainDate[], today: PlainDate, most: number): PlainDate[] {
	if (days.length <= most) return [...days];
	const step = (days.length - 1) / (most - 2);
	const kept = new Set(
		Array.from({ length: most - 1 }, (_, index) => days[Math.round(index * step)]!)
	);
	return [...kept.add(today)].sort(compare);
}

function compare(a: PlainDate, b: PlainDate): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
