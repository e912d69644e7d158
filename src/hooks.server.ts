import { randomBytes } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { openApp, type App } from '#lib/server/app.ts';
import { describeError } from '#lib/server/auth/describe-error.ts';
import { isFromHere, judge, TOKEN_BRANCHES } from '#lib/server/auth/guard.ts';
import { securityHeaders } from '#lib/server/auth/security-headers.ts';
import { authenticate } from '#lib/server/auth/sessions.ts';
import { readConfig } from '#lib/server/config.ts';
import { limitBody } from '#lib/server/files/limit-body.ts';
import { readBody } from '#lib/server/files/read-body.ts';
import { startJobs } from '#lib/server/jobs/start-jobs.ts';
import { giveBackAtRest } from '#lib/server/memory-at-rest.ts';
import { registerBegan } from '#lib/server/reads/looking-back.ts';
import { paths } from '#lib/wording/paths.ts';
import {
	text,
	type Handle,
	type HandleServerError,
	type RequestEvent,
	type ServerInit
} from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { inPieces } from './in-pieces.ts';
import { readSessionCookie } from './session-cookie.ts';

let app: App;

export const init: ServerInit = () => {
	app = openApp(readConfig(process.env));
	putHeadersOnEveryAnswer(securityHeaders(app.origin));
	// Never changes once it is known: the first page that looks back need not ask.
	void registerBegan(app.db.read);
	// Streams that stay open would hold the server up for half a minute.
	for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => app.changes.stop());
	const stopJobs = startJobs(app, (job, thrown) => logBug('job', { job }, thrown));
	const stopGiving = giveBackAtRest();
	process.once('sveltekit:shutdown' as 'exit', async () => {
		stopGiving();
		await stopJobs();
		app.close();
	});
};

/** Numbers the request, and writes one line about it: no query, no name, no address. */
const observe: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	const requestId = randomBytes(6).toString('hex');
	Object.assign(event.locals, { app, requestId });
	// What the other steps throw is answered outside of here.
	let status = 500;
	try {
		const response = await resolve(event);
		status = response.status;
		response.headers.set('x-request-id', requestId);
		// Pages differ from person to person, and may hold what nobody else should find in a cache.
		if (!response.headers.has('cache-control')) {
			response.headers.set('cache-control', 'private, no-store');
		}
		return response;
	} finally {
		app.log.info({
			requestId,
			method: event.request.method,
			route: event.route.id,
			status,
			ms: Math.round(performance.now() - started)
		});
	}
};

const refuseForeign: Handle = ({ event, resolve }) => {
	const { method, headers } = event.request;
	if (isFromHere(method, headers, app.origin)) return resolve(event);
	return text('This request did not come from a page of this service.\n', { status: 403 });
};

const BODY_MAX = 512 * 1024;
/** A pasted section of a report, each character escaped, and a spreadsheet. */
const SOURCE_BODY_MAX = 6 * 1024 * 1024;

const limitBodies: Handle = ({ event, resolve }) => {
	const max = event.route.id === '/(app)/wording/new' ? SOURCE_BODY_MAX : BODY_MAX;
	if (!limitsItsOwnBody(event)) event.request = limitBody(event.request, max);
	return resolve(event);
};

/** Of a form whose sender is signed out, files and all. */
const DRAIN_MAX = 256 * 1024 * 1024;

const recognise: Handle = async ({ event, resolve }) => {
	// A cookie opens nothing there, so that no page elsewhere can ask with it.
	const route = event.route.id ?? '';
	if (TOKEN_BRANCHES.some((branch) => route.startsWith(branch))) return resolve(event);
	// A page that is left open asks by itself: nobody stays signed in by that.
	const isUse = route !== '/(app)/events';
	const session = await authenticate(app, readSessionCookie(event.cookies, app.origin), isUse);
	event.locals.actor = session?.actor;
	event.locals.sessionId = session?.sessionId;
	event.locals.latestEntry = session?.latestEntry;
	return resolve(event);
};

const guard: Handle = async ({ event, resolve }) => {
	const { method, headers } = event.request;
	const here = event.url.pathname + event.url.search;
	const verdict = judge({
		method,
		routeId: event.route.id,
		isSignedIn: event.locals.actor !== undefined,
		contentType: headers.get('content-type') ?? '',
		accept: headers.get('accept') ?? '',
		isDataRequest: event.isDataRequest
	});
	if (verdict === 'sign-in') return goTo(303, paths.signIn(here));
	if (verdict === 'keep-text') {
		// A browser that is answered while it still sends sees a broken connection, not our answer.
		await drain(event.request);
		// 307 keeps method and body: the browser sends the same form to the sign-in page, which holds it.
		return goTo(307, paths.signInHolding(here));
	}
	if (verdict === 'refuse') return text('Sign in first.\n', { status: 401 });
	return resolve(event);
};

const countQueries: Handle = async ({ event, resolve }) => {
	if (!app.config.countsQueries) return resolve(event);
	const before = app.db.queries.count;
	const response = await resolve(event);
	response.headers.set('x-query-count', String(app.db.queries.count - before));
	return response;
};

const sendInPieces: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { pieces } = event.locals;
	return pieces && response.ok ? inPieces(response, pieces) : response;
};

export const handle = sequence(
	observe,
	countQueries,
	refuseForeign,
	limitBodies,
	recognise,
	guard,
	sendInPieces
);

/** The one funnel for what nobody expected. The reader gets a number to quote, the log gets the rest. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	const { requestId } = event.locals;
	if (status < 500) return { message, requestId };
	logBug('request', { requestId, route: event.route.id }, error);
	// The page of last resort has no other place for the number.
	return { message: `${message} ${requestId}`, requestId };
};

async function drain(request: Request): Promise<void> {
	const limits = { maxBytes: DRAIN_MAX, drainBytes: DRAIN_MAX };
	await readBody(request, limits, async () => undefined).catch(() => undefined);
}

const WITH_FILES = [
	'/(app)/recommendations/[ref]/[org]/evidence/new',
	'/(door)/verify',
	'/(app)/workbooks'
];

/** Files arrive in a stream that is limited as it is read, and the sign-in page carries other forms' text. */
function limitsItsOwnBody({ route, request }: RequestEvent): boolean {
	const isMultipart = request.headers.get('content-type')?.startsWith('multipart/form-data');
	if (WITH_FILES.includes(route.id ?? '')) return isMultipart === true;
	return route.id === '/(door)/sign-in';
}

function goTo(status: 303 | 307, location: string): Response {
	return new Response(null, { status, headers: { location } });
}

function logBug(what: string, about: Record<string, unknown>, thrown: unknown): void {
	// Under 'err' pino would describe it once more, and leave out its name and its cause.
	app.log.error({ ...about, error: describeError(thrown) }, `${what} failed`);
}

/** Also on what SvelteKit answers before `handle`: files, malformed requests, refused forms. */
function putHeadersOnEveryAnswer(headers: Record<string, string>): void {
	subscribe('http.server.request.start', (message) => {
		const { response } = message as { response: ServerResponse };
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	});
}
