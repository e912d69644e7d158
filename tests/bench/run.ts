// `npm run bench`: what the service takes at twenty inspections of thirty recommendations to sixty bodies.
//
//   npm run bench -- --quick     a small register and short runs, to try the bench itself
//   npm run bench -- --short     the large register and short runs
//   PORT=4550 npm run bench      another port than 4550; the plain server has the next one

import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { DATABASE_FILE } from '#lib/server/app.ts';
import { serverArguments } from '../../scripts/build.mjs';
import { main } from '../../scripts/ending.mjs';
import { prepare } from '../../scripts/prepare.mjs';
import { at } from '../../scripts/project.mjs';
import { browserChecks, browserTable, measureBrowser } from './browser.ts';
import { BUDGETS } from './budgets.ts';
import { castOf, type Cast } from './cast.ts';
import { openChanger } from './changer.ts';
import { exportChecks, exportTable, measureExports } from './exports.ts';
import { assignmentsIn, brokenEntry, readLedger } from './ledger.ts';
import { measurePage, type PageFigures } from './measure-pages.ts';
import { pagesOf } from './pages.ts';
import { measurePapers, paperChecks, paperTable, type PaperFigures } from './papers.ts';
import { startReference, startService, type Service } from './processes.ts';
import {
	checkTable,
	checksOf,
	isPageKept,
	pageHead,
	pageLine,
	writerSentence,
	type Figures
} from './report.ts';
import { heaviest } from './weights.ts';
import { openWorkplace } from './workplace.ts';
import { measureWriters } from './writers.ts';
import { measureSaves } from './writes.ts';

const isQuick = process.argv.includes('--quick');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7);
const isShort = isQuick || process.argv.includes('--short');
const effort = isShort ? { requests: 60, seconds: 1 } : { requests: 300, seconds: 5 };
const saves = isShort ? 40 : 200;
const writingSeconds = isShort ? 4 : 20;
const port = Number(process.env['PORT'] ?? 4550);

main(async () => {
	const node = await prepare('npm run bench');
	const folder = await openWorkplace(node, isQuick ? 'quick' : 'large');
	const file = join(folder, DATABASE_FILE);
	const cast = await castOf(file);
	const service = await startService(node, serverArguments, folder, port);
	const reference = await startReference(node, port + 1, `${folder}.reference.log`);
	console.log(`\n${machine()}\n\n${pageHead()}`);
	const changeSomething = openChanger(service.origin, cast);
	const pages: PageFigures[] = [];
	for (const page of pagesOf(cast).filter(({ name }) => !only || name.includes(only))) {
		const figures = await measurePage(service, reference, page, effort, changeSomething);
		console.log(pageLine(figures));
		pages.push(figures);
	}
	console.log(
		`\nBudgets: p50 ${BUDGETS.pageP50} ms and p95 ${BUDGETS.pageP95} ms at 1 connection, the latter also ` +
			'for the first page after each progress update that it has to count ("changed"), ' +
			`${BUDGETS.queries} queries, ${BUDGETS.pagesPerSecond} pages/s at 16. ` +
			'× plain: how many times as long as a bare node:http server sending the same bytes. ' +
			'CPU: milliseconds of processor time a page.\n'
	);
	const exported =
		only && only !== 'exports' ? [] : await measureExports(service, cast, assignmentsIn(file));
	if (exported.length > 0) console.log(`${exportTable(exported)}\n`);
	const seen = only && only !== 'browser' ? [] : await measureBrowser(service.origin, cast);
	if (seen === null) console.log('There is no Chromium here: nothing was measured in a browser.\n');
	else if (seen.length > 0) console.log(`${browserTable(seen)}\n`);
	const figures = await measureTheRest(service, file, cast, pages);
	await service.stop();
	await reference.stop();
	const papers = only && only !== 'papers' ? [] : await measureAllPapers(node, folder);
	if (papers.length > 0) console.log(`${paperTable(papers)}\n`);
	const checks = [
		...checksOf({ ...figures, brokenEntry: await brokenEntry(file) }),
		...exportChecks(exported, !isQuick),
		...paperChecks(papers),
		...browserChecks(seen ?? [])
	];
	console.log(`${writerSentence(figures.writers)}\n\n${checkTable(checks)}`);
	writeFileSync(
		at('.cache', 'bench-last.json'),
		JSON.stringify({ machine: machine(), ...figures, exported, papers, checks }, null, '\t')
	);
	const missed =
		pages.filter((page) => !isPageKept(page)).length +
		checks.filter(({ isKept }) => !isKept).length;
	console.log(missed === 0 ? '\nEvery budget is kept.' : `\n${missed} budgets are missed.`);
	return missed === 0 ? 0 : 1;
});

async function measureTheRest(
	service: Service,
	file: string,
	cast: Cast,
	pages: readonly PageFigures[]
): Promise<Omit<Figures, 'brokenEntry'>> {
	const { origin, startUp } = service;
	const chartless = pages.map(({ page }) => page).filter(({ name }) => /form|sign in/.test(name));
	const weights = await heaviest(origin, chartless);
	const before = readLedger(file);
	const saved = await measureSaves(origin, cast, saves);
	const writers = await measureWriters(origin, cast, writingSeconds);
	const memory = service.memory();
	const after = readLedger(file);
	return { pages, saves: saved, writers, before, after, startUp, memory, weights };
}

async function measureAllPapers(node: string, large: string): Promise<PaperFigures[]> {
	const sample = await openWorkplace(node, 'sample');
	const start = (folder: string) => () => startService(node, serverArguments, folder, port);
	return [
		await measurePapers('the ten recommendations', sample, start(sample)),
		await measurePapers('an inspection of the large register', large, start(large))
	];
}

function machine(): string {
	const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
	const [load = 0] = loadavg();
	return (
		`${cpus().length} × ${cpus()[0]?.model.trim()}, ${gigabytes} GB, Node ${process.version}, ` +
		`load ${load.toFixed(1)} before the start`
	);
}
