import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '../../../tests/support/hostile-texts.ts';
import Narrative from './Narrative.svelte';

const DRAWN = ['p', 'bdi', 'br', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'span'];
const ATTRIBUTES = ['class', 'href', 'rel', 'value'];

const PAYLOADS = {
	...HOSTILE_TEXTS,
	'a script in every place': [
		'<script>alert(1)</script>',
		'- <img src=x onerror=alert(1)>',
		'1. <svg/onload=alert(1)>',
		'**<b onclick=alert(1)>** _</em><script>alert(1)</script>_',
		'[<script>alert(1)</script>](https://kent.example/)',
		'[a](https://kent.example/"onmouseover="alert(1))',
		"[a](https://kent.example/'><script>alert(1)</script>)",
		'https://kent.example/"><script>alert(1)</script>',
		'</p></li></ul></main><script>alert(1)</script><!-- --> <!--[-->'
	].join('\n\n'),
	'links that run': [
		'[a](javascript:alert(1))',
		'[a](JAVASCRIPT:alert(1))',
		'[a](java\tscript:alert(1))',
		'[a](data:text/html,<script>alert(1)</script>)',
		'[a](//other.example)',
		'javascript:alert(1)'
	].join('\n')
};

describe.each(Object.entries(PAYLOADS))('%s', (_, text) => {
	test('becomes only the elements and attributes of a narrative', () => {
		const { body } = render(Narrative, { props: { text } });
		for (const [, name, attributes] of tagsOf(body)) {
			expect(DRAWN).toContain(name);
			for (const [, attribute] of (attributes ?? '').matchAll(/\s([^\s=]+)=/g)) {
				expect(ATTRIBUTES).toContain(attribute);
			}
		}
		for (const [, href] of body.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https?:\/\//);
	});
});

test('lines, lists and links are drawn as the elements that a reader and a screen reader know', () => {
	const text = 'One\ntwo\n\n3. *three*\n4. [four](https://kent.example/4)';
	const { body } = render(Narrative, { props: { text } });
	expect(body.replace(/<!--.*?-->|\t|\n| class="[^"]*"/g, '')).toBe(
		'<p><bdi>One<br/>two</bdi></p><ol><li value="3"><bdi><em>three</em></bdi></li>' +
			'<li value="4"><bdi><a href="https://kent.example/4" rel="noopener noreferrer external nofollow">four</a>' +
			'<span> (kent.example)</span></bdi></li></ol>'
	);
});

/** Opening tags, with their name and attributes; a quoted attribute may hold what it likes. */
function tagsOf(html: string) {
	return html
		.replace(/<!--.*?-->/gs, '')
		.matchAll(/<([a-z][^\s/>]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi);
}
