import { EXPORT_FORMATS, type ExportFormat } from '#lib/domain/export.ts';
import { paths } from '#lib/wording/paths.ts';
import { openClient } from './ask.ts';
import type { Cast } from './cast.ts';
import type { Service } from './processes.ts';
import { columns } from './table.ts';
import { atMost, rounded, type Check } from './budgets.ts';

export interface ExportFigures {
	readonly format: ExportFormat;
	/** Seconds for the first one, which also starts the process, and the middle of those after it. */
	readonly first: number;
	readonly seconds: number;
	readonly rows: number;
	readonly bytes: number;
	/** Megabytes of resident memory above what the service had before, at the most. */
	readonly memory: number;
	/** Milliseconds of the first page, p95: at rest, and while the file is made over and over. */
	readonly idle: number;
	readonly busy: number;
}

const RUNS = 5;
/** Finding the processes takes some milliseconds itself. */
const WATCH_MS = 50;
const PAGES = 150;
const BUDGET = { rowsPerSecond: 60_000, memory: 100, slower: 2 };

/** The whole register as a file of each format, by somebody who sees all of it. */
export async function measureExports(
	service: Service,
	cast: Cast,
	rows: number
): Promise<ExportFigures[]> {
	const figures: ExportFigures[] = [];
	await firstPage(service, cast, () => false);
	for (const format of EXPORT_FORMATS) {
		const before = service.memory();
		let most = before;
		const watch = setInterval(() => (most = Math.max(most, service.memory())), WATCH_MS);
		const times: number[] = [];
		let bytes = 0;
		for (let run = 0; run <= RUNS; run += 1) {
			const answer = await download(service, cast, format);
			times.push(answer.took / 1000);
			bytes = answer.bytes;
		}
		clearInterval(watch);
		const idle = await firstPage(service, cast, () => false);
		const busy = await whileExporting(service, cast, format);
		const [first = NaN, ...others] = times;
		const seconds = others.toSorted((one, other) => one - other)[RUNS >> 1] ?? NaN;
		figures.push({ format, first, seconds, rows, bytes, memory: most - before, idle, busy });
	}
	return figures;
}

export function exportTable(figures: readonly ExportFigures[]): string {
	return columns([
		['The register as', 'first', 'then', 'rows/s', 'bytes', 'memory', '/ idle', '/ meanwhile'],
		...figures.map(({ format, first, seconds, rows, bytes, memory, idle, busy }) => [
			format,
			`${rounded(first)} s`,
			`${rounded(seconds)} s`,
			(rows / seconds).toFixed(0),
			String(bytes),
			`+${rounded(memory)} MB`,
			`${rounded(idle)} ms`,
			`${rounded(busy)} ms`
		])
	]);
}

/** @param isLarge whether there are enough rows for the starting of a file not to matter */
export function exportChecks(figures: readonly ExportFigures[], isLarge: boolean): Check[] {
	return figures.flatMap(({ format, seconds, rows, memory, idle, busy }) => [
		...(format === 'csv' && isLarge
			? [
					atMost(
						'CSV, microseconds a row',
						(seconds / rows) * 1e6,
						1e6 / BUDGET.rowsPerSecond,
						'µs'
					),
					atMost('CSV, memory on top', memory, BUDGET.memory, 'MB')
				]
			: []),
		atMost(`First page during ${format}, times idle`, busy / idle, BUDGET.slower, '×')
	]);
}

async function whileExporting(service: Service, cast: Cast, format: ExportFormat): Promise<number> {
	let isOver = false;
	const exporting = (async () => {
		while (!isOver) await download(service, cast, format);
	})();
	const busy = await firstPage(service, cast, () => isOver);
	isOver = true;
	await exporting;
	return busy;
}

async function download(service: Service, cast: Cast, format: ExportFormat) {
	const began = performance.now();
	const address = new URL(paths.exportOf('register', format), service.origin);
	const response = await fetch(address, { headers: cast.inspector });
	if (response.status !== 200) throw new Error(`The export answers ${response.status}`);
	let bytes = 0;
	for await (const piece of response.body!) bytes += piece.length;
	return { bytes, took: performance.now() - began };
}

async function firstPage(service: Service, cast: Cast, isOver: () => boolean): Promise<number> {
	const client = openClient(service.origin);
	const times: number[] = [];
	while (times.length < PAGES && !isOver()) {
		times.push((await client.ask(paths.home(), { headers: cast.inspector })).took);
	}
	client.close();
	return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? NaN;
}
