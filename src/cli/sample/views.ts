import type { App } from '#lib/server/app.ts';
import { canonicalQuery } from '#lib/forms/saved-view.ts';
import { saveView } from '#lib/server/services/saved-views.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { instantOf, type Happening } from './happening.ts';

const VIEWS = [
	['inspector', 'dashboard', 'South East forces', 'region=South East&kind=police-force'],
	['inspector', 'assignments', 'Overdue, oldest first', 'timeliness=overdue&sort=due'],
	[
		'inspector',
		'assignments',
		'Silent bodies',
		'freshness=not-reported&column=standing&column=reported'
	],
	['board', 'dashboard', 'National bodies', 'kind=national-agency&kind=command']
] as const;

/** Filters that an inspector and a board member look at again and again. */
export function keepingViews(calendar: SampleCalendar, cast: Cast): Happening[] {
	return VIEWS.map(([who, page, name, text], index) => ({
		at: instantOf(calendar.ago(20), 300 + index),
		async run(app: App) {
			const query = canonicalQuery(page, text);
			if (query === null) throw new Error(`The page ${page} does not read ${text}`);
			const submissionKey = `sample-view-${index}`;
			await saveView(app, cast.actor(who, ''), { page, name, query, submissionKey });
		}
	}));
}
