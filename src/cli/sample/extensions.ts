import { addDays, type PlainDate } from '#lib/domain/plain-date.ts';
import type { DeadlineAct } from './deadlines.ts';
import type { Desk } from './desk.ts';
import { chanceOf } from './random.ts';
import type { SampleActor, SampleStep } from './step.ts';
import {
	ASKED_FOR_TIME,
	ASKED_FOR_TIME_STILL,
	EXTENSION_REFUSED,
	TARGET_MOVED
} from './texts/extensions.ts';

/** A move of a deadline, and the day on which it is decided. */
export interface SampleMove {
	readonly day: PlainDate;
	readonly act: DeadlineAct;
}

/**
 * The moves of a deadline, each asked for by the body where it could ask at that time; some ask again in vain, some
 * still wait for an answer. Chances of its own, so that the rest of the story stays the same.
 * @param first the day on which the first deadline was set
 */
export function* askingForTime(
	desk: Desk,
	first: { readonly day: PlainDate; readonly due: PlainDate },
	moves: readonly SampleMove[],
	inspector: SampleActor
): Generator<SampleStep> {
	const { assignment, calendar, shape } = desk;
	const chance = chanceOf(`more time/${assignment.reference}/${assignment.organisation}`);
	const asks = (day: PlainDate, lastDay: PlainDate): SampleStep => ({
		...{ act: 'ask-extension', by: 'lead', day, lastDay },
		...chance.pick(ASKED_FOR_TIME)
	});
	let from = first.day;
	for (const { day, act } of moves) {
		const askedOn = calendar.workingDay(addDays(day, -chance.between(6, 19)));
		const isAsked = askedOn > from && !isClaimed(desk, askedOn) && !isClaimed(desk, day);
		from = day;
		if (!isAsked || act.lastDay === null) {
			yield { ...act, day, by: inspector };
			continue;
		}
		yield asks(askedOn, act.lastDay);
		const { lastDay, reason = '' } = act;
		yield { act: 'decide-extension', answer: 'grant', lastDay, reason, day, by: inspector };
	}
	const due = moves.at(-1)?.act.lastDay ?? first.due;
	const mayAsk = (day: PlainDate) => day > from && !isClaimed(desk, day) && !desk.timeline.closedOn;
	if (shape.moved === 'past' && mayAsk(calendar.ago(40)) && due < calendar.ago(1)) {
		yield asks(calendar.ago(40), addDays(calendar.today, 120));
		const reason = chance.pick(EXTENSION_REFUSED);
		yield {
			act: 'decide-extension',
			answer: 'refuse',
			reason,
			day: calendar.ago(22),
			by: inspector
		};
	} else if (shape.moved === 'future' && mayAsk(calendar.ago(9)) && chance.happens(0.5)) {
		const reason = chance.pick(ASKED_FOR_TIME_STILL);
		const lastDay = addDays(due, 62);
		yield { act: 'ask-extension', lastDay, ...reason, day: calendar.ago(9), by: 'lead' };
	}
}

/** The day that some bodies aim for themselves, a fortnight before the deadline; a few have moved it. */
export function* aimingFor(
	{ assignment, calendar, timeline, shape }: Desk,
	due: PlainDate | null
): Generator<SampleStep> {
	const chance = chanceOf(`target/${assignment.reference}/${assignment.organisation}`);
	if (due === null || shape.outcome !== 'progressing' || timeline.closedOn) return;
	if (due <= calendar.today || !chance.happens(0.5)) return;
	const targetOn = addDays(due, -14);
	yield { act: 'target', targetOn: addDays(targetOn, -21), day: calendar.ago(120), by: 'lead' };
	if (!chance.happens(0.5)) return;
	yield { act: 'target', targetOn, reason: TARGET_MOVED, day: calendar.ago(30), by: 'lead' };
}

/** Whoever has reported complete asks for no more time. */
function isClaimed({ timeline }: Desk, day: PlainDate): boolean {
	const { firstClaim, claimedOn } = timeline;
	if (firstClaim && day >= firstClaim.claimedOn && day <= firstClaim.returnedOn) return true;
	return claimedOn !== null && day >= claimedOn;
}
