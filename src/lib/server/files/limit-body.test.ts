import { expect, it } from 'vitest';
import { refusalOf } from '../../../../tests/support/files/temporary-store.ts';
import { uploadRequest } from '../../../../tests/support/files/multipart-body.ts';
import { limitBody } from './limit-body.ts';

const FORM = { contentType: 'application/x-www-form-urlencoded' };

it('leaves a request within the limit as it is', async () => {
	const body = Buffer.from('title=typed&tick=1');
	const request = limitBody(uploadRequest(body, FORM), body.length);
	expect([...(await request.formData())]).toEqual([
		['title', 'typed'],
		['tick', '1']
	]);
	expect(limitBody(new Request('http://localhost/'), 1).body).toBeNull();
});

it.each(['formData', 'json', 'text'] as const)(
	'refuses one byte more, announced or not, when it is read as %s',
	async (how) => {
		for (const headers of [{}, { 'content-length': '3' }]) {
			const request = uploadRequest(Buffer.from('title=typed'), { ...FORM, headers });
			const refusal = await refusalOf(limitBody(request, 10)[how]());
			expect(refusal).toMatchObject({ code: 'request-too-large', facts: { maxBytes: 10 } });
		}
	}
);

it('throws away what is past the limit, and hangs up at four times as much', async () => {
	let sent = 0;
	async function* endless(): AsyncGenerator<Uint8Array> {
		for (;;) yield Buffer.alloc((sent += 10) && 10);
	}
	const refusal = await refusalOf(limitBody(uploadRequest(endless(), FORM), 100).text());
	expect(refusal.code).toBe('request-too-large');
	expect(sent).toBeLessThan(500);
});
