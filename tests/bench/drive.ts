import autocannon from 'autocannon';

export interface Load {
	readonly connections: number;
	/** Requests in all; for `seconds` where it is missing. */
	readonly amount?: number;
	readonly seconds?: number;
}

export interface Timing {
	/** Milliseconds until the whole answer was there: of half, and of 95 in 100. */
	readonly p50: number;
	readonly p95: number;
	readonly perSecond: number;
	readonly answers: number;
	/** Requests without a 200. */
	readonly failures: number;
}

/** Asks for one address again and again over loopback, on connections that stay open. */
export async function drive(
	url: string,
	headers: Readonly<Record<string, string>>,
	{ connections, amount, seconds }: Load
): Promise<Timing> {
	const times: number[] = [];
	let failures = 0;
	const began = performance.now();
	const run = autocannon({
		url,
		headers,
		connections,
		...(amount === undefined ? { duration: seconds ?? 1 } : { amount })
	});
	run.on('response', (_client, status, _bytes, took) => {
		times.push(took);
		if (status !== 200) failures += 1;
	});
	const { errors, timeouts } = await run;
	const tookSeconds = (performance.now() - began) / 1000;
	return {
		p50: percentile(times, 50),
		p95: percentile(times, 95),
		perSecond: times.length / tookSeconds,
		answers: times.length,
		failures: failures + errors + timeouts
	};
}

/** The nearest rank; NaN of nothing. */
export function percentile(values: readonly number[], percent: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? NaN;
}
