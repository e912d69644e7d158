import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { EXPORT_FORMATS } from '#lib/domain/export.ts';
import { DATABASE_FILE } from '#lib/server/app.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellsOfList, EVERY_LIST, fileOfList, openHostileRegister } from '../support/every-list.ts';
import { readExport, shownCell } from '../support/read-export.ts';

// Whatever leaves as a file comes back as it was: every list, in every format, of a register full of trouble.

let register: Awaited<ReturnType<typeof openHostileRegister>>;

beforeAll(async () => {
	register = await openHostileRegister();
}, 120_000);

afterAll(() => register.close());

describe.each(EVERY_LIST)('$list', (named) => {
	test.each(EXPORT_FORMATS)('reads back from %s as what it is', async (format) => {
		const before = imageOf(register.folder);
		const { columns, rows } = await cellsOfList(register.app, named);
		const expected = rows.map((row) =>
			row.map((cell, index) => readable(shownCell(cell, columns[index]!), format))
		);
		expect(expected.length).toBeGreaterThan(0);
		const file = await fileOfList(register.app, named, format);
		expect(readExport(file, format, columns)).toEqual(expected);
		expect(imageOf(register.folder)).toBe(before);
	});
});

test('the register is full of trouble, or this would prove nothing', async () => {
	const texts = new Set<unknown>();
	for (const named of EVERY_LIST) {
		const { rows } = await cellsOfList(register.app, named);
		for (const cell of rows.flat()) texts.add(cell);
	}
	for (const text of ['=1+1', '\t=1', '\r=1', '＝1+1', "'=already", '001', '2026-03-02', 'Łódź']) {
		expect(texts).toContain(text);
	}
});

/** Of the two characters of a line end the library that reads Excel's format makes one. */
function readable<C>(cell: C, format: string): C | string {
	return format === 'xlsx' && typeof cell === 'string' ? cell.replaceAll('\r\n', '\n') : cell;
}

function imageOf(folder: string): string {
	const connection = new Database(join(folder, DATABASE_FILE), { readonly: true });
	try {
		return createHash('sha256').update(connection.serialize()).digest('hex');
	} finally {
		connection.close();
	}
}
