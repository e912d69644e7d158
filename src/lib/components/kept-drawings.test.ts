import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { keptDrawing } from './kept-drawings.ts';

/** Content that counts how often it is drawn. */
function content(html: string) {
	const drawn = { times: 0 };
	const snippet = createRawSnippet(() => ({
		render: () => {
			drawn.times += 1;
			return html;
		}
	}));
	return { snippet, drawn };
}

test('the same content is drawn once, and other content anew', () => {
	const { snippet, drawn } = content('<p>31 of 53 confirmed</p>');
	const first = keptDrawing('a page of 31', snippet, new Map());
	expect(keptDrawing('a page of 31', snippet, new Map())).toBe(first);
	expect(drawn.times).toBe(1);
	keptDrawing('a page of 32', snippet, new Map());
	expect(drawn.times).toBe(2);
});

test('what people wrote stays as it was escaped, and every letter comes out the same', () => {
	const { snippet } = content('<p>&lt;script&gt; <!--[-->Ŵyn Łukasz ‮ “so” 😀<!--]--></p>');
	const html = keptDrawing('hostile', snippet, new Map());
	expect(html).toBe(
		'<p>&lt;script&gt; &#372;yn &#321;ukasz &#8238; &#8220;so&#8221; &#128512;</p>'
	);
});

test('what was asked for longest ago makes room', () => {
	const { snippet, drawn } = content(`<p>${'x'.repeat(1_500_000)}</p>`);
	for (const name of ['one', 'two', 'three', 'four', 'one', 'five', 'six']) {
		keptDrawing(name, snippet, new Map());
	}
	expect(drawn.times).toBe(6);
	keptDrawing('one', snippet, new Map());
	expect(drawn.times).toBe(6);
	keptDrawing('two', snippet, new Map());
	expect(drawn.times).toBe(7);
});
