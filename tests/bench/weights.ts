import { gzipSync } from 'node:zlib';
import { openClient } from './ask.ts';
import type { Page } from './pages.ts';

/** Kilobytes, compressed, that a browser loads before a page is whole. */
export interface Weights {
	readonly script: number;
	readonly stylesheet: number;
}

/** The heaviest of the pages: every module that its HTML names, with all that these import at once. */
export async function heaviest(origin: string, pages: readonly Page[]): Promise<Weights> {
	const client = openClient(origin);
	const loaded = new Map<string, { readonly text: string; readonly kilobytes: number }>();
	const load = async (path: string) => {
		const known = loaded.get(path);
		if (known) return known;
		const { body, status } = await client.ask(path);
		if (status !== 200) throw new Error(`${path} answered ${status}`);
		const file = { text: body.toString(), kilobytes: gzipSync(body).length / 1024 };
		loaded.set(path, file);
		return file;
	};
	const weigh = async (paths: Iterable<string>) => {
		let sum = 0;
		for (const path of paths) sum += (await load(path)).kilobytes;
		return sum;
	};
	const resolve = (path: string, from: string) => new URL(path, new URL(from, origin)).pathname;
	const modulesOf = async (html: string, page: string) => {
		const named = [...html.matchAll(NAMED_MODULE)].map(([, path]) => resolve(path!, page));
		const found = new Set(named);
		for (const path of found) {
			const { text } = await load(path);
			for (const [, from] of text.matchAll(STATIC_IMPORT)) {
				found.add(resolve(from!, path));
			}
		}
		return found;
	};
	const weights = { script: 0, stylesheet: 0 };
	for (const page of pages) {
		const { body } = await client.ask(page.path, { headers: page.headers });
		const html = body.toString();
		const sheets = [...html.matchAll(STYLESHEET)].map(([, path]) => resolve(path!, page.path));
		weights.script = Math.max(weights.script, await weigh(await modulesOf(html, page.path)));
		weights.stylesheet = Math.max(weights.stylesheet, await weigh(new Set(sheets)));
	}
	client.close();
	return weights;
}

const STYLESHEET = /<link[^>]*href="([^"]+\.css)"[^>]*rel="stylesheet"/g;
/** Preloaded modules, and those that the page's own script imports. */
const NAMED_MODULE = /["']([^"']*\/_app\/immutable\/[^"']+\.js)["']/g;
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["']([^"']+\.js)["']/g;
