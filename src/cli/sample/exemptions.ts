import { addDays } from '#lib/domain/plain-date.ts';
import type { Desk } from './desk.ts';
import type { SampleActor, SampleStep } from './step.ts';
import { EXEMPTIONS } from './texts/exemptions.ts';

/** A body asks for its assignment to be not applicable, and mostly gets an answer. */
export function* asking(
	{ shape, calendar, timeline }: Desk,
	inspector: SampleActor
): Generator<SampleStep> {
	const { exemption } = shape;
	if (!exemption) return;
	const { asked, answer } = EXEMPTIONS[exemption];
	const askedOn =
		exemption === 'agreed' && timeline.closedOn
			? calendar.workingDay(addDays(timeline.closedOn, -11))
			: calendar.ago(exemption === 'asked' ? 9 : 75);
	const answeredOn = exemption === 'agreed' ? timeline.closedOn : calendar.ago(61);
	yield { act: 'ask-exemption', reason: asked, day: askedOn, by: 'lead' };
	if (!answer || !answeredOn) return;
	yield { act: 'decide-exemption', ...answer, day: answeredOn, by: inspector };
}
