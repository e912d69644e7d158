import { randomUUID } from 'node:crypto';
import type { Actor } from '#lib/domain/actor.ts';
import type { Parsed, Typed } from '#lib/forms/parse.ts';
import type { App } from '#lib/server/app.ts';
import { readWordingStep } from '#lib/server/reads/wording-loads.ts';
import { paths } from '#lib/wording/paths.ts';
import type { ServerLoadEvent } from '@sveltejs/kit';
import { acting } from '../../../acting.ts';
import type { Banner } from '../../../banner.ts';
import { formAction, orErrorPage } from '../../../form-action.ts';

/** What the page of a step on the whole of loaded wording is drawn from. */
export function stepLoad(action: 'load-wording' | 'accept-wording') {
	return async ({ locals, params }: ServerLoadEvent<{ key: string }>) => ({
		wording: await orErrorPage(() =>
			readWordingStep(locals.app, acting(locals), params.key, action)
		),
		submissionKey: randomUUID()
	});
}

/** Its form, which leads back to the wording. */
export function stepAction<Command>(
	parse: (typed: Typed) => Parsed<Command>,
	carryOut: (app: App, actor: Actor, key: string, command: Command) => Promise<void>,
	banner: Banner
) {
	return formAction({
		parse,
		carryOut: ({ locals, params }, command: Command) =>
			carryOut(locals.app, acting(locals), params['key'] ?? '', command),
		goTo: ({ params }) => paths.wordingLoad(params['key'] ?? ''),
		banner: () => banner
	});
}
