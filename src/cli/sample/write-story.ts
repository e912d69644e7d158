import { addDays, type PlainDate } from '#lib/domain/plain-date.ts';
import type { SampleCalendar } from './calendar.ts';
import { closing, confirming, returning } from './decisions.ts';
import { extensions, firstDeadline } from './deadlines.ts';
import { asking } from './exemptions.ts';
import { evidenceActs } from './evidence.ts';
import { aimingFor, askingForTime } from './extensions.ts';
import { partStatements } from './part-statements.ts';
import { postFor } from './posts.ts';
import type { Desk } from './desk.ts';
import { chanceOf, type Chance } from './random.ts';
import type { Shape } from './shape.ts';
import type { SampleAct, SampleActor, SampleAssignment, SampleStep, SampleStory } from './step.ts';
import { PARTLY_ACCEPTED, NOT_ACCEPTED, WAITING_ON_NCA, WITHDRAWN } from './texts/generic.ts';
import { timelineOf } from './timeline.ts';
import { monthlyUpdates } from './updates.ts';
import { voiceOf } from './voice.ts';

/** All that happens to one assignment, decided before any of it is done. The same for the same seed and day. */
export function writeStory(
	assignment: SampleAssignment,
	shape: Shape,
	calendar: SampleCalendar,
	seed: string
): SampleStory {
	const chance = chanceOf(`${seed}/${assignment.reference}/${assignment.organisation}`);
	const first = firstDeadline(assignment.number, calendar);
	const moves = first ? extensions(first.lastDay, shape.moved, calendar, chance) : [];
	const due = moves.at(-1)?.act.lastDay ?? first?.lastDay ?? null;
	const timeline = timelineOf(shape, due, calendar, chance);
	const voice = voiceOf(assignment, chance);
	const desk: Desk = { assignment, shape, calendar, chance, voice, timeline };

	const steps: SampleStep[] = [...opening(desk)];
	const inspector: SampleActor = chance.happens(0.5) ? 'inspector' : 'inspector2';
	const firstOn = calendar.ago(393 - assignment.number);
	if (first) {
		steps.push({ ...first, day: firstOn, by: inspector });
		const since = { day: firstOn, due: first.lastDay };
		steps.push(...askingForTime(desk, since, moves, inspector), ...aimingFor(desk, due));
	}
	steps.push(...monthlyUpdates(desk), ...partStatements(desk, seed));
	steps.push(...claiming(desk, inspector));
	// A stable sort: what happens on one day stays in the order in which it was written.
	return { assignment, steps: steps.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) };
}

/** An owner, and whether the recommendation is accepted. */
function* opening({ assignment, shape, calendar, chance }: Desk): Generator<SampleStep> {
	if (!shape.isWithoutOwner) {
		yield lead(calendar.ago(chance.between(365, 380)), { act: 'own', post: postFor(assignment) });
	}
	const acceptance = acceptanceOf(shape, chance);
	const isSaid = shape.outcome !== 'not-started' || chance.happens(0.6);
	if (isSaid && shape.outcome !== 'not-applicable') {
		yield lead(calendar.ago(chance.between(352, 364)), acceptance);
	}
}

function acceptanceOf({ outcome, acceptance }: Shape, chance: Chance): SampleAct {
	if (outcome === 'not-accepted') {
		return { act: 'accept', acceptance: 'not-accepted', reason: chance.pick(NOT_ACCEPTED) };
	}
	if (acceptance) return { act: 'accept', acceptance, reason: chance.pick(PARTLY_ACCEPTED) };
	return { act: 'accept', acceptance: 'accepted' };
}

/** Evidence, claims, what the inspectorate decides on them, and the ends that are none of these. */
function* claiming(desk: Desk, inspector: SampleActor): Generator<SampleStep> {
	const { timeline, shape, chance, voice, calendar } = desk;
	const { firstClaim, claimedOn, decidedOn, closedOn } = timeline;
	if (firstClaim) {
		yield* claim(desk, firstClaim.claimedOn);
		yield { ...returning(voice), day: firstClaim.returnedOn, by: inspector };
		const resumedOn = calendar.workingDay(addDays(firstClaim.returnedOn, chance.between(3, 9)));
		const narrative = voice.update('middle', resumedOn);
		yield lead(resumedOn, { act: 'update', narrative, confidence: 'feasible', move: 'resume' });
	}
	if (claimedOn) yield* claim(desk, claimedOn);
	if (decidedOn) {
		if (shape.outcome === 'returned') {
			yield { ...returning(voice), day: decidedOn, by: inspector };
		} else if (shape.outcome === 'withdrawn') {
			yield lead(decidedOn, {
				act: 'move',
				verb: 'withdraw-claim',
				reason: chance.pick(WITHDRAWN)
			});
		} else yield { ...confirming(chance), day: decidedOn, by: inspector };
	}
	yield* asking(desk, inspector);
	// What was asked for and agreed is closed by the answer.
	if (closedOn && !shape.exemption)
		yield { ...closing(shape, chance), day: closedOn, by: inspector };
	if (shape.waitsOnNca) yield waitOnNca(desk);
}

function* claim({ assignment, shape, voice, chance }: Desk, day: PlainDate): Generator<SampleStep> {
	for (const act of evidenceActs(assignment, voice, chance, shape.allEvidence ?? false)) {
		yield lead(day, act);
	}
	yield lead(day, { act: 'move', verb: 'report-complete', statement: voice.claim(day) });
}

function waitOnNca({ assignment, calendar, chance }: Desk): SampleStep {
	return lead(calendar.ago(chance.between(40, 110)), {
		act: 'wait',
		onReference: assignment.reference,
		onOrganisation: 'NCA',
		reason: chance.pick(WAITING_ON_NCA),
		reviewOn: addDays(calendar.today, chance.between(8, 45))
	});
}

function lead(day: PlainDate, act: SampleAct): SampleStep {
	return { ...act, day, by: 'lead' };
}
