import type { RequestHandler } from '@sveltejs/kit';
import type { TestApp } from './test-app.ts';

/** The addresses for programs and calendars, by their files. */
export const PROGRAM_HANDLERS = import.meta.glob<{ GET: RequestHandler }>(
	'/src/routes/{api,calendar}/**/+server.ts',
	{ eager: true }
);

/** Asks an address below /api/v1 as a program does. */
export function askProgram(
	app: TestApp,
	address: string,
	token: string | undefined,
	headers: Record<string, string> = {}
) {
	const url = new URL(`https://tracker.test/api/v1${address}`);
	const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
	const path = `/src/routes${url.pathname}/+server.ts`;
	return call(app, path, url, { ...headers, ...authorization }, {});
}

/** Asks for a calendar. */
export function askFeed(app: TestApp, token: string) {
	const url = new URL(`https://tracker.test/calendar/${token}.ics`);
	return call(app, '/src/routes/calendar/[token].ics/+server.ts', url, {}, { token });
}

async function call(
	app: TestApp,
	path: string,
	url: URL,
	headers: Record<string, string>,
	params: object
) {
	const event = {
		...{ url, params, locals: { app }, request: new Request(url, { headers }) },
		getClientAddress: () => '192.0.2.7'
	};
	const response = await PROGRAM_HANDLERS[path]!.GET(event as never);
	const { status } = response;
	return { status, body: await response.text(), headers: response.headers };
}
