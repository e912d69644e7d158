import type { SampleEmail } from '#lib/domain/sample.ts';
import { expectAccessible } from '../support/axe.ts';
import { CODE_WORDS, codeWordsIn } from '../support/code-words.ts';
import { expect, test } from '../support/fixtures.ts';

const KENT_7 = '/recommendations/OIC-7/KENT';
const KENT_3 = '/recommendations/OIC-3/KENT';

const READERS = [
	'/',
	'/recommendations',
	'/recommendations/OIC-7',
	'/recommendations/OIC-7?status=confirmed&region=Eastern',
	'/dashboard',
	'/views',
	'/assignments',
	'/assignments?timeliness=overdue&sort=due',
	'/assignments?status=returned&region=London&kind=command',
	'/organisations',
	'/organisations/KENT',
	KENT_7,
	`${KENT_7}/plan`,
	'/organisations/KENT/plan?only=late',
	'/organisations/KENT/posts',
	'/summary',
	'/account',
	'/accessibility'
];

/** Every page as somebody who may see it: what it owes holds for each. */
const PAGES: Record<SampleEmail | 'nobody', readonly string[]> = {
	'inspector@sample.test': [
		...READERS,
		`${KENT_7}/review`,
		`${KENT_3}/moves/set-not-applicable`,
		`${KENT_3}/deadline`,
		'/recommendations/OIC-3/deadline',
		'/recommendations/OIC-3/DUR/extensions',
		'/recommendations/OIC-3/DUR/extensions/decide',
		'/recommendations/OIC-10/parts',
		'/recommendations/OIC-10/NCA/parts',
		'/reviews',
		'/rechecks',
		'/recommendations/OIC-8/KENT/recheck',
		`${KENT_7}/recheck`,
		'/recommendations/PRE-1/NCA/review/countersign',
		'/recommendations/PRE-1/BSC/review',
		'/recommendations/PRE-1/HOIE',
		'/recommendations/PRE-1/supersede',
		'/recommendations/PRE-2/NCA',
		'/quality',
		'/samples',
		'/periods',
		'/section-55',
		'/section-55/KENT',
		'/movement',
		'/compare',
		'/matrix',
		'/wording',
		'/workbooks',
		'/board-packs',
		'/search?q=kent',
		`${KENT_7}/conversation`,
		`${KENT_7}/conversation/notes/new`,
		'/recommendations/OIC-8/MPS/exemption',
		'/recommendations/OIC-8/MPS/exemption/decide',
		'/audit',
		'/audit?assignment=OIC-7/KENT',
		'/audit?from-day=31&from-month=2&from-year=2026'
	],
	'inspector2@sample.test': ['/recommendations/OIC-8/KENT/moves/reopen'],
	'kent.lead@sample.test': [
		...READERS,
		`${KENT_3}/updates/new`,
		'/organisations/KENT/updates/new',
		`${KENT_3}/evidence`,
		`${KENT_3}/evidence/new`,
		`${KENT_3}/evidence/new?kind=link`,
		`${KENT_3}/evidence/new?kind=sighting`,
		`${KENT_3}/moves/report-complete`,
		'/recommendations/OIC-10/KENT/plan',
		'/recommendations/OIC-10/KENT/parts',
		'/recommendations/OIC-10/KENT/moves/report-complete',
		`${KENT_3}/plan/new`,
		`${KENT_3}/owner`,
		`${KENT_3}/waiting`,
		`${KENT_3}/acceptance`,
		`${KENT_7}/conversation`,
		`${KENT_3}/conversation/new`,
		`${KENT_3}/extensions/ask`,
		`${KENT_3}/extensions/withdraw`,
		`${KENT_3}/target`,
		`${KENT_3}/exemption`,
		`${KENT_3}/exemption/ask`,
		`${KENT_3}/exemption/withdraw`
	],
	'kent.contributor@sample.test': ['/', KENT_3, `${KENT_7}/parts`],
	'nca.lead@sample.test': [
		'/',
		'/organisations/NCA',
		'/recommendations/OIC-5/NCA',
		'/recommendations/OIC-5/NCA/waited-for',
		'/recommendations/OIC-5/NCA/waited-for/OIC-5/MPS'
	],
	'bsc.lead@sample.test': ['/', '/recommendations/OIC-1/BSC'],
	'board@sample.test': READERS,
	'admin@sample.test': [
		'/',
		'/recommendations',
		'/recommendations/OIC-3/parts',
		'/organisations',
		'/people',
		'/people/invite',
		'/people/outbox',
		'/administration',
		'/administration/inspections/PRE',
		'/administration/inspections/PRE/settings',
		'/audit'
	],
	nobody: ['/sign-in', '/reset', '/accessibility']
};

for (const [who, paths] of Object.entries(PAGES)) {
	test(`every page of ${who} has one heading and no word of the code, fits 320 px and passes axe`, async ({
		page,
		signIn
	}) => {
		test.setTimeout(60_000 + paths.length * 20_000);
		const complaints: string[] = [];
		page.on('console', (message) => {
			if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
		});
		if (who !== 'nobody') await signIn(who as SampleEmail);
		for (const path of paths) {
			const answer = await page.goto(path);
			expect(answer?.status(), path).toBe(200);
			await expectAccessible(page);
			expect(codeWordsIn(await page.locator('body').innerText()), path).toEqual([]);
			await expect(page.getByText('Every person, date and claim here is invented.')).toBeVisible();
		}
		expect(complaints).toEqual([]);
	});
}

test('the words of the code would be found', () => {
	expect(CODE_WORDS.length).toBeGreaterThan(40);
	expect(codeWordsIn('It is reported-complete. See /list?status=in-progress')).toEqual([
		'reported-complete'
	]);
});

test('pages that are not there, not yours or not for your role say so plainly', async ({
	page,
	signIn
}) => {
	await signIn('kent.lead@sample.test');
	for (const [path, status] of [
		['/recommendations/OIC-99', 404],
		['/recommendations/OIC-7/ESSEX', 404],
		['/organisations/ESSEX', 404],
		['/recommendations/OIC-7/ESSEX/plan', 404],
		['/organisations/ESSEX/plan', 404],
		['/organisations/ESSEX/posts', 404],
		['/assignments?status=nonsense', 404],
		['/nowhere', 404],
		['/reviews', 403],
		['/people', 403],
		['/audit', 403]
	] as const) {
		const answer = await page.goto(path);
		expect(answer?.status(), path).toBe(status);
		await expectAccessible(page);
	}
});
