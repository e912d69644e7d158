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
import { readForm, readRequest, SMALL_LIMITS } from '../../../../tests/support/files/read-form.ts';
import { refusalOf } from '../../../../tests/support/files/temporary-store.ts';
import { readMultipart } from './multipart.ts';

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
	const refusal = await refusalOf(readRequest(uploadRequest(endless())));
	expect(refusal).toMatchObject({ code: 'upload-too-large', facts: { maxBytes: 40_000 } });
	expect(isCut).toBe(true);
	expect(sent).toBeLessThan(4 * SMALL_LIMITS.maxTotalBytes + 5_000);
});

it('refuses at once what announces more than it would ever read', async () => {
	let isRead = false;
	async function* body(): AsyncGenerator<Uint8Array> {
		isRead = true;
		yield closing();
	}
	const headers = { 'content-length': '999999999999' };
	const refusal = await refusalOf(readRequest(uploadRequest(body(), { headers })));
	expect(refusal.code).toBe('upload-too-large');
	expect(isRead).toBe(false);
});

it.each(['1', '0', '-5', 'many'])('trusts no length but its own count: %s', async (length) => {
	const body = multipartBody([{ name: 'title', content: 'typed' }]);
	const request = uploadRequest(body, { headers: { 'content-length': length } });
	const form = await readRequest(request);
	expect(form.fields.get('title')).toEqual(['typed']);
});

it('names the field that is too long, once the request has been read', async () => {
	const parts = [
		{ name: 'fits', content: 'x'.repeat(1_000) },
		{ name: 'story', content: 'x'.repeat(1_001) }
	];
	expect(await refusalOf(readForm(parts))).toMatchObject({
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
	expect(await refusalOf(readForm(parts))).toMatchObject({
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
		const refusal = await refusalOf(readRequest(request));
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
	const form = await readRequest(request);
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
	const refusal = await refusalOf(readRequest(request));
	expect(refusal).toMatchObject({ code: 'upload-malformed', facts: { reason: 'not-multipart' } });
});

it.each([
	`Multipart/Form-Data; boundary="${BOUNDARY}"`,
	`multipart/form-data; charset=utf-8; boundary=${BOUNDARY}`,
	`multipart/form-data;boundary=${BOUNDARY}; x=y`
])('takes the type as programs write it: %s', async (contentType) => {
	const request = uploadRequest(multipartBody([{ name: 'a', content: 'b' }]), { contentType });
	const form = await readRequest(request);
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
	const form = await readRequest(request);
	expect(form.fields.get('a')).toEqual(['--\r\n----x\r\n--a:']);
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
	const refusal = await refusalOf(
		readMultipart(uploadRequest(broken()), { ...SMALL_LIMITS, onFile })
	);
	expect(refusal).toMatchObject({
		code: 'upload-malformed',
		facts: { reason: 'connection-lost' }
	});
	expect(ended).toMatch(/^after \d+ in an error$/);
});

async function* stream(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield* chunks;
}
