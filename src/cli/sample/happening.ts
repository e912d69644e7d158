import { toEpochDay, type PlainDate } from '#lib/domain/plain-date.ts';
import { atInstant, type App } from '#lib/server/app.ts';
import { chanceOf } from './random.ts';

/** Something that is done at an instant of the sample's past. */
export interface Happening {
	/** Epoch milliseconds. */
	readonly at: number;
	run(app: App): Promise<void>;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The instant: between 9 in the morning and 6 in the evening UTC, the same London day in winter and summer. */
export function instantOf(day: PlainDate, minuteOfDay: number): number {
	return toEpochDay(day) * DAY + (9 * 60 + (minuteOfDay % (9 * 60))) * MINUTE;
}

/** Where in its working day a story begins; what follows on the same day comes a few minutes later each. */
export function firstMinute(of: string): number {
	return chanceOf(of).between(0, 7 * 60);
}

/** Everything in the order of its instants, each with the clock set to its own. */
export async function bringAbout(
	app: App,
	happenings: readonly Happening[],
	onProgress: (done: number, all: number) => void
): Promise<void> {
	const ordered = happenings.toSorted((a, b) => a.at - b.at);
	for (const [index, happening] of ordered.entries()) {
		await happening.run(atInstant(app, happening.at));
		onProgress(index + 1, ordered.length);
	}
}
