import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '../../../tests/support/hostile-texts.ts';
import { formattedText, type Block, type Inline } from './formatted-text.ts';

describe('what is formatting', () => {
	test.each([
		['one line', 'p(one line)'],
		['two\nlines', 'p(two/lines)'],
		['one\n\ntwo', 'p(one)p(two)'],
		['one\n \t\n\n\ntwo', 'p(one)p(two)'],
		['one\r\n\r\ntwo\r\nlines', 'p(one)p(two/lines)'],
		['one\u2029two\u2028lines', 'p(one)p(two/lines)'],
		['\n\n  \n', ''],
		['', ''],
		['    far in\n\n\tfarther', 'p(far in)p(farther)'],
		['before\n- one\n- two', 'p(before)ul(-[p(one)]-[p(two)])'],
		['* one\n\n  more\n\nafter', 'ul(-[p(one)p(more)])p(after)'],
		['• one\n•\ttwo', 'ul(-[p(one)]-[p(two)])'],
		['- one\n  1. in', 'ul(-[p(one)ol(1[p(in)])])'],
		['a **strong** and _stressed_ word', 'p(a b(strong) and i(stressed) word)'],
		['**so _much_**', 'p(b(so i(much)))']
	])('%j', (text, drawn) => {
		expect(draw(text)).toBe(drawn);
	});

	test('numbers stay as typed, also where some are left out', () => {
		expect(draw('2. two\n5. five\n7) seven')).toBe('ol(2[p(two)]5[p(five)])ol(7[p(seven)])');
		expect(draw('Since\n2026. That was it')).toBe('p(Since/2026. That was it)');
	});
});

describe('what is text and stays as typed', () => {
	test.each([
		'5*3*2 and snake_case_names',
		'\\\\server\\share\\_new',
		'&amp; &#x27; &lt;b&gt;',
		'<b>bold</b> <!-- hidden --> <script>alert(1)</script>',
		'`code` ~~struck~~ $x$',
		'# heading',
		'> quoted',
		'***',
		'| a | b |',
		'[a]: kent.example',
		'[^1] and [ ] and [x]',
		'www.kent.example, kent.example and a@kent.example',
		'two * stars * apart and _ lines _ too'
	])('%s', (text) => {
		expect(draw(text)).toBe(`p(${text})`);
	});

	test('line by line where it would otherwise be a block', () => {
		expect(draw('one\n===\n```\ntwo\n```\n---')).toBe('p(one/===/```/two/```/---)');
	});

	test('the text of lists inside lists inside lists, which are drawn only so deep', () => {
		const deep = '- '.repeat(500) + 'end';
		expect(draw(deep)).toContain('- - - end');
		expect(
			draw(Array.from({ length: 30 }, (_, n) => `${'  '.repeat(n)}- ${n}`).join('\n'))
		).toMatch(/29\)/);
	});
});

describe('links', () => {
	test.each([
		[
			'see https://kent.example/a_b_c. Then',
			'p(see a<https://kent.example/a_b_c>(https://kent.example/a_b_c). Then)'
		],
		['<https://kent.example>', 'p(<a<https://kent.example/>(https://kent.example)>)'],
		['HTTPS://Kent.Example', 'p(a<https://kent.example/>(HTTPS://Kent.Example))'],
		[
			'[the **policy**](https://kent.example/p)',
			'p(a<https://kent.example/p kent.example>(the b(policy)))'
		],
		[
			'[https://kent.example](https://kent.example/x)',
			'p(a<https://kent.example/x>(https://kent.example))'
		]
	])('%s', (text, drawn) => {
		expect(draw(text)).toBe(drawn);
	});

	test.each([
		['[https://kent.example](https://other.example)', 'other.example'],
		['[https://kent.example](https://kent.example.other.example)', 'kent.example.other.example'],
		['[kent.example](https://other.example:8443/)', 'other.example:8443'],
		['https://аpple.example/', 'xn--pple-43d.example'],
		['![a picture](https://other.example/a.png)', 'other.example']
	])('that could lead elsewhere than they say, as %s, say where', (text, host) => {
		expect(draw(text)).toContain(` ${host}>(`);
	});

	test('without words show their address', () => {
		expect(draw('[](https://kent.example)')).toBe(
			'p(a<https://kent.example/>(https://kent.example/))'
		);
		expect(draw('[\u200b](https://kent.example)')).toContain('(https://kent.example/)');
	});

	test('with a name before their host are cut where the deceit begins', () => {
		expect(draw('https://kent.example@other.example [a](https://kent.example@other.example)')).toBe(
			'p(a<https://kent.example/>(https://kent.example)@other.example [a](a<https://kent.example/>(https://kent.example)@other.example))'
		);
	});

	test.each([
		'[a](javascript:alert(1))',
		'[a](JaVaScRiPt:alert(1))',
		'[a](java&#115;cript:alert(1))',
		'[a](&#x6a;avascript&colon;alert(1))',
		'[a](<javascript:alert(1)>)',
		'[a](<java\tscript:alert(1)>)',
		'[a](\u0001javascript:alert(1))',
		'[a](data:text/html;base64,PHNjcmlwdD4=)',
		'[a](vbscript:x)',
		'[a](file:///etc/passwd)',
		'[a](//other.example)',
		'[a](/\\other.example)',
		'[a](\\\\other.example)',
		'[a](/people)',
		'[a](?/publish)',
		'[a](#x)',
		'[a](https:other.example)',
		'[a](https://other.example/\u202egpj.exe)',
		'[a](https://other\u200b.example)',
		'[a](blob:x)',
		'[a]()',
		'[a][b]',
		'javascript:alert(1) data:text/html,x //other.example ftp://other.example mailto:a@b.example'
	])('lead nowhere but to http and https: %j', (text) => {
		expect(linksOf(text)).toEqual([]);
		expect(lettersOf(draw(text))).toContain(lettersOf(text.split('(')[0]!));
	});
});

describe('whatever is typed', () => {
	const ALPHABET = [
		...['a', 'b', '1', '2', ' ', '\n', '\n\n', '\t', '    ', '- ', '* ', '+ ', '1. ', '3) ', '• '],
		...['*', '**', '_', '[', ']', '(', ')', '](', '<', '>', '&', '&amp;', '\\', '`', '#', '!', '"'],
		...[
			'https://a.b/',
			'http://',
			'javascript:',
			'data:',
			'//',
			':',
			'@',
			'\u202e',
			'\u200b',
			'\0'
		],
		...['<script>', '</p>', '\u2028', '=', '~', '|', 'ŵ', '👮🏽‍♀️', '\ud800']
	];
	const anything = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 200 }),
		fc.array(fc.constantFrom(...ALPHABET), { maxLength: 60 }).map((parts) => parts.join(''))
	);

	test('no letter or figure that is no marker disappears, and every link is a plain web address', () => {
		fc.assert(
			fc.property(anything, (text) => {
				for (const href of linksOf(text)) {
					expect(href).toMatch(/^https?:\/\/[^/@\\\s]+\//);
					expect(new URL(href).href).toBe(href);
				}
				const shown = lettersOf(allText(formattedText(text)));
				for (const letter of new Set(lettersOf(text.toWellFormed()))) {
					expect(shown, JSON.stringify(text)).toContain(letter);
				}
			}),
			{ numRuns: 2000 }
		);
	});

	test('without links in it, every letter is drawn, in its order', () => {
		const unlinked = anything.map((text) => text.replace(/[:()•◦▪‣⁃]/g, ''));
		fc.assert(
			fc.property(unlinked, (text) => {
				expect(lettersOf(allText(formattedText(text)))).toBe(lettersOf(text));
			}),
			{ numRuns: 2000 }
		);
	});

	test.each(Object.entries(HOSTILE_TEXTS))('is drawn, and soon: %s', (_, text) => {
		expect(() => formattedText(text)).not.toThrow();
	});

	test.each([
		'*a ',
		'**a *b ',
		'_',
		'[',
		'[a](',
		'https://',
		'- ',
		'- a\n',
		'* * *\n',
		'\t',
		'(',
		'1. ',
		'<',
		'[x](<'
	])('is drawn in well under a second, though ten thousand characters repeat %j', (part) => {
		const text = part.repeat(10_000 / part.length);
		const started = performance.now();
		formattedText(text);
		expect(performance.now() - started).toBeLessThan(500);
	});
});

function draw(text: string): string {
	return formattedText(text).map(drawBlock).join('');
}

function drawBlock(block: Block): string {
	if (block.kind === 'paragraph') return `p(${block.of.map(drawInline).join('')})`;
	const items = block.items.map(
		({ number, blocks }) => `${number ?? '-'}[${blocks.map(drawBlock).join('')}]`
	);
	return `${block.isNumbered ? 'ol' : 'ul'}(${items.join('')})`;
}

function drawInline(inline: Inline): string {
	switch (inline.kind) {
		case 'text':
			return inline.text;
		case 'line-break':
			return '/';
		case 'link': {
			const beside = inline.host === null ? '' : ` ${inline.host}`;
			return `a<${inline.href}${beside}>(${inline.of.map(drawInline).join('')})`;
		}
		default:
			return `${inline.kind === 'strong' ? 'b' : 'i'}(${inline.of.map(drawInline).join('')})`;
	}
}

/** Everything that is drawn or said by a link, without any notation. */
function allText(parts: readonly (Block | Inline)[]): string {
	return parts.map(textOf).join(' ');
}

function textOf(part: Block | Inline): string {
	switch (part.kind) {
		case 'text':
			return part.text;
		case 'line-break':
			return '';
		case 'list':
			return part.items.map(({ number, blocks }) => `${number ?? ''} ${allText(blocks)}`).join(' ');
		case 'link':
			return `${allText(part.of)} ${part.href.replace(/(%[\da-f]{2})+/gi, decode)}`;
		default:
			return allText(part.of);
	}
}

/** What is no text when decoded stays as it is. */
function decode(encoded: string): string {
	return Buffer.from(encoded.replaceAll('%', ''), 'hex').toString();
}

function linksOf(text: string): string[] {
	const links: string[] = [];
	const look = (part: Block | Inline): void => {
		if (part.kind === 'link') links.push(part.href);
		if (part.kind === 'list') part.items.forEach(({ blocks }) => blocks.forEach(look));
		else if ('of' in part) part.of.forEach(look);
	};
	formattedText(text).forEach(look);
	return links;
}

/** Small letters without accents of their own, and figures: what no marker and no notation is made of. */
function lettersOf(text: string): string {
	return text
		.toLowerCase()
		.replace(/\[u\+[\da-f]+\]/g, '')
		.replace(/[^a-zŵ]/g, '');
}
