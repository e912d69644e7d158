import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	BOUNDARY,
	inPieces,
	multipartBody,
	uploadRequest,
	type Part
} from '../../../../tests/support/files/multipart-body.ts';
import { readForm, readRequest, SMALL_LIMITS } from '../../../../tests/support/files/read-form.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { readMultipart } from './multipart.ts';

it('reads fields and files alike, in the order of the form', async () => {
	const form = await readForm([
		{ name: 'title', content: 'Zażółć ŵ' },
		{ name: 'evidence', filename: 'a.txt', type: 'text/plain', content: 'first' },
		{ name: 'tick', content: 'one' },
		{ name: 'tick', content: 'two' },
		{ name: 'evidence', filename: 'b.txt', content: 'second' },
		{ name: 'empty', content: '' }
	]);
	expect([...form.fields]).toEqual([
		['title', ['Zażółć ŵ']],
		['tick', ['one', 'two']],
		['empty', ['']]
	]);
	expect(form.files).toEqual([
		{ field: 'evidence', name: 'a.txt', ok: true, file: 'first' },
		{ field: 'evidence', name: 'b.txt', ok: true, file: 'second' }
	]);
});

it('reads what the platform itself writes', async () => {
	const data = new FormData();
	data.append('title', 'line one\r\nline "two"');
	data.append('evidence', new File(['bytes'], 'Cynllun ŵ "1".pdf'));
	const request = new Request('http://localhost/', { method: 'POST', body: data });
	const form = await readRequest(request);
	expect(form.fields.get('title')).toEqual(['line one\r\nline "two"']);
	expect(form.files).toMatchObject([{ name: 'Cynllun ŵ -1-.pdf', ok: true, file: 'bytes' }]);
});

it('reads the same however the network cuts it up', async () => {
	const nearBoundary = `\r\n--${BOUNDARY.slice(0, 12)}\r\n--\r\n\r\n`;
	const parts = fc.array(
		fc.record({
			name: fc.constantFrom('a', 'b', '__proto__', 'constructor'),
			filename: fc.option(fc.constantFrom('x.txt', 'y.txt'), { nil: undefined }),
			content: fc
				.array(fc.oneof(fc.string(), fc.constant(nearBoundary), fc.constant('-'.repeat(40))))
				.map((texts) => texts.join('').slice(0, 900))
		}),
		{ maxLength: 8 }
	);
	const sizes = fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 5 });
	await fc.assert(
		fc.asyncProperty(parts, sizes, async (all, cut) => {
			const request = uploadRequest(stream(inPieces(multipartBody(all as Part[]), cut)));
			const form = await readRequest(request, { maxFiles: 8 });
			const texts = all.filter((part) => part.filename === undefined);
			const files = all.filter((part) => part.filename !== undefined);
			for (const name of new Set(texts.map((part) => part.name))) {
				const expected = texts.filter((part) => part.name === name).map((part) => part.content);
				expect(form.fields.get(name)).toEqual(expected);
			}
			expect([...form.fields.values()].flat()).toHaveLength(texts.length);
			expect(form.files).toEqual(
				files.map(({ name, filename, content }) => ({
					field: name,
					name: filename,
					ok: true,
					file: content
				}))
			);
		}),
		{ numRuns: 300 }
	);
});

it('takes a file input in which nothing was chosen for no file', async () => {
	const empty = { name: 'evidence', filename: '', type: 'application/octet-stream', content: '' };
	const form = await readForm([...Array(20).fill(empty), { name: 'title', content: 'still here' }]);
	expect(form.files).toEqual([]);
	expect(form.fields.get('title')).toEqual(['still here']);
});

it('reports a refused file and still reads what comes after it', async () => {
	const form = await readForm([
		{ name: 'before', content: 'typed' },
		{ name: 'evidence', filename: 'a.txt', content: 'x'.repeat(10_001) },
		{ name: 'evidence', filename: 'b.txt', content: 'x'.repeat(10_000) },
		{ name: 'after', content: 'typed too' }
	]);
	expect([...form.fields.keys()]).toEqual(['before', 'after']);
	expect(form.files).toMatchObject([
		{
			name: 'a.txt',
			ok: false,
			refusal: { code: 'file-too-large', facts: { maxBytes: 10_000 } }
		},
		{ name: 'b.txt', ok: true }
	]);
});

it('reads on past a file that its reader turns down at once, or leaves unread', async () => {
	const big = { name: 'evidence', filename: 'a.txt', content: 'x'.repeat(9_000) };
	const parts = [big, big, { name: 'after', content: 'typed' }];
	const onFile = async (_field: string, _name: string, bytes: AsyncIterable<Uint8Array>) => {
		for await (const chunk of bytes) if (chunk.length) throw new Refusal('file-empty');
	};
	for (const reader of [onFile, async () => {}]) {
		const request = uploadRequest(stream(inPieces(multipartBody(parts), [100])));
		const form = await readMultipart(request, { ...SMALL_LIMITS, onFile: reader });
		expect(form.files).toHaveLength(2);
		expect(form.fields.get('after')).toEqual(['typed']);
	}
});

it('reports one file more than allowed, and no more than that one', async () => {
	const file = { name: 'evidence', filename: 'a.txt', content: 'x' };
	const form = await readForm([...Array(7).fill(file), { name: 'after', content: 'typed' }]);
	expect(form.files.map((report) => report.ok)).toEqual([true, true, true, false]);
	expect(form.files[3]).toMatchObject({
		refusal: { code: 'too-many-files', facts: { maxFiles: 3 } }
	});
	expect(form.fields.get('after')).toEqual(['typed']);
});

it('refuses the files past the limit of the whole, and still reads the fields', async () => {
	const file = { name: 'evidence', filename: 'a.txt', content: 'x'.repeat(9_000) };
	const request = uploadRequest(
		stream(inPieces(multipartBody([file, file, { name: 'after', content: 'typed' }]), [1_000]))
	);
	const form = await readRequest(request, { maxTotalBytes: 12_000 });
	expect(form.files).toMatchObject([
		{ ok: true },
		{ ok: false, refusal: { code: 'upload-too-large', facts: { maxBytes: 12_000 } } }
	]);
	expect(form.fields.get('after')).toEqual(['typed']);
});

it('reports names cleaned, and is not fooled by the type that a part claims', async () => {
	const form = await readForm([
		{ name: 'evidence', filename: '..\\\\..\\\\plan\u202E.pdf', type: 'image/png', content: 'x' },
		{ name: 'title', type: 'application/octet-stream', content: 'a field all the same' }
	]);
	expect(form.files).toMatchObject([{ name: 'plan.pdf', ok: true }]);
	expect(form.fields.get('title')).toEqual(['a field all the same']);
});

it('throws what goes wrong in storing, once every file has come to rest', async () => {
	const file = { name: 'evidence', filename: 'a.txt', content: 'x'.repeat(5_000) };
	let rested = 0;
	const onFile = async (_field: string, _name: string, bytes: AsyncIterable<Uint8Array>) => {
		try {
			for await (const chunk of bytes) if (chunk.length) throw new Error('disk full');
		} finally {
			rested += 1;
		}
	};
	const request = uploadRequest(stream(inPieces(multipartBody([file, file]), [100])));
	await expect(readMultipart(request, { ...SMALL_LIMITS, onFile })).rejects.toThrow('disk full');
	expect(rested).toBe(2);
});

async function* stream(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield* chunks;
}
