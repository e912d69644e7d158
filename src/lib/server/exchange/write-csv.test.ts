import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undoNeutralise } from './neutralise.ts';
import { writeCsv } from './write-csv.ts';

describe('a CSV file', () => {
	it('quotes what would break a row, and leaves the rest alone', () => {
		expect(
			writeCsv([
				['Recommendation', 'Total'],
				['Grade, then "act"', 4],
				['Not known yet', null]
			])
		).toBe('Recommendation,Total\r\n"Grade, then ""act""",4\r\nNot known yet,\r\n');
	});

	it.each(['=1+1', '+44', '-2', '@cmd', '\t=1', ' =1', '\r=1', '＝1', "'=1"])(
		'never lets %j run as a formula',
		(text) => {
			const [[cell]] = parse(writeCsv([[text, 1]])) as [[string]];
			expect(cell).toBe(`'${text}`);
		}
	);

	it('reads back as it was written', () => {
		const text = fc.string({ unit: 'grapheme' });
		const row = fc.tuple(text, text, fc.integer());
		fc.assert(
			fc.property(fc.array(row, { minLength: 1 }), (rows) => {
				const read = parse(writeCsv(rows), { relax_column_count: true, skip_empty_lines: false });
				const undone = read.map((cells) => cells.map(undoNeutralise));
				expect(undone).toEqual(rows.map(([a, b, n]) => [a, b, String(n)]));
			})
		);
	});
});
