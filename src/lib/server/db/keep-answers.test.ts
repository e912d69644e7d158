import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { openKeptAnswers } from './keep-answers.ts';

let app: TestApp;
let asked: number;

beforeEach(() => {
	app = openTestApp();
	asked = 0;
	app.db.read.$client.function('asked', { deterministic: false }, () => (asked += 1));
});

function keep(statement: string, most = 10) {
	const client = app.db.read.$client;
	return openKeptAnswers(client, most).keep(client.prepare(statement));
}

const changeSomething = () =>
	app.db.write((tx) => tx.run(sql`insert into setting (key, value) values ('k', 'v')`));

describe('what a statement answers', () => {
	test('is asked for once, and once more after each change', async () => {
		const statement = keep('select asked() as times, count(*) as rows from setting');
		expect(statement.all()).toEqual([{ times: 1, rows: 0 }]);
		expect(statement.all()).toEqual([{ times: 1, rows: 0 }]);
		await changeSomething();
		expect(statement.all()).toEqual([{ times: 2, rows: 1 }]);
		expect(asked).toBe(2);
	});

	test('is another for other values, for one row, and for rows as arrays', () => {
		const statement = keep('select ? as value, asked() as times');
		expect(statement.all('a')).toEqual([{ value: 'a', times: 1 }]);
		expect(statement.all('b')).toEqual([{ value: 'b', times: 2 }]);
		expect(statement.get('a')).toEqual({ value: 'a', times: 3 });
		expect(statement.raw().all('a')).toEqual([['a', 4]]);
		expect(statement.raw(false).all('a')).toEqual([{ value: 'a', times: 1 }]);
	});

	test('is let go when more are kept than may be, the longest unused first', () => {
		const statement = keep('select ? as value, asked() as times', 2);
		for (const value of ['a', 'b', 'a', 'c']) statement.get(value);
		expect(statement.get('a')).toEqual({ value: 'a', times: 1 });
		expect(statement.get('b')).toEqual({ value: 'b', times: 4 });
	});

	test('is nothing that is kept within a transaction, which may be taken back', () => {
		const client = new Database(':memory:');
		client.exec('create table setting (key text)');
		const statement = openKeptAnswers(client, 10).keep(client.prepare('select * from setting'));
		expect(statement.all()).toEqual([]);
		client.exec(`begin; insert into setting values ('k')`);
		expect(statement.all()).toEqual([{ key: 'k' }]);
		client.exec('rollback');
		expect(statement.all()).toEqual([]);
	});
});
