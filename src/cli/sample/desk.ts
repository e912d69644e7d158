import type { SampleCalendar } from './calendar.ts';
import type { Chance } from './random.ts';
import type { Shape } from './shape.ts';
import type { SampleAssignment } from './step.ts';
import type { Timeline } from './timeline.ts';
import type { Voice } from './voice.ts';

/** What the parts of one story are written with. */
export interface Desk {
	readonly assignment: SampleAssignment;
	readonly shape: Shape;
	readonly calendar: SampleCalendar;
	readonly chance: Chance;
	readonly voice: Voice;
	readonly timeline: Timeline;
}
