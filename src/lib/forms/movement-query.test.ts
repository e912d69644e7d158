import { plainDate } from '#lib/domain/plain-date.ts';
import { expect, test } from 'vitest';
import { readMovementQuery } from './movement-query.ts';

const TODAY = plainDate('2026-03-02');
const read = (query: string) => readMovementQuery(new URLSearchParams(query), TODAY);

test('without days it is the last thirty, with days it is between them', () => {
	expect(read('')).toMatchObject({ from: '2026-01-31', to: '2026-03-02', problems: [] });
	expect(read('from=2026-01-05&to-day=1&to-month=2&to-year=2026')).toMatchObject({
		...{ from: '2026-01-05', to: '2026-02-01', problems: [] },
		values: { 'from-day': '5', 'to-month': '2' }
	});
});

test.each([
	['from=2026-02-30', 'from'],
	['to=2026-03-03', 'to'],
	['from=2026-02-01&to=2026-02-01', 'from'],
	['from=2026-02-02&to=2026-02-01', 'from']
])('%s is no span, and is said beside its field', (query, field) => {
	const { problems, from, to } = read(query);
	expect(problems.map((problem) => problem.field)).toEqual([field]);
	expect([from, to]).toEqual(['2026-01-31', '2026-03-02']);
});

test('a flow is picked by its own name and nothing else', () => {
	expect(read('flow=confirmed&recommendation=7&organisation=KENT').pick).toEqual({
		...{ flow: 'confirmed', recommendation: 7, organisation: 'KENT' }
	});
	expect(read('flow=opening').pick).toBeUndefined();
});
