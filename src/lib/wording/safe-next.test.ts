import { expect, test } from 'vitest';
import { safeNext } from './safe-next.ts';

const HERE = 'https://tracker.example';

test.each([
	'/',
	'/recommendations',
	'/recommendations/OIC-7/KENT',
	'/recommendations?status=confirmed&region=South+East',
	'/recommendations?q=a%2Fb%5C%0A#row-3',
	'/audit?day=2025-06-04',
	'/a//b'
])('keeps a path of the service: %s', (next) => {
	expect(safeNext(next)).toBe(next);
});

const HOSTILE = [
	'//evil.com',
	'///evil.com',
	'/\\evil.com',
	'/../\\evil.com',
	'\\\\evil.com',
	'/\\/evil.com',
	'/\t/evil.com',
	'/\n/evil.com',
	'/\r\n/evil.com',
	'/\u0000/evil.com',
	'\t//evil.com',
	' //evil.com',
	'/ /evil.com',
	'/..//evil.com',
	'/a/..//evil.com',
	'/.//evil.com',
	'/%2e//evil.com',
	'/%2F/evil.com',
	'/%2fevil.com',
	'/%5Cevil.com',
	'/%252Fevil.com',
	'/%25255Cevil.com',
	'/%09/evil.com',
	'/%0d%0aSet-Cookie:%20a=b',
	'/%',
	'/%c0%af/evil.com',
	'/\u202E/moc.live',
	'https://evil.com',
	'HTTPS:evil.com',
	'https:/evil.com',
	'javascript:alert(1)',
	'data:text/html,x',
	'evil.com',
	'@evil.com',
	'?next=//evil.com',
	'#',
	'',
	'/' + 'a'.repeat(2_000),
	'/' + '%25'.repeat(10) + '2F',
	null,
	undefined,
	['/a'],
	7
];

test.each(HOSTILE)('sends everything else home: %j', (next) => {
	expect(safeNext(next)).toBe('/');
});

test('whatever it answers resolves to this service, in a browser that forgives and one that decodes', () => {
	for (const next of HOSTILE) {
		const answer = safeNext(next);
		for (const read of [answer, decodeURIComponent(answer), answer.replaceAll('\\', '/')]) {
			expect(new URL(read, HERE).origin).toBe(HERE);
		}
	}
});
