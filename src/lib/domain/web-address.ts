/**
 * The address as a browser would open it; null for anything but a plain address on the web: http or https
 * with both slashes, no name or password before the host, and nothing in it that a reader would not see.
 */
export function webAddressOf(text: string): URL | null {
	if (!/^https?:\/\/[^/]/i.test(text) || UNSEEN.test(text)) return null;
	const url = URL.parse(text);
	return url && url.username === '' && url.password === '' ? url : null;
}

/** White space, the backslash that browsers read as a slash, control and formatting characters, half a pair. */
const UNSEEN = /[\s\\\p{Cc}\p{Cf}\p{Cs}]/u;
