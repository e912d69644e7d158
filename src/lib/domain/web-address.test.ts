import { expect, test } from 'vitest';
import { webAddressOf } from './web-address.ts';

test.each([
	['https://kent.example/policy', 'https://kent.example/policy'],
	['HTTP://Kent.Example', 'http://kent.example/'],
	['https://kent.example:8443/a?b=c&d#e', 'https://kent.example:8443/a?b=c&d#e'],
	['https://kent.example/żółć', 'https://kent.example/%C5%BC%C3%B3%C5%82%C4%87'],
	// Letters that look like others are shown for what they are.
	['https://аpple.example', 'https://xn--pple-43d.example/']
])('%s is one', (text, href) => {
	expect(webAddressOf(text)?.href).toBe(href);
});

test.each([
	'javascript:alert(1)',
	'JaVaScRiPt:alert(1)',
	'java\nscript:alert(1)',
	' javascript:alert(1)',
	'data:text/html,<script>alert(1)</script>',
	'vbscript:x',
	'file:///etc/passwd',
	'mailto:a@kent.example',
	'//kent.example/policy',
	'/\\kent.example',
	'https:kent.example',
	'https:/kent.example',
	'https:///kent.example',
	'https:\\\\kent.example',
	'https://kent.example\\@other.example',
	'https://kent.example@other.example',
	'https://:secret@other.example',
	'https://other.example/\u202egpj.exe',
	'https://other\u200b.example',
	'https://other.example/a b',
	'https://other.example/\u0000',
	'https://other.example/\t',
	'https://other.example/\ud800',
	'https://',
	'https://[',
	'kent.example',
	''
])('%j is none', (text) => {
	expect(webAddressOf(text)).toBeNull();
});
