/// <reference types="vite/client" />
import type { Actor } from '#lib/domain/actor.ts';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { openPage, type Asked } from './routes.ts';
import type { TestApp } from './test-app.ts';

const PAGES = import.meta.glob<{ default: Component }>('/src/routes/**/+page.svelte');

/** What somebody gets to see: the page of that address, drawn as the server draws it. */
export async function drawPage(app: TestApp, actor: Actor, asked: Asked): Promise<string> {
	const { status, data } = await openPage(app, actor, asked);
	if (status !== 200) throw new Error(`${asked.id}${asked.search ?? ''} answers ${status}`);
	const { default: page } = await PAGES[`/src/routes${asked.id}/+page.svelte`]!();
	const url = new URL(`https://tracker.test${pathOf(asked)}${asked.search ?? ''}`);
	const request = { page: { url, params: asked.params, data: {}, form: null } };
	const props = { data: (data as { page: unknown }).page } as never;
	return render(page, { props, context: new Map([['__request__', request]]) }).body;
}

/** '/(app)/assignments' is seen at '/assignments'. */
function pathOf({ id, params }: Asked): string {
	const path = id.replaceAll(/\/\([^)]+\)/g, '');
	return path.replaceAll(/\[(\w+)\]/g, (_, name: string) => params[name] ?? '') || '/';
}

export interface Linked {
	readonly href: string;
	readonly text: string;
}

/** Every link of a drawn page, with the words that are read out. */
export function linksOf(html: string): Linked[] {
	return [...html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].map(
		([, href, inside]) => ({ href: plain(href!), text: plain(inside!) })
	);
}

function plain(html: string): string {
	const text = html.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/<[^>]+>/g, ' ');
	const named = text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<');
	return named.replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ').trim();
}
