import type { Actor } from '#lib/domain/actor.ts';
import type { App as TrackerApp } from '#lib/server/app.ts';

declare global {
	/** Part of the names of the islands that vite.config.ts builds. */
	const __ISLANDS__: string;

	namespace App {
		interface Error {
			message: string;
			requestId?: string;
		}
		interface Locals {
			app: TrackerApp;
			requestId: string;
			/** Whoever is signed in; the branch guard in the hooks makes sure of it below (app) and (print). */
			actor: Actor | undefined;
			sessionId: string | undefined;
			/** The last entry of the trail before anything of the page was read. */
			latestEntry: number | undefined;
			/** Drawn pieces of a page that is sent as they come (src/in-pieces.ts). */
			pieces?: AsyncIterable<string>;
		}
	}
}
export {};
