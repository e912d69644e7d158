const TEXT = new TextEncoder();

/** Pieces that wait for a client that reads slowly. */
const WAITING = 4;
/** Signs of life that may be left out before the client counts as gone. */
const MISSED = 3;
/** Milliseconds after which a browser asks again; spread out, so that not all come back at once. */
const RETRY_MS = 10_000;

export interface LiveStream {
	readonly readable: ReadableStream<Uint8Array>;
	/** How many changes there are by now: only the last such number matters, so only that is kept. */
	tell(changes: number): void;
	/** @returns whether anybody still reads */
	beat(): boolean;
	end(): void;
}

/** Server-sent events for one page. What its client does not read does not pile up, and holds up nobody else. */
export function openStream(onGone: () => void): LiveStream {
	let controller!: ReadableStreamDefaultController<Uint8Array>;
	let waiting: string | null = null;
	let missed = 0;
	let isOver = false;

	const readable = new ReadableStream<Uint8Array>(
		{
			start(started) {
				controller = started;
				const retry = RETRY_MS + Math.round(Math.random() * RETRY_MS);
				controller.enqueue(TEXT.encode(`retry: ${retry}\n\n`));
			},
			pull() {
				missed = 0;
				if (waiting === null || isOver) return;
				controller.enqueue(TEXT.encode(waiting));
				waiting = null;
			},
			cancel() {
				isOver = true;
				onGone();
			}
		},
		new CountQueuingStrategy({ highWaterMark: WAITING })
	);

	const hasRoom = () => (controller.desiredSize ?? 0) > 0;

	return {
		readable,
		tell(changes) {
			if (isOver) return;
			const text = `event: changes\ndata: ${changes}\n\n`;
			if (hasRoom()) controller.enqueue(TEXT.encode(text));
			else waiting = text;
		},
		beat() {
			if (isOver) return false;
			if (hasRoom()) controller.enqueue(TEXT.encode(': still here\n\n'));
			else missed += 1;
			return missed < MISSED;
		},
		end() {
			if (isOver) return;
			isOver = true;
			controller.close();
		}
	};
}
