import type { Actor } from '#lib/domain/actor.ts';
import type { Clock } from '#lib/domain/clock.ts';
import {
	isChangeOf,
	mayHearOf,
	MOST_CHANGES,
	type Change,
	type Watched
} from '#lib/domain/watch.ts';
import { actorsOf } from '../auth/sessions.ts';
import type { Db } from '../db/open.ts';
import { stateOf } from '../db/state.ts';
import { changesSince } from '../reads/changes.ts';
import { openStream, type LiveStream } from './live-stream.ts';

export interface WatchLimits {
	/** Streams of one person, and of everybody. */
	readonly perPerson: number;
	readonly inAll: number;
	/** Milliseconds between two looks at the register, while anybody listens. */
	readonly lookMs: number;
	/** Milliseconds between two signs of life, and until a stream ends and is asked for again. */
	readonly beatMs: number;
	readonly lifeMs: number;
}

export const WATCH_LIMITS: WatchLimits = {
	perPerson: 6,
	inAll: 500,
	lookMs: 1000,
	beatMs: 20_000,
	lifeMs: 10 * 60_000
};

export interface Listening {
	readonly actor: Actor;
	readonly sessionId: string;
	readonly watched: Watched;
	/** The entry of the trail that the page was read after. */
	readonly since: number;
}

interface Listener extends Omit<Listening, 'actor'> {
	/** With the roles of this moment. */
	actor: Actor;
	changes: number;
	readonly stream: LiveStream;
	readonly until: number;
}

export interface ChangeWatch {
	/** A stream of server-sent events; null where there are too many already. */
	listen(asked: Listening): Promise<ReadableStream<Uint8Array> | null>;
	readonly listeners: number;
	/** Ends every stream. */
	stop(): void;
}

/**
 * One watcher for everybody who listens. It asks SQLite once a second whether anything was committed, which costs
 * microseconds; only where something was, it reads the new entries once and every session that listens once, and
 * passes on to each how many of the entries it may hear of. Nobody listens: nothing runs.
 */
export function openChangeWatch(
	{ db, clock }: { readonly db: Db; readonly clock: Clock },
	limits: WatchLimits = WATCH_LIMITS
): ChangeWatch {
	const listeners = new Set<Listener>();
	let timers: NodeJS.Timeout[] = [];
	let state = '';
	let seen = 0;
	let isStopped = false;
	let looking: Promise<void> | null = null;

	async function look(): Promise<void> {
		const now = stateOf(db.read);
		if (now === state) return;
		state = now;
		const fresh = await changesSince(db.read, seen);
		seen = fresh.at(-1)?.sequence ?? seen;
		for (const listener of listeners) tell(listener, fresh);
		await dismiss();
	}

	/** Ends the streams of sessions that are over, and gives the others the roles of this moment. */
	async function dismiss(): Promise<void> {
		const ids = [...new Set(Array.from(listeners, ({ sessionId }) => sessionId))];
		const actors = await actorsOf({ db, clock }, ids);
		for (const listener of listeners) {
			const actor = actors.get(listener.sessionId);
			if (actor) listener.actor = actor;
			else leave(listener);
		}
	}

	/** What came between the reading of the page and the last look; what comes later is told as it comes. */
	async function catchUp(listener: Listener, upTo: number): Promise<void> {
		const missed = await changesSince(db.read, listener.since);
		tell(
			listener,
			missed.filter(({ sequence }) => sequence <= upTo)
		);
	}

	function tell(listener: Listener, changes: readonly Change[]): void {
		const before = listener.changes;
		for (const change of changes) {
			if (change.sequence <= listener.since) continue;
			if (isChangeOf(listener.watched, change) && mayHearOf(listener.actor, change)) {
				listener.changes = Math.min(listener.changes + 1, MOST_CHANGES);
			}
		}
		if (listener.changes > before) listener.stream.tell(listener.changes);
	}

	async function beat(): Promise<void> {
		const now = performance.now();
		for (const listener of listeners) {
			if (now >= listener.until || !listener.stream.beat()) leave(listener);
		}
		// A session also ends by nobody using it, which writes nothing.
		await dismiss();
	}

	function leave(listener: Listener): void {
		listeners.delete(listener);
		listener.stream.end();
		if (listeners.size > 0) return;
		for (const timer of timers) clearInterval(timer);
		timers = [];
	}

	/** One after the other, however long one takes. A register that is closing ends all listening. */
	function oneAtATime(work: () => Promise<void>): () => void {
		return () => {
			looking ??= work()
				.catch(() => stop())
				.finally(() => (looking = null));
		};
	}

	function stop(): void {
		isStopped = true;
		for (const listener of [...listeners]) leave(listener);
	}

	return {
		async listen({ actor, sessionId, watched, since }) {
			const own = [...listeners].filter((one) => one.actor.personId === actor.personId).length;
			if (isStopped || own >= limits.perPerson || listeners.size >= limits.inAll) return null;
			if (listeners.size === 0) {
				timers = [
					setInterval(oneAtATime(look), limits.lookMs).unref(),
					setInterval(oneAtATime(beat), limits.beatMs).unref()
				];
				// What came before the first listener is told it by `since`.
				state = '';
				seen = since;
			}
			const listener: Listener = {
				...{ actor, sessionId, watched, since, changes: 0 },
				stream: openStream(() => leave(listener)),
				until: performance.now() + limits.lifeMs
			};
			listeners.add(listener);
			await catchUp(listener, seen);
			return listener.stream.readable;
		},
		get listeners() {
			return listeners.size;
		},
		stop
	};
}
