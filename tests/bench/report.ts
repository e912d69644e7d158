import { atMost, BUDGETS, exactly, rounded, type Check } from './budgets.ts';
import type { Ledger } from './ledger.ts';
import type { PageFigures } from './measure-pages.ts';
import { columns, line } from './table.ts';
import type { Weights } from './weights.ts';
import type { WriterFigures } from './writers.ts';
import type { SaveFigures } from './writes.ts';

export interface Figures {
	readonly pages: readonly PageFigures[];
	readonly saves: readonly SaveFigures[];
	readonly writers: WriterFigures;
	readonly before: Ledger;
	readonly after: Ledger;
	readonly brokenEntry: number | null;
	/** Milliseconds. */
	readonly startUp: number;
	/** Megabytes. */
	readonly memory: number;
	readonly weights: Weights;
}

const MISSED = '✗';

const HEAD = [
	'Page',
	'as',
	'p50',
	'p95',
	'changed',
	'queries',
	'bytes',
	'× plain',
	'pages/s',
	'CPU',
	'× plain'
];
const WIDTHS = [34, 13, 6, 6, 8, 8, 7, 7, 8, 6, 7];

export function pageHead(): string {
	return line(HEAD, WIDTHS);
}

/** One page; a figure that misses its budget has a cross. */
export function pageLine(figures: PageFigures): string {
	const { page, status, bytes, queries, one, sixteen, processor, plain, afterChange } = figures;
	const budget = budgetOf(page);
	const mark = (text: string, isKept: boolean) => `${text}${isKept ? ' ' : MISSED}`;
	const cells = [
		status === 200 ? page.name : `${page.name} ${MISSED} answers ${status}`,
		page.as,
		mark(rounded(one.p50), one.p50 <= budget.p50),
		mark(rounded(one.p95), one.p95 <= budget.p95),
		mark(rounded(afterChange), afterChange <= budget.p95),
		mark(String(queries), queries <= BUDGETS.queries),
		String(bytes),
		rounded(one.p50 / plain.one.p50),
		mark(sixteen.perSecond.toFixed(0), sixteen.perSecond >= budget.perSecond),
		rounded(processor),
		rounded(plain.sixteen.perSecond / sixteen.perSecond)
	];
	return line(cells, WIDTHS);
}

export function isPageKept(figures: PageFigures): boolean {
	const { page, status, queries, one, sixteen, afterChange } = figures;
	const budget = budgetOf(page);
	return (
		status === 200 &&
		one.failures + sixteen.failures === 0 &&
		one.p50 <= budget.p50 &&
		one.p95 <= budget.p95 &&
		afterChange <= budget.p95 &&
		queries <= BUDGETS.queries &&
		sixteen.perSecond >= budget.perSecond
	);
}

/** A page with a budget of its own may take all of that, and so gives as many a second. */
function budgetOf({ budget }: PageFigures['page']) {
	if (budget !== undefined) return { p50: budget, p95: budget, perSecond: 1000 / budget };
	return { p50: BUDGETS.pageP50, p95: BUDGETS.pageP95, perSecond: BUDGETS.pagesPerSecond };
}

export function checksOf(figures: Figures): Check[] {
	const { writers, before, after } = figures;
	const saves = figures.saves.reduce((sum, { saves }) => sum + saves, 0);
	const saved = figures.saves[0]!.saves - figures.saves[0]!.failures + writers.saved;
	return [
		...figures.saves.flatMap(({ what, p95, failures }) => [
			atMost(`Save of a ${what}, p95`, p95, BUDGETS.writeP95, 'ms'),
			exactly(`Save of a ${what}, failures`, failures, 0)
		]),
		exactly(`${writers.writers} writers, failures`, writers.failures, 0),
		exactly('Updates stored for those answered as saved', after.updates - before.updates, saved),
		exactly(
			'Versions counted on, one for each save',
			after.versions - before.versions,
			saves + writers.saved
		),
		exactly('First entry of the trail that does not fit', figures.brokenEntry ?? 0, 0),
		atMost('Start to first answer', figures.startUp, BUDGETS.startUp, 'ms'),
		atMost('Resident memory at the end', figures.memory, BUDGETS.memory, 'MB'),
		atMost('Script loaded first, compressed', figures.weights.script, BUDGETS.script, 'kB'),
		atMost('Stylesheet, compressed', figures.weights.stylesheet, BUDGETS.stylesheet, 'kB')
	];
}

export function checkTable(checks: readonly Check[]): string {
	return columns([
		['', 'Figure', 'Budget', ''],
		...checks.map(({ what, figure, budget, isKept }) => [
			what,
			figure,
			budget,
			isKept ? '' : MISSED
		])
	]);
}

export function writerSentence({ writers, seconds, saved, overtaken, p50, p95 }: WriterFigures) {
	return (
		`${writers} writers for ${seconds.toFixed(0)} s: ${saved} saved ` +
		`(${rounded(saved / seconds)} a second), ${overtaken} told that somebody was first; ` +
		`a save took p50 ${rounded(p50)} ms, p95 ${rounded(p95)} ms`
	);
}
