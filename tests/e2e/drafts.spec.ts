import type { Page } from '@playwright/test';
import type { SampleEmail } from '#lib/domain/sample.ts';
import { expect, signIn, test } from '../support/fixtures.ts';
import { fillDay } from '../support/steps.ts';

/** A form whose text is kept while it is written. */
interface Kept {
	readonly form: string;
	readonly who: SampleEmail;
	readonly path: string;
	readonly field: string;
	/** Chosen beside the text. */
	readonly choice: string;
}

const FORMS: readonly Kept[] = [
	{
		...{ form: 'a request for more time', who: 'kent.lead@sample.test' },
		...{ path: '/recommendations/OIC-3/KENT/extensions/ask', field: 'What has happened' },
		choice: 'Buying or delivery'
	},
	{
		...{ form: 'its decision', who: 'inspector@sample.test' },
		...{ path: '/recommendations/OIC-5/KENT/extensions/decide', field: 'Why' },
		choice: 'Refuse'
	},
	{
		...{ form: 'a review', who: 'inspector@sample.test' },
		...{ path: '/recommendations/OIC-7/KENT/review', field: 'Why' },
		choice: 'Return it with reasons'
	},
	{
		...{ form: 'a countersignature', who: 'inspector@sample.test' },
		...{ path: '/recommendations/PRE-1/NCA/review/countersign', field: 'Why' },
		choice: 'I do not agree'
	},
	{
		...{ form: 'a re-check', who: 'inspector@sample.test' },
		...{ path: '/recommendations/OIC-8/KENT/recheck', field: 'What you found, and what you' },
		choice: 'Reopened'
	}
];

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script, hasOwnRegister: true });

		test('what is typed into a form is there when its writer comes back, and nobody else sees it', async ({
			page
		}) => {
			await askForTime(page);
			let signedIn: SampleEmail | null = null;
			for (const kept of FORMS) {
				const text = `Half a sentence about ${kept.form}`;
				if (signedIn !== kept.who) await as(page, kept.who);
				signedIn = kept.who;
				await type(page, kept, text);
				if (!script) await page.getByRole('button', { name: 'Save draft' }).click();
				// With script the page saves by itself, once the typing pauses.
				const saved = page.getByText(/^Draft saved|^This is your draft, saved/).first();
				await expect(saved, kept.form).toBeVisible();
				await page.goto('/account');
				await page.goto(kept.path);
				await expect(textOf(page, kept), kept.form).toHaveValue(text);
				await expect(page.getByLabel(kept.choice, { exact: true })).toBeChecked();
			}
			await as(page, 'inspector2@sample.test');
			for (const kept of FORMS.filter(({ who }) => who === 'inspector@sample.test').slice(0, 2)) {
				await page.goto(kept.path);
				await expect(textOf(page, kept), kept.form).toHaveValue('');
			}
			await as(page, 'inspector@sample.test');
			for (const kept of FORMS.filter(({ who }) => who === 'inspector@sample.test')) {
				await page.goto(kept.path);
				await expect(textOf(page, kept), kept.form).toHaveValue(/^Half a sentence/);
			}
		});
	});
}

test('what was typed after the session ran out is sent after signing in, and a tab that was closed lost nothing', async ({
	page,
	context
}) => {
	const [, , review] = FORMS;
	await signIn(page, review!.who);
	await type(page, review!, 'Typed and saved');
	await expect(page.getByText(/^Draft saved/).first()).toBeVisible();
	await context.clearCookies();
	await textOf(page, review!).fill('Typed after the session ran out');
	await expect(page.getByRole('link', { name: /^Sign in/ })).toBeVisible();
	const other = await context.newPage();
	await signIn(other, review!.who);
	await textOf(page, review!).press('End');
	await textOf(page, review!).pressSequentially(', and then some');
	await expect(page.getByText(/^Draft saved/).first()).toBeVisible();
	// As when the browser is ended: the page is not asked whether it may go.
	await page.close({ runBeforeUnload: false });
	await other.goto(review!.path);
	await expect(textOf(other, review!)).toHaveValue(
		'Typed after the session ran out, and then some'
	);
});

test('what was typed before the script of the page had come is saved as well', async ({ page }) => {
	const recheck = FORMS.at(-1)!;
	await signIn(page, recheck.who);
	const scriptMayCome = Promise.withResolvers<void>();
	await page.route('**/_app/immutable/entry/**', async (route) => {
		await scriptMayCome.promise;
		await route.continue();
	});
	await page.goto(recheck.path, { waitUntil: 'domcontentloaded' });
	await textOf(page, recheck).fill('Typed at once');
	scriptMayCome.resolve();
	await expect(page.getByText(/^Draft saved/).first()).toBeVisible();
	await page.goto(recheck.path);
	await expect(textOf(page, recheck)).toHaveValue('Typed at once');
});

/** A request of Kent Police that waits for its decision. */
async function askForTime(page: Page): Promise<void> {
	await signIn(page, 'kent.lead@sample.test');
	await page.goto('/recommendations/OIC-5/KENT/extensions/ask');
	await fillDay(page, { day: '30', month: '9', year: '2031' });
	await page.getByLabel('Buying or delivery').check();
	await page.getByLabel('What has happened').fill('Delivery comes late');
	await page.getByRole('button', { name: 'Ask the inspectorate' }).click();
	await expect(page.getByText('Your request is with the inspectorate.')).toBeVisible();
}

async function type(page: Page, kept: Kept, text: string): Promise<void> {
	await page.goto(kept.path);
	await page.getByLabel(kept.choice, { exact: true }).check();
	await textOf(page, kept).fill(text);
}

function textOf(page: Page, { field }: Kept) {
	return page.getByRole('textbox', { name: new RegExp(`^${field}`) }).last();
}

async function as(page: Page, email: SampleEmail): Promise<void> {
	await page.context().clearCookies();
	await signIn(page, email);
}
