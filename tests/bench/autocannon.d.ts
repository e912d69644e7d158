// The part of autocannon's interface that the bench uses; the package brings no types.
declare module 'autocannon' {
	import type { EventEmitter } from 'node:events';

	interface Options {
		readonly url: string;
		readonly connections: number;
		/** Requests in all. */
		readonly amount?: number;
		/** Seconds; where no amount is given. */
		readonly duration?: number;
		readonly headers?: Readonly<Record<string, string>>;
	}

	interface Result {
		readonly errors: number;
		readonly timeouts: number;
		readonly non2xx: number;
		/** Seconds. */
		readonly duration: number;
	}

	interface Run extends EventEmitter, PromiseLike<Result> {
		/** `took` is in milliseconds, with fractions. */
		on(
			event: 'response',
			listener: (client: unknown, status: number, bytes: number, took: number) => void
		): this;
	}

	export default function autocannon(options: Options): Run;
}
