import { addDays } from '#lib/domain/plain-date.ts';
import type { App } from '#lib/server/app.ts';
import { issueBoardPack } from '#lib/server/exchange/board-pack.ts';
import { readPackExceptions } from '#lib/server/reads/pack-exceptions.ts';
import { readPack } from '#lib/server/reads/board-packs.ts';
import { commentOnException, preparePack } from '#lib/server/services/board-packs.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { instantOf, type Happening } from './happening.ts';

const MEETING = 'Strategic Oversight Board';
const ASKS = [
	'Note what has been confirmed since the last meeting, and by whom.',
	'Agree that every assignment without an owner has one before the next meeting.'
].join('\n\n');
const COMMENTARY =
	'The lead has written to the chief officer and expects an answer before the next meeting.';

/** Days before the last one of the sample on which a national pack is issued, and another begun. */
const ISSUED = 45;
const BEGUN = 2;
const MEETING_AFTER = 9;

/** One national pack that a board was given, and the draft of the next. */
export function givingPacks(calendar: SampleCalendar, cast: Cast): Happening[] {
	const inspector = cast.actor('inspector', '');
	const prepare = (app: App, ago: number, name: string) =>
		preparePack(app, inspector, {
			...{ meeting: MEETING, meetingOn: addDays(calendar.ago(ago), MEETING_AFTER), asks: ASKS },
			...{ asAt: calendar.ago(ago + 1), purpose: 'decision', marking: 'official' },
			submissionKey: `sample-pack-prepare-${name}`
		});
	const givePack = async (app: App) => {
		const key = await prepare(app, ISSUED, 'first');
		const { pack } = await readPack(app, inspector, key);
		const [group] = await readPackExceptions(app, inspector, pack);
		const first = group?.rows[0];
		if (first) {
			const about = { reference: first.reference, organisation: first.organisationCode };
			const stamp = { version: 1, submissionKey: 'sample-pack-comment' };
			await commentOnException(app, inspector, key, about, { ...stamp, text: COMMENTARY });
		}
		const { version } = (await readPack(app, inspector, key)).pack;
		await issueBoardPack(app, inspector, key, { version, submissionKey: 'sample-pack-issue' });
	};
	const beginNext = async (app: App) => {
		await prepare(app, BEGUN, 'second');
	};
	return [
		{ at: instantOf(calendar.ago(ISSUED), 400), run: givePack },
		{ at: instantOf(calendar.ago(BEGUN), 400), run: beginNext }
	];
}
