import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { record } from '../audit/record.ts';
import { readAuditTrail, type AuditScope } from './audit-trail.ts';

const INSPECTOR: Actor = {
	personId: 1,
	name: 'Ines Pector',
	email: 'ines@tracker.test',
	roles: [{ role: 'inspector', organisationId: null }]
};

let app: TestApp;

beforeEach(() => {
	app = openTestApp();
});

/** The sequence numbers on each page, from the first to the last. */
async function pagesOf(scope: AuditScope): Promise<number[][]> {
	const pages: number[][] = [];
	let before: number | undefined;
	do {
		const page = await readAuditTrail(app, INSPECTOR, { ...scope, before });
		pages.push(page.entries.map(({ sequence }) => sequence));
		before = page.next ?? undefined;
	} while (before !== undefined);
	return pages;
}

async function writeEntries(day: string, howMany: number): Promise<void> {
	app.goTo(day);
	for (let index = 0; index < howMany; index++) {
		await app.db.write((tx) =>
			record(tx, {
				action: 'sign-in',
				actor: null,
				moment: momentOf(app.clock),
				particulars: {}
			})
		);
	}
}

const on = (day: string): PlainDate => plainDate(day);

test('a page holds fifty, the latest first, and the next goes on where it ends', async () => {
	await writeEntries('2026-03-01', 120);
	const pages = await pagesOf({});
	expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
	expect(pages.flat()).toEqual(Array.from({ length: 120 }, (_, index) => 120 - index));
});

test('of some days, every entry of theirs stands on one page and on no other', async () => {
	await writeEntries('2026-03-01', 30);
	await writeEntries('2026-03-02', 60);
	await writeEntries('2026-03-03', 60);
	await writeEntries('2026-03-04', 10);
	const pages = await pagesOf({ from: on('2026-03-02'), to: on('2026-03-03') });
	expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
	expect(pages.flat()).toEqual(Array.from({ length: 120 }, (_, index) => 150 - index));
});

test('a clock that was set back loses nothing', async () => {
	await writeEntries('2026-03-02', 60);
	await writeEntries('2026-03-01', 60);
	await writeEntries('2026-03-02', 10);
	const all = (await pagesOf({ from: on('2026-03-01') })).flat();
	expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 130 }, (_, i) => i + 1));
});
