import { expect, test } from 'vitest';
import { parseInvitation, parseRoleChange, readPeopleFilter, writePeopleFilter } from './people.ts';

const WHO = {
	name: 'Sam Gray',
	email: ' Sam.Gray@Kent.Test ',
	submissionKey: '24d0f4aa-0b5a-4f1a-a24f-a43708028b9b'
};

test('ticks and rows become roles, and blank rows nothing', () => {
	const typed = {
		...WHO,
		national: ['administrator', 'observer'],
		...{ 'role-1': 'lead', 'organisation-1': 'kent', 'role-2': '', 'organisation-2': '' },
		...{ 'role-3': 'observer', 'organisation-3': 'essex' }
	};
	expect(parseInvitation(typed)).toEqual({
		ok: true,
		command: {
			...WHO,
			email: 'sam.gray@kent.test',
			roles: [
				{ role: 'administrator', organisation: null },
				{ role: 'observer', organisation: null },
				{ role: 'lead', organisation: 'kent' },
				{ role: 'observer', organisation: 'essex' }
			]
		}
	});
});

test('every problem is told at once, at the field that it is about', () => {
	const typed = {
		...{ name: '', email: 'nobody', submissionKey: WHO.submissionKey },
		...{ national: 'emperor', 'role-1': 'lead', 'organisation-1': '' },
		...{ 'role-2': '', 'organisation-2': 'kent', 'role-3': 'inspector', 'organisation-3': 'kent' }
	};
	const parsed = parseInvitation(typed);
	expect(parsed.ok ? [] : parsed.problems.map(({ field }) => field)).toEqual([
		'name',
		'email',
		'roles',
		'organisation-1',
		'role-2',
		'role-3'
	]);
});

test('no role at all is a problem of the roles', () => {
	const parsed = parseRoleChange({ seen: 'inspector' });
	expect(parsed).toEqual({
		ok: false,
		problems: [{ field: 'roles', message: 'Select at least one role' }]
	});
});

test('columns that no form has are not passed on', () => {
	const parsed = parseInvitation({
		...WHO,
		national: 'inspector',
		personId: '1',
		passwordHash: 'x',
		createdBy: '1'
	});
	expect(parsed.ok && Object.keys(parsed.command).sort()).toEqual([
		'email',
		'name',
		'roles',
		'submissionKey'
	]);
});

test('a list’s address says what it filters, and is written back the same', () => {
	const params = new URLSearchParams('q=+gray+&role=lead&organisation=kent&state=invited&page=3');
	const filter = readPeopleFilter(params);
	expect(filter).toEqual({
		search: 'gray',
		role: 'lead',
		organisation: 'kent',
		state: 'invited',
		page: 3
	});
	expect(readPeopleFilter(new URLSearchParams(writePeopleFilter(filter)))).toEqual(filter);
	expect(writePeopleFilter(readPeopleFilter(new URLSearchParams('q=&role=&page=')))).toEqual({
		...{ q: '', role: '', organisation: '', state: '', page: '' }
	});
});

test.each(['role=emperor', 'state=gone', 'page=0', 'page=1e9', 'page=x', 'role=__proto__'])(
	'%s is refused, not ignored',
	(address) => {
		expect(() => readPeopleFilter(new URLSearchParams(address))).toThrow(
			expect.objectContaining({ code: 'unknown-filter' })
		);
	}
);
