import { expect, test } from 'vitest';
import { listFrom, withFrom } from './from.ts';

test('a list is remembered with its filters, and read back as it was', () => {
	const list = '/assignments?status=in-progress&page=2';
	const path = withFrom('/recommendations/OIC-7/KENT', list);
	expect(path).toBe(
		'/recommendations/OIC-7/KENT?from=%2Fassignments%3Fstatus%3Din-progress%26page%3D2'
	);
	expect(listFrom(new URL(path, 'https://tracker.test').searchParams.get('from'))).toBe(list);
	expect(withFrom('/x?corrects=7', '/')).toBe('/x?corrects=7&from=%2F');
	expect(withFrom('/x', undefined)).toBe('/x');
});

test.each([
	'https://evil.test/',
	'//evil.test',
	'/\\evil.test',
	'javascript:alert(1)',
	'',
	null,
	7
])('%j is no list of this service', (text) => expect(listFrom(text)).toBeUndefined());

test('the first page is a place to come back to', () => {
	expect(listFrom('/')).toBe('/');
});
