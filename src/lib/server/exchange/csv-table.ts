import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.ts';
import type { FileProblem, FileReading } from './file-problem.ts';

export interface CsvRow<Column extends string> {
	/** Where the row begins, from 1. */
	readonly line: number;
	readonly cells: Readonly<Record<Column, string>>;
}

/** Reads a table whose first row holds exactly these column names, in any order. */
export function readCsvTable<Column extends string>(
	file: string,
	bytes: Uint8Array,
	columns: readonly Column[]
): FileReading<CsvRow<Column>[]> {
	const decoded = decodeText(file, bytes);
	if (!decoded.ok) return decoded;
	const read = readRecords(file, decoded.content);
	if (!read.ok) return read;
	const [header = { line: 1, record: [] }, ...records] = read.content;
	const names = header.record.map((name) => name.trim());
	const problems = headerProblems(file, names, columns, header.line);
	if (problems.length === 0) {
		for (const { line, record } of records) {
			if (record.length === names.length) continue;
			const reason = `The row has ${record.length} cells, but the table has ${names.length} columns`;
			problems.push({ file, line, column: null, reason });
		}
	}
	if (problems.length > 0) return { ok: false, problems };
	const rows = records.map(({ line, record }) => {
		const cells = Object.fromEntries(names.map((name, index) => [name, record[index] ?? '']));
		return { line, cells: cells as Record<Column, string> };
	});
	return { ok: true, content: rows };
}

interface Placed {
	readonly line: number;
	readonly record: readonly string[];
}

function readRecords(file: string, text: string): FileReading<Placed[]> {
	try {
		const read = parse(text, {
			info: true,
			relax_column_count: true,
			skip_empty_lines: true
		}) as unknown as { info: { lines: number }; record: string[] }[];
		return {
			ok: true,
			content: read.map(({ info, record }) => ({
				line: info.lines - record.join('').split('\n').length + 1,
				record
			}))
		};
	} catch (thrown) {
		if (!(thrown instanceof CsvError)) throw thrown;
		const line = typeof thrown['lines'] === 'number' ? thrown['lines'] : 1;
		const reason = 'The quotation marks in this row do not match';
		return { ok: false, problems: [{ file, line, column: null, reason }] };
	}
}

function headerProblems(
	file: string,
	names: readonly string[],
	columns: readonly string[],
	line: number
): FileProblem[] {
	const problem = (column: string | null, reason: string) => ({ file, line, column, reason });
	const missing = columns.filter((column) => !names.includes(column));
	return [
		...missing.map((column) => problem(column, 'The table has no column of this name')),
		...names.flatMap((name, index) => {
			if (names.indexOf(name) < index) return [problem(name, 'The table has this column twice')];
			if (columns.includes(name)) return [];
			const reason = `There should be no such column. The columns are: ${columns.join(', ')}`;
			return [problem(name === '' ? null : name.slice(0, 40), reason)];
		})
	];
}
