import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	BOUNDARY,
	closing,
	inPieces,
	multipartBody,
	partBytes,
	partHead,
	uploadRequest,
	type Part
} from '../../../../tests/support/files/multipart-body.ts';
import { refusalOf } from '../../../../tests/support/files/temporary-store.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { readMultipart, type MultipartLimits } from './multipart.ts';

const LIMITS: MultipartLimits = {
	maxFields: 10,
	maxFieldBytes: 1_000,
	maxFiles: 3,
	maxFileBytes: 10_000,
	maxTotalBytes: 40_000
};

it('reads fields and files alike, in the order of the form', async () => {
	const form = await read([
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
	const form = await readMultipart(request, { ...LIMITS, onFile: textOf });
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
			const form = await readMultipart(request, { ...LIMITS, maxFiles: 8, onFile: textOf });
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
	const form = await read([...Array(20).fill(empty), { name: 'title', content: 'still here' }]);
	expect(form.files).toEqual([]);
	expect(form.fields.get('title')).toEqual(['still here']);
});

it('reports a refused file and still reads what comes after it', async () => {
	const form = await read([
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
		const form = await readMultipart(request, { ...LIMITS, onFile: reader });
		expect(form.files).toHaveLength(2);
		expect(form.fields.get('after')).toEqual(['typed']);
	}
});

it('reports one file more than allowed, and no more than that one', async () => {
	const file = { name: 'evidence', filename: 'a.txt', content: 'x' };
	const form = await read([...Array(7).fill(file), { name: 'after', content: 'typed' }]);
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
	const form = await readMultipart(request, { ...LIMITS, maxTotalBytes: 12_000, onFile: textOf });
	expect(form.files).toMatchObject([
		{ ok: true },
		{ ok: false, refusal: { code: 'upload-too-large', facts: { maxBytes: 12_000 } } }
	]);
	expect(form.fields.get('after')).toEqual(['typed']);
});

it('reads an endless body up to four times the limit and then cuts it off', async () => {
	let sent = 0;
	let isCut = false;
	async function* endless(): AsyncGenerator<Uint8Array> {
		try {
			yield partHead({ name: 'evidence', filename: 'a.txt' });
			for (;;) yield Buffer.alloc((sent += 1_000) && 1_000, 'x');
		} finally {
			isCut = true;
		}
	}
	const refusal = await refusalOf(
		readMultipart(uploadRequest(endless()), { ...LIMITS, onFile: textOf })
	);
	expect(refusal.code).toBe('upload-too-large');
	expect(isCut).toBe(true);
	expect(sent).toBeLessThan(4 * LIMITS.maxTotalBytes + 5_000);
});

it('refuses at once what announces more than it would ever read', async () => {
	let isRead = false;
	async function* body(): AsyncGenerator<Uint8Array> {
		isRead = true;
		yield closing();
	}
	const headers = { 'content-length': '999999999999' };
	const refusal = await refusalOf(
		readMultipart(uploadRequest(body(), { headers }), { ...LIMITS, onFile: textOf })
	);
	expect(refusal.code).toBe('upload-too-large');
	expect(isRead).toBe(false);
});

it.each(['1', '0', '-5', 'many'])('trusts no length but its own count: %s', async (length) => {
	const body = multipartBody([{ name: 'title', content: 'typed' }]);
	const request = uploadRequest(body, { headers: { 'content-length': length } });
	const form = await readMultipart(request, { ...LIMITS, onFile: textOf });
	expect(form.fields.get('title')).toEqual(['typed']);
});

it('names the field that is too long, once the request has been read', async () => {
	const parts = [
		{ name: 'fits', content: 'x'.repeat(1_000) },
		{ name: 'story', content: 'x'.repeat(1_001) }
	];
	expect(await refusalOf(read(parts))).toMatchObject({
		code: 'field-too-long',
		field: 'story',
		facts: { maxBytes: 1_000 }
	});
});

it.each<[string, Part[]]>([
	['too-many-fields', Array(11).fill({ name: 'a', content: '' })],
	['too-many-parts', Array(150).fill({ name: 'a', filename: '', content: '' })],
	['part-without-name', [{ content: 'nameless' }]]
])('refuses a form of an odd shape: %s', async (reason, parts) => {
	expect(await refusalOf(read(parts))).toMatchObject({
		code: 'upload-malformed',
		facts: { reason }
	});
});

const FILE = partBytes({ name: 'evidence', filename: 'a.txt', content: 'x'.repeat(500) });

it.each<[string, Uint8Array]>([
	['nothing', Buffer.from('')],
	['no boundary', Buffer.from('hello')],
	['another boundary', multipartBody([{ name: 'a', content: 'b' }], 'other')],
	['no end', FILE],
	['cut in a file', FILE.subarray(0, 300)],
	['cut in a head', FILE.subarray(0, 60)],
	['cut in the boundary', Buffer.concat([FILE, closing().subarray(0, 10)])],
	['an end without its dashes', Buffer.concat([FILE, Buffer.from(`--${BOUNDARY}\r\n`)])]
])('refuses a broken body: %s', async (_what, body) => {
	for (const size of [1, 7, 10_000]) {
		const request = uploadRequest(stream(inPieces(body, [size])));
		const refusal = await refusalOf(readMultipart(request, { ...LIMITS, onFile: textOf }));
		expect(refusal).toMatchObject({ code: 'upload-malformed' });
	}
});

it('passes over what stands before the first boundary and after the last', async () => {
	const body = multipartBody([{ name: 'title', content: 'typed' }]);
	const wrapped = Buffer.concat([
		Buffer.from('preamble\r\n'),
		body,
		Buffer.from('epilogue'.repeat(500))
	]);
	const request = uploadRequest(stream(inPieces(wrapped, [33])));
	const form = await readMultipart(request, { ...LIMITS, onFile: textOf });
	expect(form.fields.get('title')).toEqual(['typed']);
});

it.each([
	'text/plain',
	'application/x-www-form-urlencoded',
	'multipart/form-data',
	'multipart/form-data; boundary=',
	'multipart/form-data; boundary=""',
	`multipart/form-data; boundary=${'x'.repeat(71)}`,
	'multipart/mixed; boundary=x',
	'text/plain; multipart/form-data; boundary=x'
])('refuses a body of another type: %s', async (contentType) => {
	const request = uploadRequest(multipartBody([], 'x'), { contentType });
	const refusal = await refusalOf(readMultipart(request, { ...LIMITS, onFile: textOf }));
	expect(refusal).toMatchObject({ code: 'upload-malformed', facts: { reason: 'not-multipart' } });
});

it.each([
	`Multipart/Form-Data; boundary="${BOUNDARY}"`,
	`multipart/form-data; charset=utf-8; boundary=${BOUNDARY}`,
	`multipart/form-data;boundary=${BOUNDARY}; x=y`
])('takes the type as programs write it: %s', async (contentType) => {
	const request = uploadRequest(multipartBody([{ name: 'a', content: 'b' }]), { contentType });
	const form = await readMultipart(request, { ...LIMITS, onFile: textOf });
	expect(form.fields.get('a')).toEqual(['b']);
});

it.each<[string, string, string]>([
	['the longest boundary', `"${'x'.repeat(69)}y"`, `${'x'.repeat(69)}y`],
	['a boundary of dashes', '----', '----'],
	['a boundary with a colon and a space', '"a: b"', 'a: b']
])('reads a form with %s', async (_what, written, boundary) => {
	const parts = [{ name: 'a', content: '--\r\n----x\r\n--a:' }];
	const contentType = `multipart/form-data; boundary=${written}`;
	const request = uploadRequest(stream(inPieces(multipartBody(parts, boundary), [3])), {
		contentType
	});
	const form = await readMultipart(request, { ...LIMITS, onFile: textOf });
	expect(form.fields.get('a')).toEqual(['--\r\n----x\r\n--a:']);
});

it('reports names cleaned, and is not fooled by the type that a part claims', async () => {
	const form = await read([
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
	await expect(readMultipart(request, { ...LIMITS, onFile })).rejects.toThrow('disk full');
	expect(rested).toBe(2);
});

it('ends a file that is on its way when the connection is lost', async () => {
	let ended = '';
	async function* broken(): AsyncGenerator<Uint8Array> {
		yield FILE.subarray(0, 300);
		throw new Error('aborted');
	}
	const onFile = async (_field: string, _name: string, bytes: AsyncIterable<Uint8Array>) => {
		try {
			for await (const chunk of bytes) ended = `after ${chunk.length}`;
		} catch (error) {
			ended += ' in an error';
			throw error;
		}
	};
	const refusal = await refusalOf(readMultipart(uploadRequest(broken()), { ...LIMITS, onFile }));
	expect(refusal).toMatchObject({
		code: 'upload-malformed',
		facts: { reason: 'connection-lost' }
	});
	expect(ended).toMatch(/^after \d+ in an error$/);
});

async function read(parts: Part[]) {
	return readMultipart(uploadRequest(multipartBody(parts)), { ...LIMITS, onFile: textOf });
}

async function textOf(
	_field: string,
	_name: string,
	bytes: AsyncIterable<Uint8Array>
): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of bytes) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

async function* stream(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield* chunks;
}
