import { expect, test } from 'vitest';
import { zipNames } from './zip-names.ts';

test('names that are the same but for case or the way an accent is written get a number', () => {
	const names = ['policy.pdf', 'Policy.PDF', 'policy.pdf', 'caf\u00e9.txt', 'cafe\u0301.txt'];
	expect(zipNames(names)).toEqual([
		'policy.pdf',
		'Policy (2).PDF',
		'policy (3).pdf',
		'café.txt',
		'café (2).txt'
	]);
});

test('a number that is taken is passed over', () => {
	expect(zipNames(['a (2).pdf', 'a.pdf', 'a.pdf'])).toEqual(['a (2).pdf', 'a.pdf', 'a (3).pdf']);
	expect(zipNames(['a', 'a'])).toEqual(['a', 'a (2)']);
});

test.each(['../../etc/passwd', '..\\..\\windows\\win.ini', '/etc/passwd', 'C:\\x.txt', '..', ''])(
	'%j does not lead out of its folder',
	(name) => {
		const [safe = ''] = zipNames([name]);
		expect(safe).not.toMatch(/[/\\:]|^\.+$|^$/);
	}
);
