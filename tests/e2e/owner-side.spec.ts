import type { Page } from '@playwright/test';
import { can } from '#lib/domain/policy.ts';
import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';
import { addressOf, pagesAbout } from '../support/pages.ts';
import { sampleActor, sampleAssignment } from '../support/sample-facts.ts';
import {
	actionItem,
	addAction,
	addFile,
	addLink,
	addSighting,
	chooseEvidence,
	completeAction,
	fillDay,
	publishUpdate,
	sayOfPart
} from '../support/steps.ts';

/** Kent has not begun it, and it has three parts. */
const KENT = '/recommendations/OIC-10/KENT';
/** One piece of evidence of each kind, each for a part. */
const SHOWN = [
	{ label: 'a', title: 'Training plan', where: 'page 2' },
	{ label: 'b', title: 'Attendance by team', where: 'table 1' },
	{ label: 'c', title: 'Test results', where: 'all' }
];

test.use({ hasOwnRegister: true });

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('a lead goes from an empty assignment to a receipt for every part', async ({
			page,
			signIn
		}) => {
			test.slow();
			const looks = async () => {
				if (script) await expectAccessible(page);
			};
			await signIn('kent.lead@sample.test');
			await page.goto(KENT);
			await expect(page.getByText('Not started').first()).toBeVisible();
			await expect(page.getByText('0 of 3 parts met.')).toBeVisible();

			await plan(page);
			await looks();
			await publishUpdate(page, KENT, {
				narrative: 'We know who needs which course.',
				confidence: 'Delivery probable',
				move: 'Work has begun: in progress'
			});
			await addFile(page, KENT, { title: 'Training plan', part: 'a', text: 'Who needs what' });
			await addLink(page, KENT, { title: 'Attendance by team', part: 'b' });
			await addSighting(page, KENT, { title: 'Test results', part: 'c' });
			await publishUpdate(page, KENT, {
				narrative: 'All teams have been on the course.',
				confidence: 'Delivery highly likely'
			});

			await meetTheParts(page, looks);
			await claim(page, looks);

			await page.goto(KENT);
			await expect(page.getByText('Reported complete').first()).toBeVisible();
			await expect(page.getByText('3 of 3 parts met. 1 of 2 actions done.')).toBeVisible();
			await page.goto(`${KENT}/updates`);
			await expect(page.getByText('We know who needs which course.')).toBeVisible();
			await expect(page.getByText('All teams have been on the course.')).toBeVisible();
		});
	});
}

test('a contributor is refused exactly where the policy says', async ({ page, server, signIn }) => {
	await signIn('kent.contributor@sample.test');
	const contributor = await sampleActor(server, 'kent.contributor@sample.test');
	// Claimed, with everything in it that a page can be about.
	const staged = await sampleAssignment(server, 7, 'KENT');
	const answers: Record<string, number> = {};
	for (const asked of pagesAbout(staged)) {
		if (asked.needs?.of !== 'assignment') continue;
		// What the sample does not have: no workbook of Kent has come back.
		if (Object.values(asked.params).includes('none')) continue;
		const path = addressOf(asked);
		const may = can(contributor, asked.needs.action, staged);
		const answer = await page.request.get(path, { maxRedirects: 0 });
		const refused = asked.needs.isHidden ? 404 : 403;
		expect(answer.status(), `${path} needs ${asked.needs.action}`).toBe(may ? 200 : refused);
		answers[asked.needs.action] = answer.status();
	}
	expect(answers).toMatchObject({
		...{ 'add-update': 200, 'add-evidence': 200, 'write-plan': 200, start: 200, resume: 200 },
		...{ 'report-complete': 403, 'withdraw-claim': 403, 'withdraw-evidence': 403 },
		...{ 'set-owner': 403, 'record-acceptance': 403, 'record-waiting': 403, 'drop-action': 403 },
		// Confirming and returning are one form.
		...{ confirm: 403, reopen: 403, 'set-deadline': 403 }
	});

	await page.goto(KENT);
	await expect(page.getByRole('link', { name: 'Add an update' }).first()).toBeVisible();
	await expect(page.getByRole('link', { name: 'Report complete' })).toHaveCount(0);
	await page.goto(`${KENT}/moves/report-complete`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Report complete' })).toHaveCount(0);
	await expectAccessible(page);
});

test('whoever records parts at the same time as the lead is told, and loses nothing', async ({
	page,
	browser,
	server,
	signIn: signInHere
}) => {
	await signInHere('kent.lead@sample.test');
	await page.goto(`${KENT}/parts`);
	await sayOfPart(page, 'a', 'Met', 'What the lead typed');

	const other = await browser.newPage({ baseURL: server.origin });
	await signIn(other, 'kent.contributor@sample.test');
	await other.goto(`${KENT}/parts`);
	await sayOfPart(other, 'b', 'Met', 'The contributor was faster');
	await other.getByRole('button', { name: 'Record the parts' }).click();
	await expect(other.getByText('The parts are recorded.')).toBeVisible();
	await other.close();

	await page.getByRole('button', { name: 'Record the parts' }).click();
	const conflict = page.getByRole('alert');
	await expect(conflict).toContainText('Ash Whitlock (sample) recorded part b as met for OIC-10');
	await expect(page.getByLabel('What shows that part a is met')).toHaveValue('What the lead typed');
	await expectAccessible(page);
});

test('an inspector writes parts for a recommendation that had none, and every body owes them', async ({
	page,
	browser,
	server,
	signIn: signInHere
}) => {
	await signInHere('inspector@sample.test');
	await page.goto('/recommendations/OIC-3');
	await page.getByRole('link', { name: 'Write lettered parts' }).click();
	const first = page.getByRole('group', { name: 'Another part' }).first();
	await first.getByLabel('Letter or number').fill('i)');
	await page.getByRole('button', { name: 'Save the parts' }).click();
	await expect(page.getByRole('alert')).toContainText('Enter what this part asks for');
	await expectAccessible(page);
	await first.getByLabel('What it asks for').fill('Invented for a test: <b>one</b>');
	await page.getByRole('button', { name: 'Save the parts' }).click();
	await expect(page.getByText('The parts of this recommendation are changed.')).toBeVisible();
	await expect(page.getByText('Invented for a test: <b>one</b>')).toBeVisible();

	const lead = await browser.newPage({ baseURL: server.origin });
	await signIn(lead, 'kent.lead@sample.test');
	await lead.goto('/recommendations/OIC-3/KENT/moves/report-complete');
	await expect(lead.getByRole('link', { name: 'Part i) is open' })).toBeVisible();
	await lead.close();
});

async function plan(page: Page): Promise<void> {
	await page.goto(`${KENT}/plan`);
	await expect(page.getByText('No actions are planned yet.')).toBeVisible();
	await addAction(page, 'List who needs which course', {
		dueOn: { day: '30', month: '6', year: '2027' }
	});
	await addAction(page, 'Train every team');
	const doneOn = { day: '1', month: '6', year: '2026' };
	await completeAction(page, 'List who needs which course', doneOn);
	await expect(actionItem(page, 'List who needs which course')).toContainText('Done 1 June 2026');
}

/** The pre-check stops the claim and leads to what mends it; a part is not met without saying what shows it. */
async function meetTheParts(page: Page, looks: () => Promise<void>): Promise<void> {
	await page.goto(`${KENT}/moves/report-complete`);
	const checks = page.getByRole('region', { name: 'Checked before you begin' });
	for (const label of ['a', 'b', 'c']) await expect(checks).toContainText(`Part ${label} is open`);
	await page.getByLabel('What has been done').fill('Too early.');
	await page.getByRole('button', { name: 'Report complete' }).click();
	await expect(page.getByRole('alert').first()).toContainText('Part b is open');
	await expect(page.getByLabel('What has been done')).toHaveValue('Too early.');

	await checks.getByRole('link', { name: 'Part b is open' }).click();
	await sayOfPart(page, 'a', 'Met', 'The plan names every post.');
	await sayOfPart(page, 'b', 'Met', 'The attendance lists are complete.');
	const met = page.getByRole('group', { name: 'When part b was met' });
	await fillDay(met, { day: '1', month: '6', year: '2026' });
	await sayOfPart(page, 'c', 'Met', '');
	await page.getByRole('button', { name: 'Record the parts' }).click();
	await expect(page.getByRole('alert').first()).toContainText(
		'Enter what shows that this part is met'
	);
	await looks();
	await sayOfPart(page, 'c', 'Met', 'Nobody failed the test.');
	await page.getByRole('button', { name: 'Record the parts' }).click();
	await expect(page.getByText('The parts are recorded.')).toBeVisible();
	await expect(page.getByText('3 of 3 parts met.')).toBeVisible();
	await expect(
		page.getByText('Met on 1 June 2026. Recorded by Morgan Reed (sample)')
	).toBeVisible();
	await looks();
}

async function claim(page: Page, looks: () => Promise<void>): Promise<void> {
	await page.goto(`${KENT}/moves/report-complete`);
	await expect(page.getByText('is open')).toHaveCount(0);
	for (const { label, title, where } of SHOWN) {
		const point = `Part ${label}: which evidence shows it`;
		const items = page.getByRole('group', { name: point });
		// What says which part it serves is selected there already.
		await expect(items.getByRole('checkbox', { name: title })).toBeChecked();
		await chooseEvidence(page, title, where, point);
	}
	for (const [index, { title, where }] of SHOWN.slice(0, 2).entries()) {
		await chooseEvidence(page, title, where, `Criterion ${index + 1}: which evidence shows it`);
	}
	await page.getByLabel('What has been done').fill('Everybody is trained.');
	await looks();
	await page.getByRole('button', { name: 'Report complete' }).click();

	await expect(page.getByRole('heading', { name: 'Receipt: reported complete' })).toBeVisible();
	for (const { title, where } of SHOWN) {
		await expect(page.getByText(`${title}: ${where}`).first()).toBeVisible();
	}
	await looks();
	const content = await page.request.get(`${page.url()}/content.json`);
	const { shows } = (await content.json()) as { shows: { label: string; rests: unknown[] }[] };
	// Each part, and then each criterion of what good looks like.
	expect(shows.map(({ label, rests }) => [label, rests.length])).toEqual(
		[...SHOWN.map(({ label }) => label), '1', '2'].map((label) => [label, 1])
	);
}
