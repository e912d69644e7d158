import type { Clock } from '#lib/domain/clock.ts';
import type { Db } from './open.ts';

/** What every service needs; the app built by `server/app.ts` is one. */
export interface Context {
	readonly db: Db;
	readonly clock: Clock;
	/** What links in mail begin with, from the configuration: never from a request. */
	readonly origin: string;
}
