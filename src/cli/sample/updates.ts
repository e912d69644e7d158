import type { Confidence } from '#lib/domain/confidence.ts';
import { addDays, later, type PlainDate } from '#lib/domain/plain-date.ts';
import { monthsBetween } from './calendar.ts';
import type { Desk } from './desk.ts';
import type { SampleAct, SampleStep } from './step.ts';

type Update = Extract<SampleAct, { act: 'update' }>;

/** In this share of months an owner gives an update. */
const SHARE = 0.86;

/** The first update begins the work; then one a month, now and then one missed, until the story says no more. */
export function monthlyUpdates(desk: Desk): SampleStep[] {
	const { timeline, assignment, shape, calendar } = desk;
	if (timeline.startedOn === null) return planning(desk);
	const until = timeline.silentFrom;
	const days = [timeline.startedOn, ...dayInEachMonth(desk, timeline.startedOn, until)];
	const { firstClaim, claimedOn } = timeline;
	const isSilent = (day: PlainDate) =>
		// While a claim waits nobody reports; after a return the resuming update is written elsewhere.
		(firstClaim !== null && day >= firstClaim.claimedOn) ||
		(claimedOn !== null &&
			day >= claimedOn &&
			day <= (timeline.closedOn ?? timeline.decidedOn ?? until));
	const heard = days.filter((day, index) => index === 0 || !isSilent(day));
	return heard.map((day, index) => {
		const isLast = index === heard.length - 1;
		const act = updateOf(desk, day, index, heard.length);
		const says = isLast && shape.says !== undefined ? { narrative: shape.says } : {};
		// In Kent the contributor writes most of them, so that both can be seen at work.
		const by = assignment.organisation === 'KENT' && index % 3 !== 0 ? 'contributor' : 'lead';
		return { ...act, ...says, day: calendar.workingDay(day), by };
	});
}

/** Half of those who have not begun say at least that. */
function planning({ shape, voice, calendar, chance }: Desk): SampleStep[] {
	if (shape.outcome !== 'not-started' || chance.happens(0.5)) return [];
	const day = calendar.ago(chance.between(70, 250));
	return [{ act: 'update', narrative: voice.planning(), day, by: 'lead' }];
}

function dayInEachMonth(
	{ calendar, chance }: Desk,
	from: PlainDate,
	until: PlainDate
): PlainDate[] {
	const first = addDays(from, 12);
	return monthsBetween(first, until).flatMap(({ opensOn }) => {
		const day = calendar.workingDay(later(first, addDays(opensOn, chance.between(0, 24))));
		const isWanted = chance.happens(SHARE) && day > from && day < until && day >= opensOn;
		return isWanted && addDays(opensOn, 24) >= first ? [day] : [];
	});
}

function updateOf(desk: Desk, day: PlainDate, index: number, count: number): Update {
	const { voice, chance } = desk;
	const stage = index === 0 ? 'begin' : index > count * 0.7 ? 'late' : 'middle';
	const isQuiet = index > 1 && chance.happens(0.08);
	const isSure = nearsItsEnd(desk, day);
	const narrative = isQuiet
		? voice.quiet()
		: voice.update(stage === 'late' && !isSure ? 'middle' : stage, day);
	return {
		act: 'update',
		narrative,
		...(chance.happens(0.8) ? { confidence: confidenceOf(desk, isSure, index / count) } : {}),
		...(chance.happens(0.5) ? milestone(desk, day) : {}),
		...(index === 0 ? { move: 'start' as const } : {})
	};
}

function milestone({ voice, chance }: Desk, day: PlainDate) {
	return {
		nextMilestone: voice.milestone(),
		nextMilestoneOn: addDays(day, chance.between(21, 90))
	};
}

/** On the way to its claim; afterwards, where the claim did not hold, no longer. */
function nearsItsEnd({ timeline: { claimedOn } }: Desk, day: PlainDate): boolean {
	return claimedOn !== null && day < claimedOn;
}

/** Stories that end well grow more sure of themselves; the others do not. */
function confidenceOf({ shape, chance }: Desk, isSure: boolean, progress: number): Confidence {
	if (shape.isInDoubt && progress > 0.5) {
		return chance.pick(['in-doubt', 'in-doubt', 'appears-unachievable']);
	}
	if (isSure) {
		return progress > 0.6 ? chance.pick(['highly-likely', 'probable']) : 'probable';
	}
	if (['silent', 'reopened', 'withdrawn'].includes(shape.outcome) || shape.moved)
		return chance.pick(['feasible', 'in-doubt', 'feasible']);
	return chance.pick(['probable', 'probable', 'feasible', 'highly-likely']);
}
