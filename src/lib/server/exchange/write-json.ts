import type { Cell, CellKind, FileTable, TableFile } from './table-file.ts';

/**
 * A file of one table as JSON: what it is, then its rows as objects. Nothing is neutralised, because no program
 * runs what stands in JSON. Days are 'YYYY-MM-DD', instants ISO 8601 in UTC.
 */
export async function* jsonOf(file: TableFile, table: FileTable): AsyncGenerator<string> {
	const head = {
		title: file.title,
		marking: file.marking,
		asAt: new Date(file.asAt).toISOString(),
		about: file.about,
		columns: table.columns.map(({ name, label, kind }) => ({ name, label, kind })),
		total: table.total
	};
	yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
	const names = table.columns.map(({ name }) => JSON.stringify(name));
	const kinds = table.columns.map(({ kind }) => kind);
	let separator = '\n';
	for await (const rows of table.chunks) {
		let text = '';
		for (const row of rows) {
			const fields = names.map((name, index) => `${name}:${valueOf(row[index], kinds[index])}`);
			text += `${separator}{${fields.join(',')}}`;
			separator = ',\n';
		}
		yield text;
	}
	yield '\n]}\n';
}

function valueOf(cell: Cell | undefined, kind: CellKind | undefined): string {
	if (cell === null || cell === undefined) return 'null';
	if (typeof cell === 'number') {
		return kind === 'instant' ? `"${new Date(cell).toISOString()}"` : String(cell);
	}
	return JSON.stringify(cell);
}
