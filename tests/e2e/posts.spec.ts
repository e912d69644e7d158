import { post, postHolder } from '#lib/server/db/schema/tables.ts';
import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { expectAccessible } from '../support/axe.ts';
import { expect, signIn, test } from '../support/fixtures.ts';
import { pdfText } from '../support/pdf-text.ts';
import type { TestServer } from '../support/server.ts';

const POSTS = '/organisations/KENT/posts';
const CRIME = 'Head of Serious and Organised Crime';
const LEARNING = 'Head of Learning and Development';
const CUSTODY = 'Head of Custody and Contact';
const LEAD = 'Morgan Reed (sample)';
const SUCCESSOR = 'Ash Whitlock (sample)';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('Kent’s lead hands the post over to someone else, who accepts', async ({
			page,
			browser,
			server,
			signIn: signInHere
		}) => {
			const title = script ? CRIME : LEARNING;
			await signInHere('kent.lead@sample.test');
			await page.goto(POSTS);
			await page.getByRole('link', { name: title, exact: true }).click();
			const from = await page.getByRole('rowheader').first().innerText();
			if (script) await expectAccessible(page);
			await page.getByRole('link', { name: 'Change the holder' }).click();
			await page.getByRole('button', { name: 'Change the holder' }).click();
			const problem = page.getByRole('alert');
			await expect(problem).toContainText('Select who holds the post now');
			await expect(problem).toContainText('Enter why the holder changes');
			if (script) await expectAccessible(page);
			await page.getByLabel('Somebody with an account here').check();
			await page.getByLabel('Person').selectOption({ label: await optionOf(page, SUCCESSOR) });
			await page.getByLabel('Why the holder changes').fill('A promotion');
			await page.getByRole('button', { name: 'Change the holder' }).click();
			await expect(page.getByText('The new holder is recorded.')).toBeVisible();
			await expect(page.getByText(`Held by ${SUCCESSOR}`)).toBeVisible();
			await expect(rowOf(page, from)).toBeVisible();
			await expect(rowOf(page, SUCCESSOR).first()).toContainText('not accepted yet');

			const context = await browser.newContext({
				baseURL: server.origin,
				javaScriptEnabled: script
			});
			const theirs = await context.newPage();
			await signIn(theirs, 'kent.contributor@sample.test');
			await expect(theirs.getByText(`You have taken over ${title} at Kent Police.`)).toBeVisible();
			if (script) await expectAccessible(theirs);
			await theirs.getByRole('link', { name: `Accept the handover of ${title}` }).click();
			await expect(theirs.getByText('A promotion')).toBeVisible();
			await theirs.getByLabel('Note (optional)').fill('I have read the brief');
			if (script) await expectAccessible(theirs);
			await theirs.getByRole('button', { name: 'Accept the handover' }).click();
			await expect(theirs.getByText('You have accepted the handover.')).toBeVisible();
			await expect(rowOf(theirs, SUCCESSOR).first()).toContainText('Handover accepted on');
			await expect(rowOf(theirs, SUCCESSOR).first()).toContainText('I have read the brief');
			await theirs.goto('/');
			await expect(theirs.getByText(`You have taken over ${title}`)).toHaveCount(0);
			await context.close();
		});
	});
}

test('only the new holder is offered the acceptance', async ({ page, signIn: signInHere }) => {
	await signInHere('kent.lead@sample.test');
	await page.goto(POSTS);
	await page.getByRole('link', { name: CUSTODY, exact: true }).click();
	await expect(page.getByText('Handover open: not accepted yet.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Accept the handover' })).toHaveCount(0);
	await page.goto(`${new URL(page.url()).pathname}/handover`);
	await expect(page.getByText(`Only ${SUCCESSOR} can accept the handover`)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Accept the handover' })).toHaveCount(0);
	await expectAccessible(page);
});

test('a lead moves all that a post owns to another post, after a page that counts', async ({
	page,
	signIn: signInHere
}) => {
	await signInHere('kent.lead@sample.test');
	await page.goto(POSTS);
	const owned = rowOf(page, CUSTODY).getByRole('link', { name: /owns$/ });
	await expect(owned).toHaveCount(1);
	await page.getByRole('link', { name: CUSTODY, exact: true }).click();
	await page.getByRole('link', { name: 'Move assignments to another post' }).click();
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(page.getByRole('alert')).toContainText('Select at least one assignment');
	await expectAccessible(page);
	await page.getByLabel(/^All:/).check();
	await page.getByLabel('To which post?').selectOption({ label: await optionOf(page, CRIME) });
	await page.getByLabel('Why they move').fill('Custody has moved to crime');
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(page.getByText('Nothing has moved yet.')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Go back and change' }).click();
	await expect(page.getByLabel('Why they move')).toHaveValue('Custody has moved to crime');
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('button', { name: /^Move \d+ assignment/ }).click();
	await expect(page.getByText('The assignments have moved.')).toBeVisible();
	await page.goto(POSTS);
	await expect(rowOf(page, CUSTODY).getByRole('link')).toHaveCount(1);
	await page.goto('/recommendations/OIC-3/KENT');
	await expect(
		page.getByText(`made “${CRIME}” the owner of OIC-3 for Kent Police, in place of “${CUSTODY}”.`)
	).toBeVisible();
});

test('what nobody answers for is told by its three reasons, and the numbers are the lists', async ({
	page,
	signIn: signInHere
}) => {
	await signInHere('inspector@sample.test');
	const all = page.getByRole('link', { name: /that nobody answers for/ });
	const total = Number(/\d+/.exec(await all.innerText())?.[0]);
	await all.click();
	await expect(page.getByRole('status').first()).toContainText(String(total));
	let sum = 0;
	for (const reason of ['no-owner', 'no-holder', 'holder-gone']) {
		await page.goto(`/assignments?only=${reason}`);
		const found = Number(/\d+/.exec(await page.getByRole('status').first().innerText())?.[0]);
		expect(found, reason).toBeGreaterThan(0);
		sum += found;
	}
	expect(sum).toBe(total);
	await page.goto('/organisations/NWP/posts');
	await expect(
		page.getByRole('cell', { name: 'Nobody holds Head of Learning and Development' })
	).toBeVisible();
	await expectAccessible(page);
	await page.goto('/organisations/GMP/posts');
	await expect(
		page.getByText(`The account of whoever holds ${CUSTODY} is switched off`)
	).toBeVisible();
	await expect(page.getByRole('link', { name: /^Change the holder/ })).toHaveCount(0);
});

test('an administrator is told which posts are left behind before an account goes', async ({
	page,
	signIn: signInHere,
	server
}) => {
	await signInHere('admin@sample.test');
	const id = await personIdOf(server, LEAD, SUCCESSOR);
	await page.goto(`/people/${id}/deactivate`);
	await expect(page.getByText(/holds \d+ posts?\./)).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'at Kent Police' })).not.toHaveCount(0);
	await expectAccessible(page);
});

test.describe('the handover brief', () => {
	test('of an ordinary post is one sheet with marking, day and what is invented', async ({
		page,
		server,
		signIn: signInHere
	}) => {
		await signInHere('inspector@sample.test');
		const sheets = await brief(page, 'NCA', await postIdOf(server, 'Director, Threat Leadership'));
		expect(sheets).toHaveLength(1);
		for (const words of [
			'OFFICIAL',
			'Sample data',
			'Data as at',
			'Handover brief',
			'Director, Threat Leadership',
			'Open commitments',
			'Promised dates',
			'Evidence held and where',
			'Page 1 of 1'
		]) {
			expect(sheets[0]).toContain(words);
		}
		await expectAccessible(page);
	});

	test('of a post with far more than a sheet holds is one sheet all the same, and says how many more', async ({
		page,
		server,
		signIn: signInHere
	}) => {
		const id = await postIdOf(server, 'Director, Threat Leadership');
		await overfill(server, id);
		await signInHere('inspector@sample.test');
		const sheets = await brief(page, 'NCA', id);
		expect(sheets).toHaveLength(1);
		const more = new RegExp(`and \\d+ more, see ${server.origin}/organisations/NCA/posts/${id}`);
		expect(sheets[0]).toMatch(more);
	});
});

function rowOf(page: Page, name: string) {
	return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
}

/** The whole text of the option that begins so. */
async function optionOf(page: Page, start: string): Promise<string> {
	const options = await page.getByRole('option').allInnerTexts();
	const found = options.find((text) => text.startsWith(start));
	if (found === undefined) throw new Error(`There is no option ${start}`);
	return found;
}

async function brief(page: Page, organisation: string, id: number): Promise<string[]> {
	await page.goto(`/organisations/${organisation}/posts/${id}/brief`, { waitUntil: 'networkidle' });
	return pdfText(await page.pdf({ preferCSSPageSize: true }));
}

async function postIdOf(server: TestServer, title: string): Promise<number> {
	const db = server.openDb();
	const [row] = await db.read.select({ id: post.id }).from(post).where(eq(post.title, title));
	db.close();
	if (!row) throw new Error(`There is no post ${title}`);
	return row.id;
}

/** Whoever of them holds a post now, with an account. */
async function personIdOf(server: TestServer, ...names: string[]): Promise<number> {
	const db = server.openDb();
	const rows = await db.read.select().from(postHolder);
	db.close();
	const holder = rows.find(
		({ name, toDay, personId }) => names.includes(name) && toDay === null && personId !== null
	);
	if (!holder?.personId) throw new Error('None of them holds a post');
	return holder.personId;
}

/** Long titles, far more promises than a sheet has room for, and evidence in places with long names. */
async function overfill(server: TestServer, id: number): Promise<void> {
	const db = server.openDb();
	const wide = 'W'.repeat(190);
	await db.write(async (tx) => {
		tx.$client.exec(`
			update recommendation set title = '${wide}';
			update action set owner_post_id = ${id}, state = 'planned', due_on = coalesce(due_on, '2027-01-01'),
				title = '${wide}' || id where organisation_id = (select organisation_id from post where id = ${id});
			update assignment set status = 'in-progress', owner_post_id = ${id}
				where organisation_id = (select organisation_id from post where id = ${id});
			insert into evidence (key, assignment_id, kind, title, shows, held_where, custodian, seen_by, seen_on,
				marking, added_by, at, on_day)
			select 'overfull' || a.id || '-' || n.value, a.id, 'sighting', 'x', 'x', '${wide}' || n.value, '${wide}',
				'x', '2026-01-01', 'official', 1, 1, '2026-01-01'
			from assignment a, json_each('[1,2,3]') n where a.owner_post_id = ${id};
			insert into action (key, organisation_id, title, shows, owner_post_id, due_on, state)
			select 'overfull-action-' || n.value, p.organisation_id, '${wide}' || n.value, 'x', p.id, '2027-02-01', 'planned'
			from post p, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30]') n
			where p.id = ${id};
			insert into action_assignment (action_id, assignment_id, position)
			select a.id, (select min(x.id) from assignment x where x.owner_post_id = ${id}), 100 + a.id
			from action a where a.key like 'overfull-action-%';
		`);
	});
	db.close();
}
