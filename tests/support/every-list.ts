import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { EXPORT_LISTS, type ExportFormat, type ExportList } from '#lib/domain/export.ts';
import { DATABASE_FILE, openApp, type App } from '#lib/server/app.ts';
import { readConfig } from '#lib/server/config.ts';
import { openExport } from '#lib/server/exchange/lists/open-export.ts';
import type { Cell, TableColumn } from '#lib/server/exchange/table-file.ts';
import { exportPieces } from '#lib/server/export-pieces.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { actorOf } from './sample-people.ts';
import { copySampleRegister } from './sample-register.ts';

/** A list as somebody of the sample register may have it, with a query that has rows. */
export interface NamedList {
	readonly list: ExportList;
	readonly who: string;
	readonly query: string;
}

/** With which a list has something in it. */
export const LIST_QUERY: Partial<Record<ExportList, string>> = {
	evidence: 'assignment=OIC-7/KENT',
	extensions: 'assignment=OIC-7/KENT',
	period: 'period=1&shown=all'
};

/** Every list that there is. */
export const EVERY_LIST: readonly NamedList[] = EXPORT_LISTS.map((list) => ({
	...{ list, query: LIST_QUERY[list] ?? '' },
	who: list === 'people' ? 'admin' : 'inspector'
}));

/** What makes trouble in files: what looks like a formula, line ends, edges, and letters of other lands. */
const TROUBLE: readonly string[] = [
	...Object.values(HOSTILE_TEXTS).map((text) => text.slice(0, 400).toWellFormed()),
	...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '＋1', '－1', '＠A1'],
	...["'already", "'=already", "''=twice", '001', '1e5', '2026-03-02', 'TRUE', '#REF!', '0x10'],
	...['“quoted”, "plain"; semicolon', 'two\nlines\n\nand more', '\nfirst', 'last\n', '_x000D_'],
	...['  blanks  around  ', 'a\ttab', 'Łódź', 'Ŵy', '\u200frtl\u200e', '\u202eexe\u202c', '']
];

/** Where people write freely. */
const FREE_TEXT =
	/^(title|theme|name|text|shows|page|phrase|reason|narrative|sentence|chief_officer_title|local_policing_body|custodian|held_where|seen_by|file_name)$/;

/**
 * A copy of the sample register in which everything that people write has been replaced by what makes trouble.
 * @param tame takes away of a text what the reader of the files cannot keep
 */
export async function openHostileRegister(tame: (text: string) => string = (text) => text) {
	const folder = await copySampleRegister();
	const connection = new Database(join(folder, DATABASE_FILE));
	connection.pragma('foreign_keys = off');
	const names = (sql: string) => connection.prepare<[], string>(sql).pluck().all();
	for (const trigger of names("select name from sqlite_master where type = 'trigger'")) {
		connection.exec(`drop trigger "${trigger}"`);
	}
	const texts = JSON.stringify(TROUBLE.map(tame));
	const tables = names(
		`select name from pragma_table_list where schema = 'main' and type = 'table'
		and name not like 'sqlite%' and name not like '\\_\\_%' escape '\\'`
	);
	for (const table of tables) {
		for (const column of names(`select name from pragma_table_info('${table}')`)) {
			if (!FREE_TEXT.test(column)) continue;
			connection
				.prepare(
					`update or ignore "${table}" set "${column}" =
					json_extract(?, '$[' || (rowid % ${TROUBLE.length}) || ']') where "${column}" is not null`
				)
				.run(texts);
		}
	}
	connection.close();
	const app = openApp(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }));
	const close = () => {
		app.close();
		rmSync(folder, { recursive: true, force: true });
	};
	return { app, folder, close };
}

/** The columns and the cells that go into the file. */
export async function cellsOfList(app: App, { list, who, query }: NamedList) {
	const { table } = await opened(app, { list, who, query });
	const rows: Cell[][] = [];
	for await (const chunk of table.chunks) rows.push(...chunk.map((row) => [...row]));
	return { columns: table.columns as readonly TableColumn[], rows };
}

/** The file itself. */
export async function fileOfList(app: App, named: NamedList, format: ExportFormat) {
	const pieces: Uint8Array[] = [];
	for await (const piece of exportPieces(await opened(app, named), format)) pieces.push(piece);
	return Buffer.concat(pieces);
}

function opened(app: App, { list, who, query }: NamedList) {
	return openExport(app, actorOf(app, who), list, new URLSearchParams(query));
}
