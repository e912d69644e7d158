const NOWHERE = 'http://nowhere.invalid';
const LONGEST = 2_000;

/**
 * Where to go after signing in: a path of this service, or '/' for anything that a browser could read as
 * another site. Browsers take a backslash for a slash and drop tabs and line breaks, and proxies undo
 * percent-encoding, so a path is judged as written, as decoded and as resolved.
 */
export function safeNext(text: unknown): string {
	if (typeof text !== 'string' || text.length > LONGEST || !isPlainPath(text)) return '/';
	const url = URL.parse(text, NOWHERE);
	if (url?.origin !== NOWHERE || !isPlainPath(url.pathname)) return '/';
	return isPlainWhenDecoded(url.pathname) ? url.pathname + url.search + url.hash : '/';
}

function isPlainPath(text: string): boolean {
	return /^\/(?!\/)/.test(text) && !FORBIDDEN.test(text);
}

/** Decodes until nothing changes, so that '%252f' hides nothing. */
function isPlainWhenDecoded(path: string): boolean {
	let current = path;
	for (let round = 0; round < 5; round += 1) {
		const decoded = decode(current);
		if (decoded === null || !isPlainPath(decoded)) return false;
		if (decoded === current) return true;
		current = decoded;
	}
	return false;
}

function decode(path: string): string | null {
	try {
		return decodeURIComponent(path);
	} catch {
		return null;
	}
}

/** Backslashes, white space, control characters, and directional marks. */
const FORBIDDEN = /[\\\s\p{Cc}\p{Cf}]/u;
