import { rmSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Actor } from '#lib/domain/actor.ts';
import { EXPORT_LISTS, type ExportList } from '#lib/domain/export.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { openApp, type App } from '#lib/server/app.ts';
import { readConfig } from '#lib/server/config.ts';
import { openExport } from '#lib/server/exchange/lists/open-export.ts';
import { csvOf } from '#lib/server/exchange/write-csv.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIST_QUERY } from '../support/every-list.ts';
import { actorOf } from '../support/sample-people.ts';
import { copySampleRegister } from '../support/sample-register.ts';

// Every list of the sample register, by each of those who could ask for it.

let app: App;
let folder: string;

beforeAll(async () => {
	folder = await copySampleRegister();
	app = openApp(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }));
}, 120_000);

afterAll(() => {
	app.close();
	rmSync(folder, { recursive: true, force: true });
});

const PEOPLE = ['inspector', 'admin', 'kent.lead', 'board'] as const;
type Name = (typeof PEOPLE)[number];

/** Who may have it; everybody where nothing is said. */
const FOR: Partial<Record<ExportList, readonly Name[]>> = {
	reviews: ['inspector'],
	people: ['admin'],
	audit: ['inspector', 'admin'],
	evidence: ['inspector', 'kent.lead', 'board'],
	extensions: ['inspector', 'kent.lead', 'board'],
	periods: ['inspector', 'board'],
	period: ['inspector', 'board'],
	'section-55': ['inspector', 'board']
};

describe.each(EXPORT_LISTS)('%s', (list) => {
	test.each(PEOPLE)('for %s', async (name) => {
		const actor = actorOf(app, name);
		const opening = rowsOf(actor, list, LIST_QUERY[list] ?? '');
		if (FOR[list] && !FOR[list].includes(name)) {
			await expect(opening).rejects.toBeInstanceOf(Refusal);
			return;
		}
		const { rows, total, columns } = await opening;
		expect(rows.length).toBe(total);
		expect(rows.every((row) => row.length === columns)).toBe(true);
		if (name === 'inspector') expect(total).toBeGreaterThan(0);
	});
});

test('a lead’s files name no other organisation’s assignments', async () => {
	const actor = actorOf(app, 'kent.lead');
	for (const list of ['assignments', 'register'] as const) {
		const { rows } = await rowsOf(actor, list, '');
		expect(new Set(rows.map((row) => row[4]))).toEqual(new Set(['KENT']));
	}
	for (const list of ['evidence', 'extensions']) {
		const foreign = rowsOf(actor, list, 'assignment=OIC-7/ESSEX');
		await expect(foreign).rejects.toMatchObject({ code: 'not-found' });
	}
	const { rows } = await rowsOf(actor, 'organisations', '');
	const counted = rows.filter((row) => row[4] !== '').map((row) => row[0]);
	expect(counted).toEqual(['KENT']);
});

test('the trail is whole, in order, whatever the size of what is read at once', async () => {
	const { rows, total } = await rowsOf(actorOf(app, 'inspector'), 'audit', '');
	const numbers = rows.map(([sequence]) => Number(sequence));
	expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
	expect(new Set(numbers).size).toBe(total);
});

async function rowsOf(actor: Actor, list: string, query: string) {
	const { table } = await openExport(app, actor, list, new URLSearchParams(query));
	let csv = '';
	for await (const piece of csvOf(table)) csv += piece;
	const [, ...rows] = parse(csv, { bom: true }) as string[][];
	return { rows, total: table.total, columns: table.columns.length };
}
