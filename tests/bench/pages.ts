import { ALL_INSPECTIONS } from '#lib/domain/matrix.ts';
import { paths, withQuery } from '#lib/wording/paths.ts';
import { BUDGETS } from './budgets.ts';
import type { Cast, Signature } from './cast.ts';

export interface Page {
	readonly name: string;
	/** Who asks, in a word. */
	readonly as: string;
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	/** Milliseconds for a page that draws what no other does; `pageP50` and `pageP95` otherwise. */
	readonly budget?: number;
}

/** Every page of the service, each as somebody who works with it; some with what makes them slow. */
export function pagesOf(cast: Cast): Page[] {
	const inspector = by('inspector', cast.inspector);
	const lead = by('lead', cast.lead);
	const contributor = by('contributor', cast.contributor);
	const observer = by('observer', cast.observer);
	const administrator = by('administrator', cast.administrator);
	const list = (query: Record<string, string | number>) => withQuery(paths.assignments(), query);
	return [
		inspector('overview', paths.home()),
		lead('overview', paths.home()),
		contributor('recommendations', paths.recommendations()),
		inspector('criteria', paths.criteria(cast.recommendation)),
		observer('one recommendation, 60 bodies', paths.recommendation(cast.recommendation)),
		inspector('sheet of a recommendation', paths.recommendationSheet(cast.recommendation)),
		inspector(
			'one recommendation, filtered',
			withQuery(paths.recommendation(cast.recommendation), {
				status: 'in-progress',
				timeliness: 'overdue'
			})
		),
		inspector('dashboard', paths.dashboard()),
		inspector(
			'dashboard, of a region and a kind',
			withQuery(paths.dashboard(), { region: 'London', kind: 'police-force' })
		),
		inspector('dashboard, as at a day', withQuery(paths.dashboard(), { 'as-at': A_DAY })),
		lead('dashboard of one body', paths.dashboard()),
		{ ...inspector('matrix, 60 by 30', paths.matrix()), budget: BUDGETS.matrix },
		{
			...inspector('matrix, 60 by 600', withQuery(paths.matrix(), { inspection: ALL_INSPECTIONS })),
			budget: BUDGETS.matrix
		},
		lead('matrix of one body', paths.matrix()),
		inspector('two days compared', withQuery(paths.compare(), { from: A_DAY })),
		lead('two days of one body compared', paths.compare()),
		inspector('assignments', paths.assignments()),
		inspector('assignments, last page', list({ page: 36 })),
		inspector('assignments, by deadline', list({ sort: 'due', order: 'descending' })),
		inspector('assignments, overdue and moved', list({ timeliness: 'overdue', only: 'moved' })),
		inspector('assignments, waiting', list({ only: 'waiting' })),
		inspector('assignments, as at a day', list({ 'as-at': A_DAY })),
		inspector('assignments, overdue as at a day', list({ 'as-at': A_DAY, timeliness: 'overdue' })),
		lead('assignments of one body', paths.assignments()),
		lead('an assignment', cast.ordinary.path),
		inspector('the longest history', cast.busiest.path),
		inspector('an assignment as at a day', withQuery(cast.busiest.path, { 'as-at': A_DAY })),
		lead('a form', `${cast.ordinary.path}/updates/new`),
		lead('updates', `${cast.ordinary.path}/updates`),
		inspector('updates, the longest history', `${cast.busiest.path}/updates`),
		lead('evidence', `${cast.ordinary.path}/evidence`),
		lead('plan', `${cast.ordinary.path}/plan`),
		lead('an action', `${cast.ordinary.path}/plan/${cast.action}`),
		lead('conversation', `${cast.ordinary.path}/conversation`),
		contributor('parts', `${cast.inParts}/parts`),
		lead('report complete, in parts', `${cast.inParts}/moves/report-complete`),
		inspector('deadline ledger', `${cast.busiest.path}/extensions`),
		inspector(
			'deadline of a recommendation',
			`${paths.recommendation(cast.recommendation)}/deadline`
		),
		lead('ask for more time', `${cast.ordinary.path}/extensions/ask`),
		lead('target date', `${cast.ordinary.path}/target`),
		lead('owner', `${cast.ordinary.path}/owner`),
		lead('waiting', `${cast.ordinary.path}/waiting`),
		observer('organisations', paths.organisations()),
		lead('one organisation', paths.organisation(cast.body)),
		lead('plan of an organisation', paths.organisationPlan(cast.body)),
		lead('several updates', paths.severalUpdates(cast.body)),
		lead('posts', paths.posts(cast.body)),
		inspector('section 55 responses', paths.section55()),
		inspector('a section 55 response', paths.section55Of(cast.body)),
		inspector('reporting periods', paths.periods()),
		inspector('a reporting period', paths.period(cast.period)),
		lead('reporting of an organisation', paths.organisationReporting(cast.body)),
		lead('a post', paths.post(cast.body, cast.post)),
		lead('handover brief', paths.postBrief(cast.body, cast.post)),
		lead('reassign a post', paths.postReassign(cast.body, cast.post)),
		inspector('reviews', paths.reviews()),
		inspector('re-checks', paths.rechecks()),
		inspector('quality checks', paths.quality()),
		inspector(
			'reviews, riskiest first, taken by nobody',
			withQuery(paths.reviews(), { reviewer: 'nobody', sort: 'risk' })
		),
		inspector('decide a claim', `${cast.claimed}/review`),
		inspector('who reviews a claim', `${cast.claimed}/reviewer`),
		inspector('official wording', paths.wordingLoads()),
		inspector('load official wording', paths.newWordingLoad()),
		inspector('wording of thirty recommendations', paths.wordingLoad(cast.keys.wording)),
		inspector('a wording to correct', paths.wordingItem(cast.keys.wording, 7)),
		inspector('what accepting wording does', paths.acceptWording(cast.keys.wording)),
		inspector('addressees', paths.addresseePhrases()),
		inspector('tokens', paths.tokens()),
		lead('workbooks', paths.workbooks()),
		lead('a workbook that came back', paths.workbook(cast.keys.workbook)),
		inspector('samples', paths.samples()),
		inspector('a sample', paths.sample(cast.keys.sample)),
		inspector('board packs', paths.boardPacks()),
		inspector('a board pack', paths.boardPack(cast.keys.pack)),
		inspector('prepare a board pack', paths.newBoardPack()),
		inspector('a sample, before it is drawn', withQuery(paths.newSample(), { size: 59 })),
		inspector('search', withQuery(paths.search(), { q: 'guidance on first reports' })),
		inspector('search, a common word', withQuery(paths.search(), { q: 'protocol' })),
		inspector(
			'search, all of a kind',
			withQuery(paths.search(), { q: 'minutes', kind: 'evidence' })
		),
		lead('search of one body', withQuery(paths.search(), { q: 'peer review' })),
		lead('search, mistyped', withQuery(paths.search(), { q: 'polise forze' })),
		inspector('audit trail', paths.audit()),
		inspector(
			'audit trail of one assignment',
			withQuery(paths.audit(), { assignment: cast.busiest.reference })
		),
		observer('summary', paths.summary()),
		observer('summary as at a day', withQuery(paths.summary(), { 'as-at': A_DAY })),
		inspector('movement', withQuery(paths.movement(), { from: A_DAY, flow: 'confirmed' })),
		lead('summary of one body', paths.summary()),
		observer('a chart', paths.chartPicture('status-by-recommendation')),
		administrator('people', paths.people()),
		administrator('administration', paths.administration()),
		administrator(
			'whom a recommendation falls to',
			paths.recommendationSettings(cast.recommendation)
		),
		administrator('organisations, to be changed', paths.allOrganisations()),
		administrator(
			'the end of a body',
			withQuery(paths.endOrganisation(cast.body), { successor: '' })
		),
		...['inspections', 'recommendations', 'organisations', 'assignments', 'counts'].map(
			(name): Page => ({
				...{ name: `${name}, for programs`, as: 'program', path: `/api/v1/${name}` },
				headers: cast.program
			})
		),
		{ name: 'calendar', as: 'calendar', path: `/calendar/${cast.calendar}.ics`, headers: {} },
		{ name: 'sign in', as: 'nobody', path: paths.signIn(), headers: HTML }
	];
}

/** Some months before the last day of the built register. */
const A_DAY = '2025-11-03';

const HTML = { accept: 'text/html' };

function by(as: string, who: Signature) {
	return (name: string, path: string): Page => ({
		name,
		as,
		path,
		headers: { ...HTML, ...who }
	});
}
