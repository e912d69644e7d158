/** What the bench holds the service to, at the large size on a machine of two cores. */
export const BUDGETS = {
	/** Milliseconds for one whole page at one connection. */
	pageP50: 5,
	pageP95: 12,
	/** Milliseconds for the matrix, which draws 1,800 cells: p50, p95 and right after a change. */
	matrix: 30,
	/** Pages a second at 16 connections. */
	pagesPerSecond: 300,
	/** Statements for one page, whatever the size. */
	queries: 8,
	/** Milliseconds for one save at one connection, with synchronous=FULL. */
	writeP95: 12,
	/** Milliseconds for the PDF of a board pack of ten recommendations: the first of a process, and p95 after it. */
	paperCold: 1000,
	paperWarm: 300,
	/** Milliseconds from the start of the process to the first answer. */
	startUp: 2000,
	/** Megabytes of resident memory when all is done. */
	memory: 250,
	/** Kilobytes, compressed, that a page without charts loads first. */
	script: 60,
	stylesheet: 30
} as const;

/** One figure beside what it may be. */
export interface Check {
	readonly what: string;
	readonly figure: string;
	readonly budget: string;
	readonly isKept: boolean;
}

export function atMost(what: string, value: number, most: number, unit: string): Check {
	const budget = `at most ${Number(most.toFixed(1))} ${unit}`;
	return { what, figure: `${rounded(value)} ${unit}`, budget, isKept: value <= most };
}

export function exactly(what: string, value: number, expected: number): Check {
	return { what, figure: String(value), budget: String(expected), isKept: value === expected };
}

/** As many digits as a figure of its size deserves. */
export function rounded(value: number): string {
	return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
