import { expect, test } from 'vitest';
import { inPieces } from './in-pieces.ts';

const FRAME = '<main><h1>All</h1><template data-pieces=""></template></main>';

function aPage(): Response {
	const headers = { 'content-length': String(FRAME.length), 'content-security-policy': 'x' };
	return new Response(FRAME, { headers });
}

test('the pieces stand in their place, and the page keeps its headers but no length', async () => {
	const page = await inPieces(aPage(), drawn(['<p>One: 1 £</p>', '<p>Two</p>']));
	expect(await page.text()).toBe('<main><h1>All</h1><p>One: 1 £</p><p>Two</p></main>');
	expect(page.headers.get('content-length')).toBeNull();
	expect(page.headers.get('content-security-policy')).toBe('x');
});

test('what stands before them is sent before anything of them is drawn, and no more is drawn than is asked for', async () => {
	let made = 0;
	const page = await inPieces(aPage(), counted(Array.from({ length: 50 }, () => '<p></p>')));
	const reader = page.body!.getReader();
	const { value } = await reader.read();
	expect(new TextDecoder().decode(value)).toBe('<main><h1>All</h1>');
	expect(made).toBeLessThan(5);
	await reader.cancel();
	expect(made).toBeLessThan(5);

	async function* counted(pieces: readonly string[]) {
		for (const piece of pieces) {
			made += 1;
			yield piece;
		}
	}
});

async function* drawn(pieces: readonly string[]) {
	yield* pieces;
}
