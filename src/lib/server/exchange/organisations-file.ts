import {
	ORGANISATION_COLUMNS,
	parseOrganisationRow,
	type OrganisationColumn,
	type OrganisationRow
} from '#lib/forms/organisation-row.ts';
import { readCsvTable } from './csv-table.ts';
import { inOrder, type FileProblem, type FileReading } from './file-problem.ts';

interface PlacedRow {
	readonly line: number;
	readonly row: OrganisationRow;
}

/** A table of organisations, each whole and all fitting together; or every problem in it. */
export function readOrganisationsFile(
	file: string,
	bytes: Uint8Array
): FileReading<OrganisationRow[]> {
	const table = readCsvTable(file, bytes, ORGANISATION_COLUMNS);
	if (!table.ok) return table;
	const problems: FileProblem[] = [];
	const rows: PlacedRow[] = [];
	const codes = new Map<string, number>();
	for (const { line, cells } of table.content) {
		const parsed = parseOrganisationRow(cells);
		if (parsed.ok) rows.push({ line, row: parsed.command });
		else {
			for (const { field, message } of parsed.problems) {
				problems.push({ file, line, column: field, reason: message });
			}
		}
		const first = codes.get(cells.code);
		if (first === undefined) codes.set(cells.code, line);
		else problems.push(problem(line, 'code', `${cells.code} is already on line ${first}`));
	}
	const units = new Set(
		table.content.flatMap(({ cells }) => (cells.kind === 'regional-unit' ? [cells.code] : []))
	);
	for (const { line, row } of rows) {
		if (row.regionalUnit === null || units.has(row.regionalUnit)) continue;
		const reason = `No row has the regional unit ${row.regionalUnit}`;
		problems.push(problem(line, 'regional_unit', reason));
	}
	if (table.content.length === 0) problems.push(problem(1, null, 'The table has no rows'));
	if (problems.length > 0) return { ok: false, problems: inOrder(problems) };
	return { ok: true, content: rows.map(({ row }) => row) };

	function problem(line: number, column: OrganisationColumn | null, reason: string): FileProblem {
		return { file, line, column, reason };
	}
}
