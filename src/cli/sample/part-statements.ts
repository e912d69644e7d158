import { addDays, daysBetween, earlier, type PlainDate } from '#lib/domain/plain-date.ts';
import type { Desk } from './desk.ts';
import { chanceOf, type Chance } from './random.ts';
import type { SampleStep } from './step.ts';
import { MET_AGAIN, partTexts, TAKEN_BACK, type PartText } from './texts/parts.ts';

/**
 * What an owner says of the parts of a recommendation: all met before a claim, one of them taken back where
 * the claim did not hold, and some met where none was made. Chance of its own, so that it changes nothing else.
 */
export function partStatements(desk: Desk, seed: string): SampleStep[] {
	const { assignment, timeline } = desk;
	const parts = partTexts(assignment.number);
	const { startedOn, firstClaim, claimedOn } = timeline;
	if (parts.length === 0 || startedOn === null) return [];
	const chance = chanceOf(`${seed}/parts/${assignment.reference}/${assignment.organisation}`);
	const claim = firstClaim?.claimedOn ?? claimedOn;
	if (claim === null) {
		const until = earlier(timeline.silentFrom, timeline.closedOn ?? timeline.silentFrom);
		return met(desk, chance, parts.slice(0, chance.between(0, parts.length - 1)), startedOn, until);
	}
	return [...met(desk, chance, parts, startedOn, claim), ...afterClaim(desk, chance, parts)];
}

/** One after the other, from the day on which work began. */
function met(
	{ assignment, calendar }: Desk,
	chance: Chance,
	parts: readonly PartText[],
	from: PlainDate,
	until: PlainDate
): SampleStep[] {
	const pace = daysBetween(from, until) / (parts.length + 1);
	return parts.map(({ label, notes }, index) => ({
		...{ act: 'part', label, isMet: true, note: chance.pick(notes) },
		day: calendar.workingDay(addDays(from, Math.floor(pace * (index + 1)))),
		// In Kent the contributor says most of it, so that both can be seen at work.
		by: assignment.organisation === 'KENT' && index % 3 !== 0 ? 'contributor' : 'lead'
	}));
}

/** The claim that did not hold: the part that it failed on, taken back, and met again before the next claim. */
function afterClaim(
	{ timeline, shape, calendar }: Desk,
	chance: Chance,
	parts: readonly PartText[]
): SampleStep[] {
	const { label } = chance.pick(parts);
	const { firstClaim, claimedOn, decidedOn, closedOn } = timeline;
	const said = (isMet: boolean, day: PlainDate): SampleStep => ({
		...{ act: 'part', label, isMet, note: chance.pick(isMet ? MET_AGAIN : TAKEN_BACK) },
		...{ day, by: 'lead' }
	});
	const steps: SampleStep[] = [];
	if (firstClaim && claimedOn) {
		const { returnedOn } = firstClaim;
		const backOn = calendar.workingDay(addDays(returnedOn, chance.between(4, 9)));
		const againOn = calendar.workingDay(addDays(claimedOn, -chance.between(4, 9)));
		if (returnedOn < backOn && backOn < againOn)
			steps.push(said(false, backOn), said(true, againOn));
	}
	const fellOn =
		shape.outcome === 'withdrawn' ? decidedOn : shape.outcome === 'reopened' ? closedOn : null;
	if (fellOn !== null) {
		const backOn = calendar.workingDay(addDays(fellOn, chance.between(4, 9)));
		// The last working day may be the one on which it fell.
		if (fellOn < backOn) steps.push(said(false, backOn));
	}
	return steps;
}
