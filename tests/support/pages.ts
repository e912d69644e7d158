import type { Needs } from './ways-in.ts';
import type { Action } from '#lib/domain/policy.ts';
import { packPages } from './board-pack-pages.ts';
import { isVerdict } from '#lib/domain/review.ts';
import { VERBS } from '#lib/domain/status.ts';
import type { Asked } from './routes.ts';
import type { Staged } from './scene.ts';
import { wordingPages } from './wording-pages.ts';
import { TEST_DAY } from './test-app.ts';
import { samplePages } from './sample-pages.ts';
import { workbookPages } from './workbook-pages.ts';

/** A page for people who are signed in, and who is let in. */
export interface Page extends Asked {
	/** What the policy must grant: of the assignment or organisation shown, or of the whole service. */
	readonly needs: Needs | null;
}

const ASSIGNMENT = '/(app)/recommendations/[ref]/[org]';

/** Forms about an assignment, each with the right that it needs. */
const FORMS: readonly (readonly [string, Action])[] = [
	['acceptance', 'record-acceptance'],
	['conversation', 'read-assignment'],
	['conversation/new', 'comment'],
	['conversation/notes/new', 'keep-note'],
	['deadline', 'set-deadline'],
	['exemption', 'read-assignment'],
	['exemption/ask', 'ask-exemption'],
	['exemption/decide', 'decide-exemption'],
	['exemption/withdraw', 'ask-exemption'],
	['evidence/new', 'add-evidence'],
	['recheck', 'recheck'],
	['extensions', 'read-assignment'],
	['extensions/ask', 'ask-extension'],
	['extensions/decide', 'decide-extension'],
	['extensions/withdraw', 'ask-extension'],
	['owner', 'set-owner'],
	['parts', 'read-assignment'],
	['plan', 'read-assignment'],
	['plan/new', 'write-plan'],
	['target', 'set-target'],
	['review', 'confirm'],
	['reviewer', 'take-review'],
	['review/countersign', 'countersign'],
	['updates', 'read-assignment'],
	['updates/new', 'add-update'],
	['waited-for', 'read-assignment'],
	['waited-for/[byRef]/[byOrg]', 'answer-waiting'],
	['waiting', 'record-waiting']
];

/** Pages about one action of the plan, each with the right that it needs. */
const ACTION_PAGES: readonly (readonly [string, string | undefined, Action])[] = [
	['', undefined, 'read-assignment'],
	['/change', undefined, 'write-plan'],
	['/[verb]', 'complete', 'write-plan'],
	['/[verb]', 'reopen', 'write-plan'],
	['/[verb]', 'drop', 'drop-action']
];

/** Pages about one post, each with the right that it needs. */
const POST_PAGES: readonly (readonly [string, Action])[] = [
	['', 'read-organisation'],
	['/handover', 'accept-handover'],
	['/holder', 'change-holder'],
	['/reassign', 'reassign-posts']
];

/** Every page below (app), asked about one assignment of Kent. */
export function pagesAbout(staged: Staged): Page[] {
	const params = {
		...{ ref: staged.reference, org: staged.organisation },
		...{ byRef: 'OIC-97', byOrg: 'ESSEX' }
	};
	const about = (action: Action) => ({ of: 'assignment' as const, action });
	const body = { code: staged.organisation };
	const whole = (action: Action) => ({ of: 'service' as const, action });
	return [
		{ id: '/(app)', params: {}, needs: null },
		{ id: '/(app)/account', params: {}, needs: null },
		{ id: '/(app)/account/tokens', params: {}, needs: null },
		{ id: '/(app)/account/tokens/new', params: {}, needs: null },
		{ id: '/(app)/people/[id]/tokens', params: { id: '1' }, needs: whole('manage-people') },
		{ id: '/(app)/as-at', params: {}, needs: null },
		...pagesAsAt(staged, params, about('read-organisation'), about('read-assignment')),
		{ id: '/(app)/assignments', params: {}, needs: null },
		{ id: '/(app)/dashboard', params: {}, needs: null },
		{ id: '/(app)/views', params: {}, needs: null },
		{ id: '/(app)/views/new', params: {}, search: '?page=dashboard', needs: null },
		{ id: '/(app)/audit', params: {}, needs: whole('read-audit-trail') },
		{
			id: '/(app)/evidence/[key]/withdraw',
			params: { key: staged.evidenceKey },
			needs: about('withdraw-evidence')
		},
		{ id: '/(app)/compare', params: {}, search: '?change=status', needs: null },
		{ id: '/(app)/matrix', params: {}, search: '?show=freshness', needs: null },
		{ id: '/(app)/matrix', params: {}, search: '?inspection=all', needs: null },
		{ id: '/(print)/matrix/paper', params: {}, search: '?inspection=all', needs: null },
		{ id: '/(app)/movement', params: {}, search: '?flow=added', needs: null },
		{ id: '/(app)/organisations', params: {}, needs: null },
		{ id: '/(app)/organisations/[code]', params: body, needs: about('read-organisation') },
		{ id: '/(app)/people', params: {}, needs: whole('manage-people') },
		{ id: '/(app)/people/[id]', params: { id: '1' }, needs: whole('manage-people') },
		{ id: '/(app)/people/[id]/deactivate', params: { id: '1' }, needs: whole('manage-people') },
		{ id: '/(app)/people/invite', params: {}, needs: whole('manage-people') },
		{ id: '/(app)/people/outbox', params: {}, needs: whole('read-outbox') },
		{ id: '/(app)/organisations/[code]/plan', params: body, needs: about('read-organisation') },
		{ id: '/(app)/organisations/[code]/posts', params: body, needs: about('read-organisation') },
		...POST_PAGES.map(([path, action]) => ({
			id: `/(app)/organisations/[code]/posts/[post]${path}`,
			params: { code: staged.organisation, post: String(staged.postId) },
			needs: about(action)
		})),
		{ id: '/(app)/organisations/[code]/updates/new', params: body, needs: about('add-update') },
		{ id: '/(app)/recommendations', params: {}, needs: null },
		{ id: '/(app)/recommendations/[ref]', params: { ref: staged.reference }, needs: null },
		{
			id: '/(app)/recommendations/[ref]/parts',
			params: { ref: staged.reference },
			needs: whole('write-parts')
		},
		{
			id: '/(app)/recommendations/[ref]/criteria',
			params: { ref: staged.reference },
			needs: whole('write-criteria')
		},
		{
			id: '/(app)/recommendations/[ref]/deadline',
			params: { ref: staged.reference },
			needs: whole('set-deadline')
		},
		{ id: ASSIGNMENT, params, search: '?history=all', needs: about('read-assignment') },
		{ id: `${ASSIGNMENT}/evidence`, params, needs: about('read-assignment') },
		...FORMS.map(([path, action]) => ({
			id: `${ASSIGNMENT}/${path}`,
			params,
			needs: about(action)
		})),
		...ACTION_PAGES.map(([path, verb, action]) => ({
			id: `${ASSIGNMENT}/plan/[action]${path}`,
			params: { ...params, action: staged.actionKey, ...(verb ? { verb } : {}) },
			needs: about(action)
		})),
		...VERBS.filter((verb) => !isVerdict(verb)).map((verb) => ({
			id: `${ASSIGNMENT}/moves/${verb === 'report-complete' ? verb : '[verb]'}`,
			params: { ...params, verb },
			needs: about(verb)
		})),
		{
			id: '/(app)/receipts/[key]',
			params: { key: staged.receiptKey },
			needs: about('read-assignment')
		},
		{ id: '/(app)/quality', params: {}, needs: null },
		{ id: '/(app)/rechecks', params: {}, needs: whole('recheck') },
		{
			id: '/(app)/recommendations/[ref]/supersede',
			params: { ref: staged.reference },
			needs: whole('supersede')
		},
		{ id: '/(app)/reviews', params: {}, needs: whole('read-review-queue') },
		{ id: '/(app)/section-55', params: {}, needs: whole('read-section55') },
		{ id: '/(app)/section-55/[code]', params: body, needs: about('read-organisation') },
		{
			id: '/(app)/section-55/[code]/record',
			params: { code: staged.organisation },
			needs: whole('record-section55')
		},
		{ id: '/(app)/periods', params: {}, needs: whole('read-reporting') },
		{ id: '/(app)/periods/rhythm', params: {}, needs: whole('run-reporting') },
		{ id: '/(app)/periods/open', params: {}, needs: whole('run-reporting') },
		{
			id: '/(app)/periods/[id]',
			params: { id: String(staged.periodId) },
			needs: whole('read-reporting')
		},
		{
			id: '/(app)/periods/[id]/close',
			params: { id: String(staged.periodId) },
			needs: whole('run-reporting')
		},
		{
			id: '/(app)/organisations/[code]/reporting',
			params: body,
			needs: about('read-organisation')
		},
		...administrationPages(staged),
		{ id: '/(app)/search', params: {}, search: '?q=kent', needs: null },
		...wordingPages(staged),
		...packPages(staged, params),
		...workbookPages(staged),
		...samplePages(staged)
	];
}

/** The pages that can be seen as they were, as at the day of the test. */
function pagesAsAt(
	staged: Staged,
	params: Page['params'],
	ofBody: Page['needs'],
	ofAssignment: Page['needs']
): Page[] {
	const search = `?as-at=${TEST_DAY}`;
	return [
		{ id: '/(app)/assignments', params: {}, search, needs: null },
		{ id: '/(app)/matrix', params: {}, search, needs: null },
		{ id: '/(app)/dashboard', params: {}, search, needs: null },
		{
			id: '/(app)/organisations/[code]',
			params: { code: staged.organisation },
			search,
			needs: ofBody
		},
		{ id: '/(app)/recommendations', params: {}, search, needs: null },
		{ id: '/(app)/recommendations/[ref]', params: { ref: staged.reference }, search, needs: null },
		{ id: ASSIGNMENT, params, search, needs: ofAssignment }
	];
}

/** What is set up, and by which right; the last is a page per organisation, recommendation or allocation. */
function administrationPages(staged: Staged): Page[] {
	const base = '/(app)/administration';
	const inspection = { code: 'OIC' };
	const about = { ref: staged.reference };
	const allocated = { ...about, org: staged.organisation };
	const body = { code: staged.organisation };
	const pages: readonly (readonly [string, Readonly<Record<string, string>>, Action])[] = [
		['', {}, 'set-inspection'],
		['/inspections/new', {}, 'manage-inspections'],
		['/inspections/[code]', inspection, 'set-inspection'],
		['/inspections/[code]/change', inspection, 'manage-inspections'],
		['/inspections/[code]/settings', inspection, 'set-inspection'],
		['/inspections/[code]/new', inspection, 'manage-inspections'],
		['/recommendations/[ref]', about, 'manage-allocation'],
		['/recommendations/[ref]/change', about, 'manage-inspections'],
		['/recommendations/[ref]/summary', about, 'manage-inspections'],
		['/recommendations/[ref]/new', about, 'manage-allocation'],
		['/recommendations/[ref]/[org]/withdraw', allocated, 'manage-allocation'],
		['/recommendations/[ref]/[org]/part', allocated, 'manage-allocation'],
		['/organisations', {}, 'manage-organisations'],
		['/organisations/new', {}, 'manage-organisations'],
		['/organisations/[code]', body, 'manage-organisations'],
		['/organisations/[code]/change', body, 'manage-organisations'],
		['/organisations/[code]/end', body, 'manage-organisations']
	];
	return pages.map(([path, params, action]) => ({
		id: `${base}${path}`,
		params,
		...(path.endsWith('/end') ? { search: '?successor=ESSEX' } : {}),
		needs: { of: 'service', action }
	}));
}

/** The address of the page: '/recommendations/OIC-7/KENT/plan'. */
export function addressOf({ id, params, search = '' }: Asked): string {
	const path = id.replace('/(app)', '').replace(/\[(\w+)\]/g, (_, name: string) => {
		return encodeURIComponent(params[name] ?? '');
	});
	return `${path || '/'}${search}`;
}
