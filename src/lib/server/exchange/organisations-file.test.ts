import { readFileSync } from 'node:fs';
import { ORGANISATION_COLUMNS } from '#lib/forms/organisation-row.ts';
import { describe, expect, test } from 'vitest';
import { problemLine } from './file-problem.ts';
import { readOrganisationsFile } from './organisations-file.ts';

const HEADER = ORGANISATION_COLUMNS.join(',');
const UNIT =
	'ERSOU,Eastern Region Special Operations Unit,regional-unit,Eastern,,,,Head of unit,,England';
const KENT =
	'KENT,Kent Police,police-force,Eastern,ERSOU,E23000032,kent,Chief Constable,Commissioner,England';

test('the register’s own table is whole: 43 forces, 9 regional units and 9 others', () => {
	const read = readOrganisationsFile('o.csv', readFileSync('src/cli/seed/organisations.csv'));
	if (!read.ok) throw new Error(read.problems.map(problemLine).join('\n'));
	const kinds = read.content.map(({ kind }) => kind);
	expect(kinds.filter((kind) => kind === 'police-force')).toHaveLength(43);
	expect(kinds.filter((kind) => kind === 'regional-unit')).toHaveLength(9);
	expect(kinds).toHaveLength(61);
	expect(read.content.find(({ code }) => code === 'NCA')).toMatchObject({
		region: null,
		regionalUnit: null,
		localPolicingBody: null
	});
});

test('reads a table with a byte order mark, Windows line ends, empty lines and a quoted line break', () => {
	const quoted = KENT.replace('Commissioner', '"Police, Fire and Crime Commissioner"');
	expect(rowsOf(`\uFEFF${HEADER}\r\n\r\n${UNIT}\r\n${quoted}\r\n`)).toMatchObject([
		{ code: 'ERSOU' },
		{ code: 'KENT', localPolicingBody: 'Police, Fire and Crime Commissioner' }
	]);
});

test('columns may stand in any order', () => {
	const reversed = (line: string) => line.split(',').toReversed().join(',');
	expect(rowsOf([HEADER, UNIT, KENT].map(reversed).join('\n'))).toMatchObject([
		{ code: 'ERSOU' },
		{ code: 'KENT', regionalUnit: 'ERSOU', gssCode: 'E23000032' }
	]);
});

describe('a broken table gives the file, the line, the column and the reason', () => {
	test.each([
		['an unknown kind', with_('police-force', 'police-farce'), 3, 'kind', /no kind “police-farce”/],
		['an unknown region', with_(',Eastern,', ',Easterm,'), 3, 'region', /no region “Easterm”/],
		['no region for a force', with_(',Eastern,', ',,'), 3, 'region', /needs its region/],
		['a bad GSS code', with_('E23000032', 'E2300032'), 3, 'gss_code', /eight digits/],
		['a bad police.uk name', with_(',kent,', ',Kent Police,'), 3, 'police_uk_id', /small letters/],
		['a code in small letters', with_('KENT', 'kent'), 3, 'code', /capital letters/],
		['no name', with_('Kent Police', ''), 3, 'name', /Enter a name/],
		['no such regional unit', with_('ERSOU', 'WRSOU'), 3, 'regional_unit', /No row .* WRSOU/],
		['a regional unit that is a force', with_('ERSOU', 'KENT'), 3, 'regional_unit', /No row/],
		['a duplicate code', table(UNIT, KENT, KENT), 4, 'code', /already on line 3/],
		[
			'a formula',
			with_('Kent Police', '"=HYPERLINK(""http://x"")"'),
			3,
			'name',
			/begins like a formula/
		],
		['another formula', with_('Commissioner', '@SUM(1)'), 3, 'local_policing_body', /formula/],
		['10,000 characters', with_('Kent Police', 'x'.repeat(10_000)), 3, 'name', /200 characters/],
		['a line break in a cell', with_('Kent Police', '"Kent\nPolice"'), 3, 'name', /on one line/],
		['a cell too many', table(UNIT, `${KENT},more`), 3, null, /11 cells, .* 10 columns/],
		['a cell too few', table(UNIT, 'KENT,Kent Police'), 3, null, /2 cells/],
		['quotation marks that do not match', table(UNIT, `"${KENT}`), 3, null, /quotation marks/],
		['no rows', `${HEADER}\n`, 1, null, /no rows/],
		['nothing at all', '', 1, 'code', /no column/]
	])('%s', (_what, text, line, column, reason) => {
		const [first] = problemsOf(text);
		expect(first).toMatchObject({ file: 'o.csv', line, column });
		expect(first?.reason).toMatch(reason);
	});

	test('a missing column', () => {
		const [first, ...others] = problemsOf(
			[HEADER.replace(',region,', ',regoin,'), UNIT].join('\n')
		);
		expect(first).toMatchObject({
			line: 1,
			column: 'region',
			reason: expect.stringMatching(/no column/)
		});
		expect(others).toMatchObject([{ line: 1, column: 'regoin' }]);
	});

	test('an extra column, and one that stands twice', () => {
		expect(problemsOf(`${HEADER},budget,name\n${UNIT},1,2`)).toMatchObject([
			{ line: 1, column: 'budget', reason: expect.stringMatching(/no such column/) },
			{ line: 1, column: 'name', reason: expect.stringMatching(/twice/) }
		]);
	});

	test('bytes in Windows-1252', () => {
		const text = table(UNIT, KENT.replace('Kent Police', 'Kent Pol\u00eece'));
		const read = readOrganisationsFile('o.csv', Buffer.from(text, 'latin1'));
		expect(read).toMatchObject({
			ok: false,
			problems: [{ file: 'o.csv', line: 3, column: null, reason: expect.stringMatching(/UTF-8/) }]
		});
	});

	test('all problems of all rows at once, in the order of the lines', () => {
		const text = table(
			UNIT.replace('Eastern,', 'East,'),
			KENT.replace('police-force', 'force').replace('E23000032', '?')
		);
		expect(problemsOf(text).map(({ line, column }) => [line, column])).toEqual([
			[2, 'region'],
			[3, 'kind'],
			[3, 'gss_code']
		]);
	});
});

function table(...rows: string[]): string {
	return [HEADER, ...rows, ''].join('\n');
}

function with_(part: string, other: string): string {
	return table(UNIT, KENT.replace(part, other));
}

function rowsOf(text: string) {
	const read = readOrganisationsFile('o.csv', Buffer.from(text));
	if (!read.ok) throw new Error(read.problems.map(problemLine).join('\n'));
	return read.content;
}

function problemsOf(text: string) {
	const read = readOrganisationsFile('o.csv', Buffer.from(text));
	return read.ok ? [] : read.problems;
}
