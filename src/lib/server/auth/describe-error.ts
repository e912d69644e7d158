export interface ErrorDescription {
	readonly name: string;
	readonly message: string;
	readonly stack: readonly string[];
	readonly cause?: ErrorDescription;
}

const LONGEST = 300;

/**
 * What the log may keep of an error: where it happened and why, without the values of a failed query and
 * without the source lines of a message that runs over several lines.
 */
export function describeError(thrown: unknown, depth = 0): ErrorDescription {
	if (!(thrown instanceof Error)) return { name: typeof thrown, message: '', stack: [] };
	const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	const described = {
		name: thrown.name,
		message: withoutValues(thrown.message),
		stack: frames.map((frame) => frame.trim())
	};
	if (thrown.cause === undefined || depth > 4) return described;
	return { ...described, cause: describeError(thrown.cause, depth + 1) };
}

/** Drizzle's "Failed query: insert … \nparams: alex@…" without its second line. */
function withoutValues(message: string): string {
	const [first = ''] = message.split('\n', 1);
	return first
		.replace(/params:.*$/, '')
		.trim()
		.slice(0, LONGEST);
}
