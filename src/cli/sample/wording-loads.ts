import type { InspectionFacts } from '#lib/domain/inspection.ts';
import { addDays } from '#lib/domain/plain-date.ts';
import type { App } from '#lib/server/app.ts';
import { loadWording } from '#lib/server/services/wording-loads.ts';
import { sendBack } from '#lib/server/services/wording-turns.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { instantOf, type Happening } from './happening.ts';

/** Words of no report: each shows one way in which a deadline is worded. */
const WAITING = [
	'Recommendation 1',
	'By 30 September 2027, all forces should make sure:',
	'(a) that an invented first part is done by 31 March 2027; and',
	'(b) that an invented second part is done.',
	'Recommendation 2',
	'With immediate effect, the National Crime Agency should begin something invented.',
	'Recommendation 3',
	'Within six months, those forces using an invented procedure should review it.'
].join('\n');

const RETURNED = [
	'Recommendation 1',
	'By March 2027, chief constables should keep invented records.',
	'Recommendation 2',
	'In good time, coastal forces should sample them.'
].join('\n');

const BACK =
	'Recommendation 2 names a day in the printed report, which is missing here, and “coastal forces” are not mapped to anybody. Please compare page 14.';

/** Wording of an invented report that waits for its second checker, and of another that was sent back to its loader. */
export function loadingWording(calendar: SampleCalendar, cast: Cast): Happening[] {
	const admin = cast.actor('admin', '');
	const inspector = cast.actor('inspector', '');
	const load = (app: App, code: string, ago: number, sourceText: string) => {
		const inspection = reportOf(code, calendar, ago);
		const { title: source, url: sourceUrl } = inspection;
		const retrievedOn = calendar.ago(ago);
		const about = { inspection, source, sourceUrl, retrievedOn, sourceText };
		return loadWording(app, code === 'EXA' ? admin : inspector, {
			...{ ...about, submissionKey: `sample-wording-${code}` }
		});
	};
	return [
		{
			at: instantOf(calendar.ago(9), 300),
			async run(app) {
				const key = await load(app, 'EXB', 9, RETURNED);
				const stamp = { version: 1, submissionKey: 'sample-wording-back' };
				await sendBack(app, cast.actor('inspector2', ''), key, { ...stamp, reason: BACK });
			}
		},
		{
			at: instantOf(calendar.ago(3), 300),
			async run(app) {
				await load(app, 'EXA', 3, WAITING);
			}
		}
	];
}

function reportOf(code: string, calendar: SampleCalendar, ago: number): InspectionFacts {
	return {
		...{ code, title: `Example report ${code} (invented for this sample)` },
		...{ inspectorate: 'HMICFRS', publishedOn: addDays(calendar.ago(ago), -20) },
		...{ url: `https://example.org/${code}`, licence: 'Open Government Licence v3.0' }
	};
}
