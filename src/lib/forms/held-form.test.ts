import { expect, test } from 'vitest';
import { HELD_MAX, readHeldForm, writeHeldForm } from './held-form.ts';

test('text comes back as it was typed, repeated inputs and line ends included', () => {
	const typed = { narrative: 'Two\nlines “quoted” <b>', national: ['administrator', 'observer'] };
	const held = readHeldForm(writeHeldForm('/people/invite?/send', typed));
	expect(held).toEqual({
		to: '/people/invite?/send',
		fields: [
			['narrative', 'Two\nlines “quoted” <b>'],
			['national', 'administrator'],
			['national', 'observer']
		]
	});
});

test('passwords are not carried, nor the sign that a form was carried before', () => {
	const typed = { currentPassword: 'a', password: 'b', PASSWORD2: 'c', restored: 'yes', name: 'd' };
	expect(readHeldForm(writeHeldForm('/account', typed))?.fields).toEqual([['name', 'd']]);
});

test('a form is never sent on to another site', () => {
	for (const to of ['https://evil.test/', '//evil.test', '/\\evil.test', 'javascript:alert(1)']) {
		expect(readHeldForm(writeHeldForm(to, {}))?.to).toBe('/');
		const byHand = JSON.stringify({ to, fields: [] });
		expect(readHeldForm(byHand)?.to).toBe('/');
	}
});

test.each([
	undefined,
	'',
	'{',
	'[]',
	'{"to":"/"}',
	'{"to":"/","fields":[["a",{}]]}',
	'x'.repeat(HELD_MAX * 2 + 1),
	['{}']
])('what is no held form is none (%#)', (text) => {
	expect(readHeldForm(text)).toBeNull();
});
