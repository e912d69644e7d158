import { expect, type Locator, type Page } from '@playwright/test';

// What somebody of an organisation does on the pages of one assignment, by its path: '/recommendations/OIC-3/KENT'.

export interface TypedDay {
	readonly day: string;
	readonly month: string;
	readonly year: string;
}

export async function fillDay(page: Page | Locator, { day, month, year }: TypedDay): Promise<void> {
	await page.getByLabel('Day').first().fill(day);
	await page.getByLabel('Month').first().fill(month);
	await page.getByLabel('Year').first().fill(year);
}

/** From the page of the plan, and back to it. */
export async function addAction(
	page: Page,
	title: string,
	more: { dueOn?: TypedDay; serves?: string } = {}
): Promise<void> {
	await page.getByRole('link', { name: 'Add an action' }).click();
	await page.getByLabel('What will be done').fill(title);
	await page.getByLabel('What it will show').fill('That it was worth doing');
	if (more.dueOn) await fillDay(page, more.dueOn);
	if (more.serves) await page.getByLabel(new RegExp(`^${more.serves}:`)).check();
	await page.getByRole('button', { name: 'Add the action' }).click();
	await expect(page.getByText('The action is in the plan.')).toBeVisible();
}

/** From the page of the plan, and back to it. */
export async function completeAction(page: Page, title: string, doneOn: TypedDay): Promise<void> {
	await page.getByRole('link', { name: `Complete ${title}` }).click();
	await fillDay(page, doneOn);
	await page.getByRole('button', { name: 'Complete' }).click();
}

/** One action in the list of the plan. */
export function actionItem(page: Page, title: string): Locator {
	return page
		.getByRole('listitem')
		.filter({ has: page.getByRole('link', { name: title, exact: true }) });
}

export async function publishUpdate(
	page: Page,
	path: string,
	said: { narrative: string; confidence: string; move?: string }
): Promise<void> {
	await page.goto(`${path}/updates/new`);
	await page.getByLabel('What has happened').fill(said.narrative);
	await page.getByLabel(said.confidence).check();
	if (said.move) await page.getByLabel(said.move).check();
	await page.getByRole('button', { name: 'Publish the update' }).click();
	await expect(page.getByText('Your update is published.')).toBeVisible();
}

/** Said of a piece of evidence: its title, and the label of the part that it serves. */
interface Said {
	readonly title: string;
	readonly part?: string;
}

export async function addFile(page: Page, path: string, said: Said & { text: string }) {
	await page.goto(`${path}/evidence/new`);
	const buffer = Buffer.from(said.text);
	const file = { name: 'polisi ŵ.txt', mimeType: 'text/plain', buffer };
	await page.getByLabel('Files').setInputFiles(file);
	await stateEvidence(page, said);
}

export async function addLink(page: Page, path: string, said: Said): Promise<void> {
	await page.goto(`${path}/evidence/new?kind=link`);
	await page.getByRole('textbox', { name: 'Address' }).fill('https://example.police.uk/audit');
	await stateEvidence(page, said);
}

export async function addSighting(page: Page, path: string, said: Said): Promise<void> {
	await page.goto(`${path}/evidence/new?kind=sighting`);
	await page.getByLabel('Where it is held').fill('Records room 4');
	await page.getByLabel('Who keeps it').fill('Records manager');
	await page.getByLabel('Who saw it').fill('Detective Inspector (sample)');
	await fillDay(page, { day: '1', month: '6', year: '2026' });
	await stateEvidence(page, said);
}

async function stateEvidence(page: Page, { title, part }: Said): Promise<void> {
	await page.getByLabel('Title').fill(title);
	await page.getByLabel('What it shows').fill('That the policy changed.');
	await page.getByLabel('OFFICIAL', { exact: true }).check();
	if (part) {
		const parts = page.getByLabel('The part that it serves');
		const option = parts.locator('option').filter({ hasText: new RegExp(`^\\s*${part}:`) });
		await parts.selectOption((await option.getAttribute('value')) ?? '');
	}
	await page.getByRole('button', { name: 'Add the evidence' }).click();
	await expect(page.getByText('Your evidence is added.')).toBeVisible({ timeout: 15_000 });
}

/** On the page of the parts: what is said of one of them. */
export async function sayOfPart(page: Page, label: string, met: 'Met' | 'Not met', note: string) {
	const group = page.getByRole('group', { name: `Is part ${label} met?` });
	await group.getByLabel(met, { exact: true }).check();
	await page.getByLabel(`What shows that part ${label} is met`).fill(note);
}

/** On the page that reports complete: which evidence shows a point, and where in it to look. */
export async function chooseEvidence(
	page: Page,
	title: string,
	where: string,
	point?: string
): Promise<void> {
	const within = point
		? [page.getByRole('group', { name: point })]
		: await page.getByRole('group', { name: 'which evidence shows it' }).all();
	for (const group of within) {
		await group.getByRole('checkbox', { name: title }).check();
		await group.getByRole('textbox', { name: `Page or section of ${title}` }).fill(where);
	}
}
