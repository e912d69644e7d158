import { createHash } from 'node:crypto';
import type { Actor } from '#lib/domain/actor.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { TokenScope } from '#lib/domain/token.ts';
import { countRequest } from '#lib/server/auth/request-rate.ts';
import { claimAttempt } from '#lib/server/auth/throttle.ts';
import { authenticateToken } from '#lib/server/auth/tokens.ts';
import type { App } from '#lib/server/app.ts';
import { refusalMessage } from '#lib/wording/refusal.ts';
import type { RequestEvent } from '@sveltejs/kit';

type Read = (app: App, actor: Actor, params: URLSearchParams) => Promise<unknown>;

/** An address for programs: asks for a token with that scope and those parameters, and answers in JSON. */
export function apiAnswer(scope: TokenScope, parameters: readonly string[], read: Read) {
	return async (event: RequestEvent): Promise<Response> => {
		const { app } = event.locals;
		try {
			const holder = await holderOf(event);
			if (!holder.scopes.includes(scope)) throw new Refusal('scope-missing');
			const most = app.config.tokenRequestsPerMinute;
			const wait = countRequest(app.db, holder.tokenId, app.clock.now(), most);
			if (wait !== null) {
				throw new Refusal('too-many-attempts', { facts: { retryAfterSeconds: wait } });
			}
			const { searchParams } = event.url;
			const unknown = [...searchParams.keys()].find((name) => !parameters.includes(name));
			if (unknown !== undefined) throw new Refusal('unknown-parameter', { field: unknown });
			return answer(event.request, await read(app, holder.actor, searchParams));
		} catch (thrown) {
			if (!(thrown instanceof Refusal)) throw thrown;
			return problem(thrown);
		}
	};
}

/** Attempts with a token that does not work are counted by address, as at the other doors. */
async function holderOf({ request, locals, getClientAddress }: RequestEvent) {
	const { app } = locals;
	const token = /^Bearer ([\w-]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
	const holder = token === undefined ? null : await authenticateToken(app, token, 'api');
	if (holder) return holder;
	if (token !== undefined) {
		const attempt = { door: 'token' as const, address: getClientAddress() };
		await app.db.write((tx) => claimAttempt(tx, attempt, app.clock.now()));
	}
	throw new Refusal('token-needed');
}

const PRIVATE = { 'cache-control': 'private, no-cache', vary: 'authorization' };

function answer(request: Request, content: unknown): Response {
	const body = JSON.stringify(content);
	const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
	const known = request.headers.get('if-none-match')?.split(/, */) ?? [];
	const headers = { ...PRIVATE, etag };
	if (known.some((one) => one.replace(/^W\//, '') === etag)) {
		return new Response(null, { status: 304, headers });
	}
	return new Response(body, { headers: { ...headers, 'content-type': 'application/json' } });
}

const STATUS: Readonly<Record<string, number>> = {
	'token-needed': 401,
	'scope-missing': 403,
	'not-allowed': 403,
	'not-found': 404,
	'too-many-attempts': 429
};

/** As RFC 9457 says. What is not listed above is a parameter that cannot be read. */
function problem(refusal: Refusal): Response {
	const status = STATUS[refusal.code] ?? 400;
	const { title, message: detail } = refusalMessage(refusal);
	const wait = refusal.facts['retryAfterSeconds'];
	const body = {
		...{ type: 'about:blank', title, status, detail, code: refusal.code },
		...(refusal.field === undefined ? {} : { parameter: refusal.field })
	};
	return new Response(JSON.stringify(body), {
		status,
		headers: {
			...PRIVATE,
			'content-type': 'application/problem+json',
			...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
			...(typeof wait === 'number' ? { 'retry-after': String(wait) } : {})
		}
	});
}
