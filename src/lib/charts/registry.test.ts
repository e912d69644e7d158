import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { plainDate } from '#lib/domain/plain-date.ts';
import { emptyCounts } from '#lib/domain/rollup.ts';
import { standingFigures } from '../../../tests/support/standing-figures.ts';
import { STANDING_CHARTS, standingInputs } from './standing-sources.ts';
import { chartModel, isChartName, type ChartSource } from './registry.ts';

const ROOT = join(import.meta.dirname, '..');

const sources: ChartSource[] = [
	{
		name: 'status-by-recommendation',
		data: [{ reference: 'OIC-7', title: 'Share', counts: { ...emptyCounts(), confirmed: 3 } }]
	},
	{
		name: 'claimed-and-confirmed',
		data: {
			days: [{ day: plainDate('2026-03-31'), due: 3, originallyDue: 4, claimed: 2, confirmed: 1 }],
			gap: { waiting: 1, days: 24 }
		}
	},
	{
		name: 'slippage',
		data: {
			today: plainDate('2026-03-31'),
			recommendations: [
				{
					...{ reference: 'OIC-7', title: 'Share' },
					slippage: {
						...{ dated: 3, later: 1, earlier: 0 },
						furthest: {
							originalDueOn: plainDate('2026-01-31'),
							currentDueOn: plainDate('2026-04-30'),
							...{ days: 89, moves: 2 }
						}
					}
				}
			]
		}
	},
	{
		name: 'status-by-region',
		data: {
			regions: [{ region: 'London', bodies: 2, counts: { ...emptyCounts(), confirmed: 3 } }]
		}
	},
	{
		name: 'timeliness',
		data: { counts: { overdue: 1, rescheduled: 0, 'due-soon': 0, later: 0, 'no-date': 2 } }
	},
	...STANDING_CHARTS.map(
		(name) => ({ name, data: standingInputs({}, standingFigures([1, 2]))[name] }) as ChartSource
	)
];

test.each(sources)(
	'$name is plain data: what reaches the browser draws the same chart',
	(source) => {
		const sent = JSON.parse(JSON.stringify(source)) as ChartSource;
		const model = chartModel(source, 700);
		expect(chartModel(sent, 700)).toEqual(model);
		expect(JSON.parse(JSON.stringify(model))).toEqual(model);
	}
);

test.each(sources)('$name leaves the data that it is given alone', (source) => {
	const before = JSON.stringify(source);
	chartModel(source, 330);
	expect(JSON.stringify(source)).toBe(before);
});

test.each([
	[0, 240],
	[330, 330],
	[960.4, 960],
	[9000, 1600]
])('a frame of %s pixels makes a picture of %s', (width, drawn) => {
	for (const source of sources) expect(chartModel(source, width).width).toBe(drawn);
});

test('only names of charts are names of charts', () => {
	expect(isChartName('timeliness')).toBe(true);
	expect(isChartName('toString')).toBe(false);
	expect(isChartName('')).toBe(false);
});

test('describing a chart loads no Chart.js: only drawing one does', () => {
	expect(packagesReachedFrom('charts/registry.ts')).toEqual([]);
	expect(packagesReachedFrom('charts/picture.ts')).toEqual([]);
	expect(packagesReachedFrom('charts/in-browser.ts')).toEqual(['chart.js']);
});

/** Packages that a file imports when it runs, by way of our own files too. */
function packagesReachedFrom(entry: string): string[] {
	const seen = new Set<string>();
	const packages = new Set<string>();
	const visit = (path: string) => {
		if (seen.has(path)) return;
		seen.add(path);
		const source = readFileSync(path, 'utf8');
		for (const [, isType, from = ''] of source.matchAll(IMPORT)) {
			if (isType) continue;
			if (from.startsWith('#lib/')) visit(join(ROOT, from.slice('#lib/'.length)));
			else if (from.startsWith('.')) visit(join(dirname(path), from));
			else packages.add(from);
		}
	};
	visit(join(ROOT, entry));
	return [...packages];
}

const IMPORT = /^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'/gm;
