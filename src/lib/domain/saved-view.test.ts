import { expect, test } from 'vitest';
import { mustBeNewName, mustHaveRoom, VIEWS_MAX } from './saved-view.ts';

const own = [
	{ key: 'a', page: 'dashboard', name: 'London' },
	{ key: 'b', page: 'assignments', name: 'Overdue' }
] as const;

test('a name is taken by another view of the same page, whatever its capitals', () => {
	const taken = expect.objectContaining({ code: 'view-name-taken', field: 'name' });
	expect(() => mustBeNewName(own, { page: 'dashboard', name: 'LONDON' })).toThrow(taken);
	expect(() => mustBeNewName(own, { page: 'assignments', name: 'London' })).not.toThrow();
	expect(() => mustBeNewName(own, { page: 'dashboard', name: 'london' }, 'a')).not.toThrow();
});

test('there is room for fifty', () => {
	const views = Array.from({ length: VIEWS_MAX - 1 }, (_, index) => index);
	expect(() => mustHaveRoom(views)).not.toThrow();
	expect(() => mustHaveRoom([...views, 0])).toThrow(
		expect.objectContaining({ code: 'too-many-views', facts: { max: 50 } })
	);
});
