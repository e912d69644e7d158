import type { ActionStep } from '#lib/domain/action.ts';
import type { Verb } from '#lib/domain/status.ts';

/** Every address of the service. `ref` is 'OIC-7', `code` an organisation's code, never the two joined. */
export const paths = {
	home: () => '/',
	recommendations: () => '/recommendations',
	recommendation: (ref: string) => join('recommendations', ref),
	/** How one recommendation stands, made to be printed on one sheet. */
	recommendationSheet: (ref: string) => join('recommendations', ref, 'sheet'),
	/** The same as a file. */
	recommendationSheetPdf: (ref: string) => join('recommendations', ref, 'sheet.pdf'),
	supersede: (ref: string) => join('recommendations', ref, 'supersede'),
	parts: (ref: string) => join('recommendations', ref, 'parts'),
	/** What good looks like, as the inspectorate writes it. */
	criteria: (ref: string) => join('recommendations', ref, 'criteria'),
	assignment: (ref: string, code: string) => join('recommendations', ref, code),
	updates: (ref: string, code: string) => join('recommendations', ref, code, 'updates'),
	/** The page of the list that the update stands on, at the update itself. */
	update: (ref: string, code: string, id: number) =>
		`${withQuery(paths.updates(ref, code), { update: id })}#update-${id}`,
	/** @param corrects the update that the new one corrects */
	newUpdate: (ref: string, code: string, corrects?: number): string =>
		withQuery(join('recommendations', ref, code, 'updates', 'new'), { corrects }),
	evidenceOf: (ref: string, code: string) => join('recommendations', ref, code, 'evidence'),
	/** The page of the list that the item stands on, at the item itself. @param id of one of its versions */
	evidenceItem: (ref: string, code: string, id: number) =>
		`${withQuery(paths.evidenceOf(ref, code), { item: id })}#evidence-${id}`,
	evidenceZip: (ref: string, code: string) => join('recommendations', ref, code, 'evidence', 'zip'),
	exemption: (ref: string, code: string) => join('recommendations', ref, code, 'exemption'),
	askExemption: (ref: string, code: string) =>
		join('recommendations', ref, code, 'exemption', 'ask'),
	decideExemption: (ref: string, code: string) =>
		join('recommendations', ref, code, 'exemption', 'decide'),
	withdrawExemption: (ref: string, code: string) =>
		join('recommendations', ref, code, 'exemption', 'withdraw'),
	/** Every request for more time and every move of the deadline. */
	extensions: (ref: string, code: string) => join('recommendations', ref, code, 'extensions'),
	askExtension: (ref: string, code: string) =>
		join('recommendations', ref, code, 'extensions', 'ask'),
	decideExtension: (ref: string, code: string) =>
		join('recommendations', ref, code, 'extensions', 'decide'),
	withdrawExtension: (ref: string, code: string) =>
		join('recommendations', ref, code, 'extensions', 'withdraw'),
	target: (ref: string, code: string) => join('recommendations', ref, code, 'target'),
	recommendationDeadline: (ref: string) => join('recommendations', ref, 'deadline'),
	conversation: (ref: string, code: string) => join('recommendations', ref, code, 'conversation'),
	/** The page of the conversation that the comment stands on, at the comment itself. */
	comment: (ref: string, code: string, id: number) =>
		`${withQuery(paths.conversation(ref, code), { comment: id })}#comment-${id}`,
	newComment: (ref: string, code: string) =>
		join('recommendations', ref, code, 'conversation', 'new'),
	newNote: (ref: string, code: string) =>
		join('recommendations', ref, code, 'conversation', 'notes', 'new'),
	newEvidence: (ref: string, code: string) => join('recommendations', ref, code, 'evidence', 'new'),
	move: (ref: string, code: string, verb: Verb) =>
		join('recommendations', ref, code, 'moves', verb),
	reportComplete: (ref: string, code: string) =>
		join('recommendations', ref, code, 'moves', 'report-complete'),
	/** Where an inspector decides the claim that waits. */
	review: (ref: string, code: string) => join('recommendations', ref, code, 'review'),
	countersign: (ref: string, code: string) =>
		join('recommendations', ref, code, 'review', 'countersign'),
	reviewer: (ref: string, code: string) => join('recommendations', ref, code, 'reviewer'),
	receipt: (key: string) => join('receipts', key),
	receiptContent: (key: string) => join('receipts', key, 'content.json'),
	receiptPdf: (key: string) => join('receipts', key, 'receipt.pdf'),
	acceptance: (ref: string, code: string) => join('recommendations', ref, code, 'acceptance'),
	owner: (ref: string, code: string) => join('recommendations', ref, code, 'owner'),
	waiting: (ref: string, code: string) => join('recommendations', ref, code, 'waiting'),
	/** The waits of other bodies for this assignment. */
	waitedFor: (ref: string, code: string) => join('recommendations', ref, code, 'waited-for'),
	/** @param byRef @param byCode the assignment that waits */
	answerWait: (ref: string, code: string, byRef: string, byCode: string) =>
		join('recommendations', ref, code, 'waited-for', byRef, byCode),
	deadline: (ref: string, code: string) => join('recommendations', ref, code, 'deadline'),
	recheck: (ref: string, code: string) => join('recommendations', ref, code, 'recheck'),
	assignmentParts: (ref: string, code: string) => join('recommendations', ref, code, 'parts'),
	plan: (ref: string, code: string) => join('recommendations', ref, code, 'plan'),
	newAction: (ref: string, code: string) => join('recommendations', ref, code, 'plan', 'new'),
	action: (ref: string, code: string, key: string) =>
		join('recommendations', ref, code, 'plan', key),
	actionStep: (ref: string, code: string, key: string, step: ActionStep) =>
		join('recommendations', ref, code, 'plan', key, step),
	posts: (code: string) => join('organisations', code, 'posts'),
	post: (code: string, id: number) => join('organisations', code, 'posts', String(id)),
	postHolder: (code: string, id: number) =>
		join('organisations', code, 'posts', String(id), 'holder'),
	postHandover: (code: string, id: number) =>
		join('organisations', code, 'posts', String(id), 'handover'),
	postReassign: (code: string, id: number) =>
		join('organisations', code, 'posts', String(id), 'reassign'),
	postBrief: (code: string, id: number) =>
		join('organisations', code, 'posts', String(id), 'brief'),
	/** The same as a file. */
	postBriefPdf: (code: string, id: number) =>
		join('organisations', code, 'posts', String(id), 'brief.pdf'),
	/** How one body stands, on one sheet. */
	organisationSheet: (code: string) => join('organisations', code, 'sheet.pdf'),
	organisationPlan: (code: string) => join('organisations', code, 'plan'),
	evidence: (key: string) => join('evidence', key),
	withdrawEvidence: (key: string) => join('evidence', key, 'withdraw'),
	/** Where a day is chosen. @param page the page to see as it was then @param day one that was refused */
	asAt: (page?: string, day?: string) => withQuery('/as-at', { page, day }),
	/** @param inspection its code, where it is not the latest */
	periods: (inspection?: string) => withQuery('/periods', { inspection }),
	period: (id: number) => join('periods', String(id)),
	closePeriod: (id: number) => join('periods', String(id), 'close'),
	openPeriod: (inspection: string) => withQuery('/periods/open', { inspection }),
	rhythm: (inspection: string) => withQuery('/periods/rhythm', { inspection }),
	section55: (inspection?: string) => withQuery('/section-55', { inspection }),
	section55Late: (inspection: string) => withQuery('/section-55/late', { inspection }),
	/** @param code of the force that the local policing body answers for */
	section55Of: (code: string, inspection?: string) =>
		withQuery(join('section-55', code), { inspection }),
	recordSection55: (code: string, inspection: string) =>
		withQuery(join('section-55', code, 'record'), { inspection }),
	organisationReporting: (code: string) => join('organisations', code, 'reporting'),
	/** What an inspection comes to, narrowed as its reader likes. */
	dashboard: () => '/dashboard',
	/** The filters that somebody keeps under a name. @param change the key of one to rename or end */
	views: (change?: string) => withQuery('/views', { change }),
	/** @param query of the page, without its question mark */
	newView: (page: string, query: string) => withQuery('/views/new', { page, query }),
	view: (key: string) => join('views', key),
	assignments: () => '/assignments',
	/** Recommendations by bodies. */
	matrix: () => '/matrix',
	/** All of its sheets at once, for paper. */
	matrixPaper: () => '/matrix/paper',
	organisations: () => '/organisations',
	organisation: (code: string) => join('organisations', code),
	/** A body's workbook, to be filled in away from the service. @param format 'xlsx' or 'ods' */
	workbookOf: (code: string, format: string, inspection: string) =>
		withQuery(`${join('organisations', code, 'workbook')}.${format}`, { inspection }),
	workbooks: () => '/workbooks',
	workbook: (key: string) => join('workbooks', key),
	severalUpdates: (code: string) => join('organisations', code, 'updates', 'new'),
	reviews: () => '/reviews',
	/** Confirmed assignments that are looked at again. */
	rechecks: () => '/rechecks',
	/** Official wording that was loaded. */
	wordingLoads: () => '/wording',
	newWordingLoad: (inspection?: string) => withQuery('/wording/new', { inspection }),
	wordingLoad: (key: string) => join('wording', key),
	/** @param position of the item in the source, from 1 */
	wordingItem: (key: string, position: number) => join('wording', key, String(position)),
	acceptWording: (key: string) => join('wording', key, 'accept'),
	sendWordingBack: (key: string) => join('wording', key, 'send-back'),
	offerWording: (key: string) => join('wording', key, 'offer'),
	putWordingAside: (key: string) => join('wording', key, 'put-aside'),
	addresseePhrases: () => '/wording/addressees',
	addresseePhrase: (phrase?: string) => withQuery('/wording/addressees/phrase', { phrase }),
	samples: () => '/samples',
	newSample: () => '/samples/new',
	sample: (key: string) => join('samples', key),
	samplePrint: (key: string) => join('samples', key, 'print'),
	/** @param position of the claim in the sample, from 1 */
	sampleItem: (key: string, position: number) => join('samples', key, String(position)),
	summary: () => '/summary',
	boardPacks: () => '/board-packs',
	/** @param organisation the body that it is of; none for the whole inspection */
	newBoardPack: (organisation?: string) => withQuery('/board-packs/new', { organisation }),
	boardPack: (key: string) => join('board-packs', key),
	changeBoardPack: (key: string) => join('board-packs', key, 'change'),
	/** What the pack says of one of its exceptions. */
	commentOnException: (key: string, ref: string, code: string) =>
		join('board-packs', key, 'comments', ref, code),
	dropBoardPack: (key: string) => join('board-packs', key, 'drop'),
	issueBoardPack: (key: string) => join('board-packs', key, 'issue'),
	/** Made to be printed: the preview of a draft, or what was issued. */
	boardPackPrint: (key: string) => join('board-packs', key, 'print'),
	boardPackPdf: (key: string) => join('board-packs', key, 'pdf'),
	boardPackWord: (key: string) => join('board-packs', key, 'docx'),
	/** @param place of the chart among those of the pack, from 1 */
	boardPackChart: (key: string, place: number) =>
		`${join('board-packs', key, 'charts', String(place))}.svg`,
	/** Is a paper genuine? Open to everybody. */
	verify: (code?: string) => withQuery('/verify', { code }),
	/** What does not fit together in the register. */
	quality: () => '/quality',
	/** What is another at the end of one day than at the end of an earlier one. */
	compare: () => '/compare',
	comparedChanges: () => '/compare/changes.csv',
	/** What came and went between two days. */
	movement: () => '/movement',
	/** A list, whole, as a file; goes on with the list's own query. */
	exportOf: (list: string, format: string) => `${join('exports', list)}.${format}`,
	chartPicture: (name: string) => `${join('charts', name)}.svg`,
	chartFigures: (name: string) => `${join('charts', name)}.csv`,
	administration: () => '/administration',
	newInspection: () => '/administration/inspections/new',
	inspectionSettings: (code: string) => join('administration', 'inspections', code),
	changeInspection: (code: string) => join('administration', 'inspections', code, 'change'),
	setInspection: (code: string) => join('administration', 'inspections', code, 'settings'),
	newRecommendation: (code: string) => join('administration', 'inspections', code, 'new'),
	recommendationSettings: (ref: string) => join('administration', 'recommendations', ref),
	changeRecommendation: (ref: string) => join('administration', 'recommendations', ref, 'change'),
	writeSummary: (ref: string) => join('administration', 'recommendations', ref, 'summary'),
	allocate: (ref: string) => join('administration', 'recommendations', ref, 'new'),
	withdrawAllocation: (ref: string, code: string) =>
		join('administration', 'recommendations', ref, code, 'withdraw'),
	changeCapacity: (ref: string, code: string) =>
		join('administration', 'recommendations', ref, code, 'part'),
	allOrganisations: () => '/administration/organisations',
	newOrganisation: () => '/administration/organisations/new',
	organisationSettings: (code: string) => join('administration', 'organisations', code),
	changeOrganisation: (code: string) => join('administration', 'organisations', code, 'change'),
	endOrganisation: (code: string) => join('administration', 'organisations', code, 'end'),
	people: () => '/people',
	person: (id: number) => join('people', String(id)),
	invite: () => '/people/invite',
	deactivate: (id: number) => join('people', String(id), 'deactivate'),
	outbox: () => '/people/outbox',
	/** What holds the words `q`; of one `kind`, of one `inspection`. */
	search: () => '/search',
	audit: () => '/audit',
	account: () => '/account',
	tokens: () => '/account/tokens',
	newToken: () => '/account/tokens/new',
	tokensOf: (id: number) => join('people', String(id), 'tokens'),
	calendarFeed: (token: string) => `${join('calendar', token)}.ics`,
	openApi: () => '/api/v1/openapi.json',
	signIn: (next?: string) => withQuery('/sign-in', { next }),
	/** Where a form goes whose sender has to sign in first; the page there gives it back afterwards. */
	signInHolding: (to: string) => `/sign-in?/hold&to=${encodeURIComponent(to)}`,
	signOut: () => '/sign-out',
	invitation: (token: string) => join('invitation', token),
	reset: (token?: string) => (token === undefined ? '/reset' : join('reset', token)),
	health: () => '/health',
	accessibility: () => '/accessibility'
} as const;

export type QueryValue = string | number | null | undefined | readonly (string | number)[];

/**
 * A path with its query. Leaves out what is empty and sorts by name, so that one view has one address.
 */
export function withQuery(path: string, params: Readonly<Record<string, QueryValue>>): string {
	const pairs: string[] = [];
	for (const name of Object.keys(params).sort()) {
		for (const value of [params[name] ?? ''].flat()) {
			if (value !== '') pairs.push(pairOf(name, String(value)));
		}
	}
	return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/** The same address with these parameters in place of its own of that name. */
export function narrowed(href: string, params: Readonly<Record<string, QueryValue>>): string {
	const [path = '', query = ''] = href.split('?');
	const own: Record<string, string[]> = {};
	for (const [name, value] of new URLSearchParams(query)) (own[name] ??= []).push(value);
	return withQuery(path, { ...own, ...params });
}

/** What needs no escaping, which is most of a list with hundreds of links, is not parsed to find that out. */
function pairOf(name: string, value: string): string {
	if (/^[\w.*-]*$/.test(name + value)) return `${name}=${value}`;
	return new URLSearchParams([[name, value]]).toString();
}

function join(...segments: readonly string[]): string {
	return segments.map((segment) => `/${encodeURIComponent(segment)}`).join('');
}
