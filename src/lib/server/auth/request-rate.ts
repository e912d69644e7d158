/** In milliseconds: what one token may ask for is counted by the minute. */
export const RATE_WINDOW_MS = 60_000;

/** More tokens at a time are not kept apart; the oldest make room. */
const TOKENS_KEPT = 10_000;

interface Window {
	readonly startedAt: number;
	count: number;
}

/** For each register its own, in memory: what a restart loses is a minute's count. */
const registers = new WeakMap<object, Map<number, Window>>();

/**
 * Counts one request of a token.
 * @param register its database
 * @param most that it may ask for in a minute
 * @returns seconds until it may ask again; null where it may now
 */
export function countRequest(
	register: object,
	tokenId: number,
	now: number,
	most: number
): number | null {
	const windows = registers.get(register) ?? new Map<number, Window>();
	registers.set(register, windows);
	const found = windows.get(tokenId);
	const isOver = !found || now - found.startedAt >= RATE_WINDOW_MS || now < found.startedAt;
	const window = isOver ? { startedAt: now, count: 0 } : found;
	window.count += 1;
	windows.delete(tokenId);
	windows.set(tokenId, window);
	if (windows.size > TOKENS_KEPT) windows.delete(windows.keys().next().value ?? tokenId);
	if (window.count <= most) return null;
	return Math.max(1, Math.ceil((window.startedAt + RATE_WINDOW_MS - now) / 1000));
}
