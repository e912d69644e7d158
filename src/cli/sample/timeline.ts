import { addDays, later, type PlainDate } from '#lib/domain/plain-date.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Chance } from './random.ts';
import type { Shape } from './shape.ts';

/** When the turning points of one story fall. Null for those that it has not. */
export interface Timeline {
	readonly startedOn: PlainDate | null;
	/** The claim that was returned, and the return, before `claimedOn`. */
	readonly firstClaim: { readonly claimedOn: PlainDate; readonly returnedOn: PlainDate } | null;
	readonly claimedOn: PlainDate | null;
	/** What followed the claim: a confirmation, a return, a withdrawal. */
	readonly decidedOn: PlainDate | null;
	/** Reopened, or closed in another way. */
	readonly closedOn: PlainDate | null;
	/** No update is given after it. */
	readonly silentFrom: PlainDate;
}

/** @param due the deadline in force; a claim is made before it where it has passed */
export function timelineOf(
	shape: Shape,
	due: PlainDate | null,
	calendar: SampleCalendar,
	chance: Chance
): Timeline {
	const { today, ago, workingDay } = calendar;
	const after = (day: PlainDate, least: number, most: number) =>
		workingDay(addDays(day, chance.between(least, most)));
	const decidedOn = (claimedOn: PlainDate) => after(claimedOn, 8, 30);
	const none = { firstClaim: null, claimedOn: null, decidedOn: null, closedOn: null };
	const early = ago(chance.between(220, 350));

	switch (shape.outcome) {
		case 'not-started':
			return { ...none, startedOn: null, silentFrom: ago(chance.between(60, 200)) };
		case 'progressing':
			return { ...none, startedOn: ago(chance.between(150, 350)), silentFrom: today };
		case 'silent':
			return { ...none, startedOn: early, silentFrom: ago(chance.between(78, 160)) };
		case 'not-applicable':
		case 'not-accepted':
		case 'no-further-action': {
			const closedOn = ago(chance.between(40, 260));
			const startedOn =
				shape.outcome === 'no-further-action' ? ago(chance.between(280, 350)) : null;
			return { ...none, startedOn, closedOn, silentFrom: closedOn };
		}
	}

	const claimedOn = lastClaim(shape, due, calendar, chance);
	const firstClaim = shape.isSecondClaim ? returnBefore(claimedOn, calendar, chance) : null;
	const begun = firstClaim?.claimedOn ?? claimedOn;
	const startedOn = later(ago(350), workingDay(addDays(begun, -chance.between(80, 210))));
	const claim = { startedOn, firstClaim, claimedOn, closedOn: null };
	switch (shape.outcome) {
		case 'claimed':
			return { ...claim, decidedOn: null, silentFrom: claimedOn };
		case 'confirmed':
			return { ...claim, decidedOn: decidedOn(claimedOn), silentFrom: claimedOn };
		case 'returned':
			return { ...claim, decidedOn: decidedOn(claimedOn), silentFrom: claimedOn };
		case 'withdrawn':
			return { ...claim, decidedOn: after(claimedOn, 4, 15), silentFrom: today };
		case 'reopened': {
			const confirmedOn = decidedOn(claimedOn);
			const closedOn = after(confirmedOn, 50, 90);
			return { ...claim, decidedOn: confirmedOn, closedOn, silentFrom: today };
		}
	}
}

function lastClaim(
	{ outcome, claimedAgo, moved, isSecondClaim, isSteady }: Shape,
	due: PlainDate | null,
	{ today, ago, workingDay }: SampleCalendar,
	chance: Chance
): PlainDate {
	const isPast = due !== null && due < today && !moved;
	if (outcome === 'reopened') return ago(chance.between(160, 230));
	// Sooner rather than later: the fewer are left, the fewer are confirmed.
	if (isSteady) return ago(Math.max(chance.between(-250, 330), chance.between(35, 330)));
	if (outcome === 'confirmed' || (isPast && outcome === 'claimed')) {
		// Before its deadline, where that has passed: more in the last weeks than early on.
		const last = isPast ? due : addDays(today, outcome === 'confirmed' ? -30 : -3);
		const reach = outcome !== 'confirmed' ? 20 : isSecondClaim ? 60 : 170;
		const days = Math.min(chance.between(1, reach), chance.between(1, reach));
		return workingDay(addDays(last, -days));
	}
	if (claimedAgo) return ago(chance.between(...claimedAgo));
	return outcome === 'claimed' ? ago(chance.between(2, 26)) : ago(chance.between(32, 58));
}

/** An earlier claim, and its return in time for the owner to mend what was missing. */
function returnBefore(claimedOn: PlainDate, { workingDay }: SampleCalendar, chance: Chance) {
	const returnedOn = workingDay(addDays(claimedOn, -chance.between(35, 60)));
	return { claimedOn: workingDay(addDays(returnedOn, -chance.between(10, 28))), returnedOn };
}
