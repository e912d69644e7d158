import Database from 'better-sqlite3';
import { join } from 'node:path';
import { DATABASE_FILE } from '#lib/server/app.ts';
import { expect, test } from 'vitest';
import { fakeTerminal } from '../../../tests/support/fake-io.ts';

test('a whole index is told so; one that lacks a text is told, and mended by --rebuild', async () => {
	const terminal = fakeTerminal();
	await terminal.run('init --email a@b.test --name A --link');
	const whole = await terminal.run('search-index');
	expect(whole).toMatchObject({ code: 0 });
	expect(whole.out).toMatch(/^The search index is whole: \d+ texts$/);

	const raw = new Database(join(terminal.dataDir, DATABASE_FILE));
	raw.exec('delete from search_text where rowid = (select min(rowid) from search_text)');
	raw.close();
	const damaged = await terminal.run('search-index');
	expect(damaged).toMatchObject({ code: 1, out: '1 text cannot be found' });
	expect(damaged.err).toContain('--rebuild');

	expect(await terminal.run('search-index --rebuild')).toEqual(whole);
	expect(await terminal.run('search-index')).toEqual(whole);
});
