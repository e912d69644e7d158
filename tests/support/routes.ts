/// <reference types="vite/client" />
import type { Actor } from '#lib/domain/actor.ts';
import { isActionFailure, isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import type { TestApp } from './test-app.ts';

type Load = (event: RequestEvent) => unknown;
type ActionOf = (event: RequestEvent) => unknown;
type Handler = (event: RequestEvent) => unknown;

interface ServerModule {
	readonly load?: Load;
	readonly actions?: Readonly<Record<string, ActionOf>>;
}

const PAGES = import.meta.glob<ServerModule>('/src/routes/**/+page.server.ts', { eager: true });
const LAYOUTS = import.meta.glob<ServerModule>('/src/routes/**/+layout.server.ts', { eager: true });

const SERVERS = import.meta.glob<Readonly<Record<string, Handler>>>('/src/routes/**/+server.ts', {
	eager: true
});

/** The ids of all addresses that answer with something else than a page. */
export function endpointIds(): string[] {
	return Object.keys(SERVERS).map(idOf).sort();
}

/** The methods that such an address takes. */
export function methodsOf(id: string): string[] {
	return Object.keys(endpointOf(id)).filter((name) => /^[A-Z]+$/.test(name));
}

/** What an address answers to a GET; its body is read to the end, as a browser would. */
export function callEndpoint(app: TestApp, actor: Actor, asked: Asked): Promise<Answer> {
	const request = new Request('https://tracker.test/');
	return answerOf(() => endpointOf(asked.id)['GET']?.(eventOf(app, actor, asked, request)));
}

/** The ids of all pages with a server side below a branch, such as '/(app)/audit'. */
export function routeIds(branch: string): string[] {
	return Object.keys(PAGES)
		.map(idOf)
		.filter((id) => id.startsWith(branch))
		.sort();
}

/** The names of the form actions of a page. */
export function actionNames(id: string): string[] {
	return Object.keys(moduleOf(id).actions ?? {});
}

export interface Asked {
	readonly id: string;
	readonly params: Readonly<Record<string, string>>;
	/** With its question mark, where there is one. */
	readonly search?: string;
}

export interface Answer {
	readonly status: number;
	/** What is sent to the browser. */
	readonly data: unknown;
}

/** What a page and the layouts around it send to whoever is signed in, as the hooks would call them. */
export async function openPage(app: TestApp, actor: Actor, asked: Asked): Promise<Answer> {
	const event = eventOf(app, actor, asked, new Request('https://tracker.test/'));
	return answerOf(async () => {
		const around = Object.entries(LAYOUTS).filter(([path]) => asked.id.startsWith(idOf(path)));
		const layouts = [];
		for (const [, { load }] of around) layouts.push(await load?.(event));
		return { layouts, page: await moduleOf(asked.id).load?.(event) };
	});
}

/** What a form action of a page answers to the fields. */
export async function submit(
	app: TestApp,
	actor: Actor,
	asked: Asked & { readonly action: string },
	fields: Readonly<Record<string, string>> | FormData
): Promise<Answer> {
	const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
	const request = new Request('https://tracker.test/', { method: 'POST', body });
	const action = moduleOf(asked.id).actions?.[asked.action];
	if (!action) throw new Error(`${asked.id} has no action ${asked.action}`);
	return answerOf(() => action(eventOf(app, actor, asked, request)));
}

async function answerOf(work: () => unknown): Promise<Answer> {
	try {
		const data = await work();
		if (data instanceof Response) return { status: data.status, data: await data.text() };
		return isActionFailure(data) ? { status: data.status, data: data.data } : { status: 200, data };
	} catch (thrown) {
		if (isHttpError(thrown)) return { status: thrown.status, data: thrown.body };
		if (isRedirect(thrown)) return { status: thrown.status, data: thrown.location };
		throw thrown;
	}
}

function eventOf(app: TestApp, actor: Actor, asked: Asked, request: Request): RequestEvent {
	const cookies = { get: () => undefined, getAll: () => [], set: () => {}, delete: () => {} };
	return {
		locals: { app, actor, requestId: 'test', sessionId: 'test' },
		params: asked.params,
		url: new URL(`https://tracker.test/${asked.search ?? ''}`),
		route: { id: asked.id },
		request,
		cookies,
		getClientAddress: () => '192.0.2.1',
		isDataRequest: false,
		isSubRequest: false,
		setHeaders: () => {},
		depends: () => {},
		parent: async () => ({})
	} as unknown as RequestEvent;
}

function moduleOf(id: string): ServerModule {
	const found = Object.entries(PAGES).find(([path]) => idOf(path) === id);
	if (!found) throw new Error(`There is no page ${id}`);
	return found[1];
}

/** '/src/routes/(app)/audit/+page.server.ts' is '/(app)/audit' */
function idOf(path: string): string {
	return path.replace('/src/routes', '').replace(/\/\+((page|layout)\.)?server\.ts$/, '');
}

function endpointOf(id: string): Readonly<Record<string, Handler>> {
	const found = Object.entries(SERVERS).find(([path]) => idOf(path) === id);
	if (!found) throw new Error(`There is no address ${id}`);
	return found[1];
}
