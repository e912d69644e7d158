import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readInspectionFile } from './inspection-file.ts';

const TEXT = readFileSync('src/cli/seed/recommendations.json', 'utf8');
const BODIES = [
	{ code: 'KENT', kind: 'police-force' },
	{ code: 'ERSOU', kind: 'regional-unit' },
	...['NCA', 'BSC', 'HOIE', 'BF', 'COP'].map((code) => ({ code, kind: 'command' as const }))
] as const;
test('the register’s own file is whole, with ten working summaries', () => {
	const read = readInspectionFile('r.json', Buffer.from(TEXT), BODIES);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	expect(read.content.recommendations.map(({ number }) => number)).toEqual([
		1, 2, 3, 4, 5, 6, 7, 8, 9, 10
	]);
	expect(read.content.inspection.publishedOn).toBe('2025-05-16');
});

test.each([
	['a number in words', '"number": 7', '"number": "seven"', 'number', /number/],
	['a number twice', '"number": 7', '"number": 3', 'number', /3 stands twice/],
	['an empty summary', '"Stop grading', '" ", "note": "Stop grading', 'summary', /Enter what/],
	['a field too many', '"number": 7', '"due": 1, "number": 7', 'due', /no field/],
	[
		'an organisation that is not there',
		/("number": 7,[^]*?"contributing": \[)"NCA"/,
		'$1"NAC"',
		'allocation.contributing.0',
		/No organisation answers to “NAC”/
	],
	[
		'an organisation named both lead and contributing',
		/("number": 7,[^]*?"contributing": \[)"NCA"/,
		'$1"KENT"',
		'allocation.contributing.0',
		/“KENT” names KENT a second time/
	],
	[
		'a pattern in the wrong shape',
		/("number": 7,[^]*?"contributing": \[)"NCA"/,
		'$1"kent police"',
		'allocation.contributing.0',
		/by its code/
	]
])('%s is found with its line and field', (_what, part, other, field, reason) => {
	const broken = TEXT.replace(part, other);
	const problems = problemsOf(broken);
	const problem = problems.find(({ column }) => column === `recommendations.6.${field}`);
	expect(problem).toMatchObject({ file: 'r.json', line: firstDifference(broken) });
	expect(problem?.reason).toMatch(reason);
});

test('a missing field is told where its recommendation begins', () => {
	const broken = TEXT.replace(/\t"title": "Grade[^\n]*\n/, '\n');
	expect(problemsOf(broken)).toMatchObject([
		{
			line: lineOf(broken, '"number": 7') - 1,
			column: 'recommendations.6.title',
			reason: expect.stringMatching(/^Give number, title/)
		}
	]);
});

test('every problem is listed, in the order of the lines', () => {
	const broken = TEXT.replace('"number": 7', '"number": 0').replace('2025-05-16', '2025-02-30');
	expect(problemsOf(broken)).toMatchObject([
		{
			line: lineOf(broken, '2025-02-30'),
			column: 'inspection.publishedOn',
			reason: expect.stringMatching(/real day/)
		},
		{ line: lineOf(broken, '"number": 0'), column: 'recommendations.6.number' }
	]);
});

test.each([
	['a comma too many', TEXT.replace('"number": 7,', '"number": 7,,'), 0],
	['a comma too few', TEXT.replace('"number": 7,', '"number": 7'), 1],
	['a name twice', TEXT.replace('"number": 7', '"number": 7, "number": 8'), 0],
	['a line break in a text', TEXT.replace('"number": 7,', '"number": 7, "x": "a\n",'), 0],
	['a cut file', TEXT.slice(0, TEXT.indexOf('"number": 7') + 12), 0]
])('%s is no JSON, with the line where it stops being so', (_what, text, linesOn) => {
	const line = lineOf(text, '"number": 7') + linesOn;
	expect(problemsOf(text)).toMatchObject([{ file: 'r.json', line, column: null }]);
});

test.each([
	['an empty file', '', 1],
	['too deep a nest', '['.repeat(100_000), 1],
	['something behind the end', '{}\n\n{}', 3]
])('%s is refused without a stack', (_what, text, line) => {
	expect(problemsOf(text)).toMatchObject([{ file: 'r.json', line, column: null }]);
});

test('a working summary cannot be passed off as official wording', () => {
	const [problem] = problemsOf(TEXT.replace('"working-summary"', '"official"'));
	expect(problem).toMatchObject({ column: 'provenance.kind' });
});

test('bytes that are not UTF-8 are refused with their line', () => {
	const broken = TEXT.replace('Clarify', 'Clarif\u00ff');
	expect(readInspectionFile('r.json', Buffer.from(broken, 'latin1'), BODIES)).toMatchObject({
		ok: false,
		problems: [{ line: lineOf(broken, '\u00ff'), column: null }]
	});
});

function problemsOf(text: string) {
	const read = readInspectionFile('r.json', Buffer.from(text), BODIES);
	return read.ok ? [] : read.problems;
}

function lineOf(text: string, part: string): number {
	return text.slice(0, text.indexOf(part)).split('\n').length;
}

function firstDifference(broken: string): number {
	return 1 + TEXT.split('\n').findIndex((line, index) => line !== broken.split('\n')[index]);
}
