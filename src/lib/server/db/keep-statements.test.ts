import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { keepStatements } from './keep-statements.ts';

function aConnection(): Database.Database {
	const connection = new Database(':memory:');
	connection.exec("create table box (label text); insert into box values ('one')");
	keepStatements(connection);
	return connection;
}

test('the same words are prepared once', () => {
	const connection = aConnection();
	const statement = connection.prepare('select label from box');
	expect(connection.prepare('select label from box')).toBe(statement);
	expect(connection.prepare('select label from box ')).not.toBe(statement);
});

test('who asks for arrays leaves rows to whoever comes next', () => {
	const connection = aConnection();
	expect(connection.prepare('select label from box').raw().all()).toEqual([['one']]);
	expect(connection.prepare('select label from box').all()).toEqual([{ label: 'one' }]);
});

test('a kept statement sees columns that were added since, and statements without rows are kept too', () => {
	const connection = aConnection();
	const add = 'insert into box (label) values (?)';
	const read = 'select * from box order by rowid desc limit 1';
	connection.prepare(read).all();
	connection.exec(`alter table box add column colour text default 'red'`);
	connection.prepare(add).run('two');
	connection.prepare(add).run('three');
	expect(connection.prepare(read).all()).toEqual([{ label: 'three', colour: 'red' }]);
});

test('however many there are, only the latest used are kept', () => {
	const connection = aConnection();
	const often = connection.prepare('select 0');
	const once = connection.prepare('select -1');
	for (let number = 1; number < 1200; number++) {
		connection.prepare(`select ${number}`);
		connection.prepare('select 0');
	}
	expect(connection.prepare('select 0')).toBe(often);
	expect(connection.prepare('select -1')).not.toBe(once);
});
