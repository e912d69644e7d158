import { test as base, type Page } from '@playwright/test';
import { SAMPLE_PASSWORD, type SampleEmail } from '#lib/domain/sample.ts';
import { startServer, type ServerOptions, type TestServer } from './server.ts';

export { expect } from '@playwright/test';

interface PerTest {
	/** Of this spec file alone: what a test changes, only the tests after it in the same file see. */
	readonly server: TestServer;
	/** `test.use({ hasOwnRegister: true })`, for a test that begins where another test of its file began. */
	readonly hasOwnRegister: boolean;
	/** Signs the page in and leaves it on the first page. */
	readonly signIn: (email: SampleEmail) => Promise<void>;
}

interface PerWorker {
	/** `test.use({ serverOptions: { sample: false } })` at the top of a file, for another register. */
	readonly serverOptions: ServerOptions;
	readonly servers: Servers;
}

interface Servers {
	/** The server of a file, or of a test: the one before it is stopped. */
	of(user: string): Promise<TestServer>;
}

export const test = base.extend<PerTest, PerWorker>({
	serverOptions: [{}, { option: true, scope: 'worker' }],
	servers: [
		async ({ serverOptions }, use) => {
			let current: { user: string; server: TestServer } | null = null;
			await use({
				async of(user) {
					if (current?.user !== user) {
						await current?.server.stop();
						current = { user, server: await startServer(serverOptions) };
					}
					return current.server;
				}
			});
			await (current as { server: TestServer } | null)?.server.stop();
		},
		{ scope: 'worker', timeout: 120_000 }
	],
	hasOwnRegister: [false, { option: true }],
	server: async ({ servers, hasOwnRegister }, use, testInfo) =>
		use(await servers.of(hasOwnRegister ? testInfo.testId : testInfo.file)),
	baseURL: async ({ server }, use) => use(server.origin),
	signIn: async ({ page }, use) => use((email) => signIn(page, email))
});

export async function signIn(page: Page, email: SampleEmail): Promise<void> {
	await page.goto('/sign-in');
	await page.getByLabel('Email address').fill(email);
	await page.getByLabel('Password', { exact: true }).fill(SAMPLE_PASSWORD);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL((url) => url.pathname !== '/sign-in');
}
