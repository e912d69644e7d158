import { addDays, daysBetween, later, type PlainDate } from '#lib/domain/plain-date.ts';
import type { SampleCalendar } from './calendar.ts';
import { chanceOf, type Chance } from './random.ts';
import type { SampleAssignment, SampleStory } from './step.ts';
import {
	DROPPED_REASONS,
	MOVED_REASONS,
	plannedTexts,
	REOPENED_REASON,
	type PlannedText
} from './texts/actions.ts';

/** One action of a plan, from the day it is added. */
export interface SampleAction {
	readonly assignment: SampleAssignment;
	readonly text: PlannedText;
	/** From 0, in the order in which the plan was written. */
	readonly place: number;
	readonly addedOn: PlainDate;
	readonly dueOn: PlainDate | null;
	/** Other recommendations of the same body that it serves. */
	readonly serves: readonly string[];
	readonly isOwned: boolean;
	readonly then: readonly SampleActionStep[];
}

export type SampleActionStep = { readonly day: PlainDate } & (
	| { readonly step: 'move-date'; readonly dueOn: PlainDate; readonly reason: string }
	| { readonly step: 'complete' }
	| { readonly step: 'reopen' | 'drop'; readonly reason: string }
);

/** Bodies that a demonstration turns to have a plan wherever work has begun; others often have one. */
const ALWAYS = ['KENT', 'NCA', 'BSC', 'ESSEX'];
/** Steps that serve a second recommendation of the same body. */
const SHARED: Readonly<Record<string, readonly string[]>> = { 'OIC-7/KENT': ['OIC-3'] };

/** The plan that goes with a story: begun when work begins, and kept up until it is claimed or falls silent. */
export function writePlan(
	{ assignment, steps }: SampleStory,
	calendar: SampleCalendar,
	seed: string
): SampleAction[] {
	const { reference, organisation, number } = assignment;
	const chance = chanceOf(`${seed}/actions/${reference}/${organisation}`);
	const begun = steps.find((step) => step.act === 'update' && step.move === 'start');
	if (!begun || !(ALWAYS.includes(organisation) || chance.happens(0.5))) return [];
	const ended = steps.find(
		(step) => step.act === 'move' && (step.verb === 'report-complete' || isClosing(step.verb))
	);
	const last = ended ? addDays(ended.day, -1) : addDays(calendar.today, -1);
	const addedOn = begun.day;
	const texts = plannedTexts(number).slice(0, chance.between(3, 5));
	const span = ended ? Math.floor(daysBetween(addedOn, last) / texts.length) : 75;
	const pace = Math.max(7, Math.min(span, chance.between(45, 75)));
	return texts.map((text, index) => {
		const dueOn = addDays(addedOn, pace * (index + 1));
		const isUndated = !ended && index === texts.length - 1 && chance.happens(0.3);
		return {
			assignment,
			text,
			place: index,
			addedOn,
			dueOn: isUndated ? null : dueOn,
			serves: index === 1 ? (SHARED[`${reference}/${organisation}`] ?? []) : [],
			isOwned: chance.happens(0.85),
			then: whatFollows(isUndated ? null : dueOn, {
				...{ addedOn, last, calendar, chance },
				isEnded: ended !== undefined
			})
		};
	});
}

interface Course {
	readonly addedOn: PlainDate;
	/** The last day on which anything is done to the plan. */
	readonly last: PlainDate;
	readonly isEnded: boolean;
	readonly calendar: SampleCalendar;
	readonly chance: Chance;
}

function whatFollows(dueOn: PlainDate | null, course: Course): SampleActionStep[] {
	const { addedOn, last, isEnded, calendar, chance } = course;
	const on = (day: PlainDate) => later(addedOn, calendar.workingDay(day < last ? day : last));
	if (dueOn === null) return [];
	if (chance.happens(0.08)) {
		const day = on(addDays(addedOn, chance.between(20, 60)));
		return [{ step: 'drop', day, reason: chance.pick(DROPPED_REASONS) }];
	}
	const isMoved = chance.happens(0.2) && addDays(dueOn, isEnded ? 62 : -6) < last;
	const due = isMoved ? addDays(dueOn, chance.between(21, 62)) : dueOn;
	const moved: SampleActionStep[] = isMoved
		? [
				{
					step: 'move-date',
					day: on(addDays(dueOn, -chance.between(2, 6))),
					dueOn: due,
					reason: chance.pick(MOVED_REASONS)
				}
			]
		: [];
	const isDone = isEnded || (due < last && chance.happens(0.78));
	if (!isDone) return moved;
	const doneOn = on(addDays(due, chance.between(-9, 12)));
	const day = moved[0] ? later(moved[0].day, doneOn) : doneOn;
	const done: SampleActionStep[] = [...moved, { step: 'complete', day }];
	if (isEnded || addDays(day, 20) > last || !chance.happens(0.1)) return done;
	return [...done, { step: 'reopen', day: on(addDays(day, 20)), reason: REOPENED_REASON }];
}

function isClosing(verb: string): boolean {
	return verb.startsWith('set-');
}
