import type { OrganisationKind } from '#lib/domain/organisation.ts';
import { seenText } from '#lib/domain/seen.ts';
import { findInspection, inspectionFacts } from '#lib/server/db/queries/administered.ts';
import { setCriteria } from '#lib/server/services/criteria.ts';
import { setInspection } from '#lib/server/services/inspection-changes.ts';
import { supersede } from '#lib/server/services/supersession.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { instantOf, type Happening } from './happening.ts';
import { postFor } from './posts.ts';
import { RECHECK_MONTHS } from './rechecks.ts';
import type { SampleAct, SampleActor, SampleStep, SampleStory } from './step.ts';
import {
	EARLIER_CLAIM,
	EARLIER_CONFIRMED,
	EARLIER_CRITERIA,
	EARLIER_RETURNED,
	EARLIER_UPDATE,
	NOT_AGREED,
	SUPERSEDED
} from './texts/earlier-inspection.ts';

/** One step of a story: what, by whom, and how many days of the story ago. */
type Told = readonly [ago: number, by: SampleActor, act: SampleAct];

const KINDS: Readonly<Record<string, OrganisationKind>> = {
	NCA: 'national-agency',
	BSC: 'command',
	HOIE: 'home-office',
	BF: 'home-office'
};

const begun: readonly Told[] = [
	[370, 'lead', { act: 'accept', acceptance: 'accepted' }],
	[300, 'lead', { act: 'update', narrative: EARLIER_UPDATE, move: 'start' }]
];

/** What each body has come to: claims that two inspectors decide, and what a later recommendation replaces. */
const STORIES: Readonly<Record<string, readonly Told[]>> = {
	'PRE-1/NCA': [...begun, ...claimed(14), reviewed(6, 'inspector2')],
	'PRE-1/BSC': [...begun, ...claimed(18), reviewed(5, 'inspector', 'return')],
	'PRE-1/HOIE': [
		...[...begun, ...claimed(25), reviewed(15, 'inspector2')],
		[12, 'inspector', { act: 'countersign', answer: 'disagree', reason: NOT_AGREED }]
	],
	'PRE-1/BF': [...begun, ...confirmed(62)],
	'PRE-2/NCA': begun,
	'PRE-2/BSC': [...begun, ...confirmed(150)],
	'PRE-2/HOIE': []
};

/** The stories of the invented earlier inspection. */
export function earlierStories({ ago }: SampleCalendar): SampleStory[] {
	return Object.entries(STORIES).map(([name, told]) => {
		const [reference = '', organisation = ''] = name.split('/');
		const kind = KINDS[organisation] ?? 'national-body';
		const number = Number(reference.split('-')[1]);
		const assignment = { reference, number, organisation, kind, country: null };
		const owned: Told = [375, 'lead', { act: 'own', post: postFor(assignment) }];
		const steps = [owned, ...told].map(([days, by, act]): SampleStep => ({
			...act,
			day: ago(days),
			by
		}));
		return { assignment, steps };
	});
}

/** How claims of both inspections are decided, what good looks like, and what is superseded in the end. */
export function settingInspections(
	inspection: string,
	{ ago }: SampleCalendar,
	cast: Cast
): Happening[] {
	const inspector = cast.actor('inspector', '');
	const set = (code: string, isCountersigned: boolean, recheckMonths: number): Happening => ({
		at: instantOf(ago(391), code.charCodeAt(0)),
		async run(app) {
			const seen = seenText(inspectionFacts(await findInspection(app.db.read, code)));
			const submissionKey = `sample-settings-${code}`;
			const settings = { isCountersigned, recheckMonths, seen, submissionKey };
			await setInspection(app, inspector, code, settings);
		}
	});
	const written = Object.entries(EARLIER_CRITERIA).map(
		([reference, criteria], index): Happening => ({
			at: instantOf(ago(390), 200 + index),
			async run(app) {
				const submissionKey = `sample-criteria-${reference}`;
				await setCriteria(app, inspector, reference, { criteria, version: 0, submissionKey });
			}
		})
	);
	const superseding: Happening = {
		at: instantOf(ago(90), 240),
		run: (app) =>
			supersede(app, inspector, 'PRE-2', {
				...{ by: `${inspection}-1`, reason: SUPERSEDED },
				submissionKey: 'sample-supersede-PRE-2'
			})
	};
	return [set(inspection, false, RECHECK_MONTHS), set('PRE', true, 12), ...written, superseding];
}

function* claimed(ago: number): Generator<Told> {
	const evidence = {
		...{ title: 'Log of the tests', shows: 'Who was called, when, and who answered.' },
		marking: 'official'
	} as const;
	yield [ago, 'lead', { act: 'file', format: 'pdf', ...evidence }];
	yield [ago, 'lead', { act: 'move', verb: 'report-complete', statement: EARLIER_CLAIM }];
}

function reviewed(
	ago: number,
	by: 'inspector' | 'inspector2',
	verb: 'confirm' | 'return' = 'confirm'
): Told {
	if (verb === 'return') return [ago, by, { act: 'move', verb, reason: EARLIER_RETURNED }];
	return [ago, by, { act: 'move', verb, basis: 'desk-review', reason: EARLIER_CONFIRMED }];
}

function* confirmed(ago: number): Generator<Told> {
	yield* claimed(ago + 20);
	yield reviewed(ago + 8, 'inspector');
	yield [ago, 'inspector2', { act: 'countersign', answer: 'agree' }];
}
