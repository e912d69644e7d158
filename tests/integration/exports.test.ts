import { join } from 'node:path';
import { kill } from 'node:process';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import type { Actor } from '#lib/domain/actor.ts';
import { EXPORT_FORMATS, EXPORTS_AT_ONCE, type ExportFormat } from '#lib/domain/export.ts';
import { DATABASE_FILE } from '#lib/server/app.ts';
import { openExport } from '#lib/server/exchange/lists/open-export.ts';
import { undoNeutralise } from '#lib/server/exchange/neutralise.ts';
import { exportPieces } from '#lib/server/export-pieces.ts';
import { openExportProcess } from '#lib/server/export-process.ts';
import { readAssignments } from '#lib/server/reads/assignments.ts';
import { readAssignmentListQuery } from '#lib/forms/assignment-filter.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { childrenOf, commandOf, TELLS_PROCESSES } from '../support/child-processes.ts';
import { databaseImage, rawConnection } from '../support/database.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { BLIND, openScene, ROLE_NAMES, stage, type Scene } from '../support/scene.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let scene: Scene;
let inspector: Actor;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	inspector = scene.people.inspector;
});

describe('the assignments as a file', () => {
	test.each(EXPORT_FORMATS)('are those of the page with the same query: %s', async (format) => {
		for (let number = 1; number <= 60; number += 1) {
			const status = number % 3 === 0 ? 'in-progress' : 'not-started';
			await stage(app, scene, status, number, number % 2 === 0 ? scene.kent : scene.essex);
		}
		for (const query of ['', 'status=in-progress', 'q=kent&sort=due&order=descending']) {
			const rows = await table('assignments', format, inspector, query);
			const shown = await pageRows(inspector, query);
			expect(rows.map(([name]) => name)).toEqual(shown);
		}
	});

	test.each(ROLE_NAMES)('show %s what the pages show, and nothing else', async (role) => {
		await stage(app, scene, 'in-progress', 7);
		await stage(app, scene, 'in-progress', 8, scene.essex);
		const actor = scene.people[role];
		for (const query of ['', 'organisation=KENT', 'organisation=ESSEX', 'recommendation=7']) {
			const rows = await table('assignments', 'csv', actor, query);
			expect(rows.map(([name]) => name)).toEqual(await pageRows(actor, query));
			if (BLIND.includes(role)) expect(JSON.stringify(rows)).not.toContain('KENT');
		}
	});

	test.each(EXPORT_FORMATS)('hold hostile text as text, in every column: %s', async (format) => {
		await stage(app, scene, 'in-progress', 7);
		for (const text of Object.values(HOSTILE_TEXTS)) {
			const short = text
				.slice(0, 150)
				.replaceAll(/\0|\r(?=\n)/g, '')
				.trim();
			const connection = rawConnection(app);
			connection.prepare('update organisation set name = ? where code = ?').run(short, 'KENT');
			connection.prepare('update recommendation set title = ?, theme = ?').run(short, short);
			const [row] = await table('assignments', format, inspector);
			expect(row?.slice(2, 6).map((cell) => undoNeutralise(cell))).toEqual([
				short,
				short,
				'KENT',
				short
			]);
		}
	});

	test('are of the end of the day that the query names', async () => {
		await stage(app, scene, 'not-started', 7);
		const day = '2026-03-02';
		app.goTo('2026-03-10');
		await stage(app, scene, 'not-started', 8);
		const { name } = await open('assignments', 'csv', inspector, `as-at=${day}`);
		expect(name).toBe(`OIC-assignments-as-at-${day}-OFFICIAL.csv`);
	});

	test('change nothing in the register', async () => {
		await stage(app, scene, 'in-progress', 7);
		const before = databaseImage(app);
		for (const format of EXPORT_FORMATS) await table('assignments', format, inspector);
		expect(databaseImage(app)).toBe(before);
	});
});

describe('what is refused', () => {
	beforeEach(() => stage(app, scene, 'in-progress', 7));

	test.each([
		['a list that there is not', 'nothing', '', 'not-found'],
		['an inspection that there is not', 'assignments', 'inspection=XYZ', 'not-found'],
		['a value that no filter has', 'assignments', 'status=drop', 'unknown-filter'],
		['a very long search', 'assignments', `q=${'x'.repeat(5000)}`, 'unknown-filter'],
		['a day before the register', 'assignments', 'as-at=1999-01-01', 'as-at-before-register']
	])('%s', async (_what, list, query, code) => {
		await expect(open(list, 'csv', inspector, query)).rejects.toMatchObject({ code });
	});

	test('more downloads at a time than a person may have; each that ends makes room', async () => {
		const going = [];
		for (let number = 0; number < EXPORTS_AT_ONCE; number += 1) {
			going.push(await open('assignments', 'csv', inspector));
		}
		const another = open('assignments', 'csv', inspector);
		await expect(another).rejects.toMatchObject({ code: 'exports-running' });
		await (await open('assignments', 'csv', scene.people['own lead'])).body.cancel();
		await going[0]!.body.cancel();
		await new Response(going[1]!.body).arrayBuffer();
		const { body } = await open('assignments', 'csv', inspector);
		expect(await new Response(body).text()).toContain('OIC-7/KENT');
	});
});

test('whoever stops reading stops the work, and what is written meanwhile is not in the file', async () => {
	for (let number = 1; number <= 3; number += 1) await stage(app, scene, 'in-progress', number);
	const { body } = await open('assignments', 'csv', inspector);
	await stage(app, scene, 'in-progress', 4);
	expect((await new Response(body).text()).trim().split('\r\n')).toHaveLength(4);
	const stopped = await open('assignments', 'csv', inspector);
	await stopped.body.cancel();
	expect(await table('assignments', 'csv', inspector)).toHaveLength(4);
});

test('a reader who takes nothing for too long is told, and makes room for others', async () => {
	await stage(app, scene, 'in-progress', 7);
	const databaseFile = join(app.config.dataDir, DATABASE_FILE);
	const hurried = openExportProcess({ databaseFile, scans: false, stalledMs: 50 });
	const ask = () =>
		hurried.open({
			list: 'assignments',
			format: 'csv',
			query: '',
			actor: inspector,
			at: app.clock.now()
		});
	const stalled = [];
	for (let number = 0; number < EXPORTS_AT_ONCE; number += 1) stalled.push(await ask());
	const hasRoom = () =>
		ask().then(
			async ({ body }) => (await body.cancel(), true),
			() => false
		);
	await expect.poll(hasRoom, { timeout: 10_000 }).toBe(true);
	await expect(new Response(stalled[0]!.body).text()).rejects.toThrow('took nothing');
	await hurried.close();
});

describe.skipIf(!TELLS_PROCESSES)('the process in which files are made', () => {
	beforeEach(() => stage(app, scene, 'in-progress', 7));

	test('takes its downloads with it when it is ended, and the next download has another one', async () => {
		const { body } = await open('assignments', 'csv', inspector);
		const [process] = exporting();
		kill(process!, 'SIGKILL');
		await expect(new Response(body).text()).rejects.toThrow('The process of exports has ended');
		const next = await open('assignments', 'csv', inspector);
		expect(await new Response(next.body).text()).toContain('OIC-7/KENT');
		expect(exporting()).not.toContain(process);
	});

	test('finishes what is being downloaded when it is told to stop', async () => {
		const { body } = await open('assignments', 'csv', inspector);
		kill(exporting()[0]!, 'SIGTERM');
		expect(await new Response(body).text()).toContain('OIC-7/KENT');
	});

	test('ends with the service', async () => {
		await (await open('assignments', 'csv', inspector)).body.cancel();
		const [process] = exporting();
		await app.exports.close();
		await expect.poll(exporting).not.toContain(process);
		await expect(open('assignments', 'csv', inspector)).resolves.toBeDefined();
	});

	function exporting(): number[] {
		return childrenOf(globalThis.process.pid).filter((pid) =>
			commandOf(pid).includes(app.config.dataDir)
		);
	}
});

/** In the process, as a request has it. */
function open(list: string, format: ExportFormat, actor: Actor, query = '') {
	return app.exports.open({ list, format, query, actor, at: app.clock.now() });
}

/** The rows below the head, as text; made here, which takes a tenth of the time that a process takes to start. */
async function table(list: string, format: ExportFormat, actor: Actor, query = '') {
	const opened = await openExport(app, actor, list, new URLSearchParams(query));
	const pieces: Uint8Array[] = [];
	for await (const piece of exportPieces(opened, format)) pieces.push(piece);
	const bytes = Buffer.concat(pieces);
	if (format === 'csv') return parse(bytes, { bom: true }).slice(1) as string[][];
	if (format === 'json') {
		const { rows } = JSON.parse(bytes.toString()) as { rows: Record<string, unknown>[] };
		return rows.map((row) => Object.values(row).map((cell) => String(cell ?? '')));
	}
	const sheet = read(bytes).Sheets['List']!;
	const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: '' });
	return rows.slice(3).map((row) => row.map(String));
}

async function pageRows(actor: Actor, query: string): Promise<string[]> {
	const asked = readAssignmentListQuery(new URLSearchParams(query));
	const names: string[] = [];
	for (let page = 1, pages = 1; page <= pages; page += 1) {
		const shown = await readAssignments(app, actor, undefined, asked.filter, { ...asked, page });
		names.push(...shown.list.rows.map((row) => `${row.reference}/${row.organisationCode}`));
		pages = shown.list.pages;
	}
	return names;
}
