import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EICAR, EICAR_SIGNATURE } from '../../../../tests/support/files/eicar.ts';
import { fakeClamd } from '../../../../tests/support/files/fake-clamd.ts';
import {
	hasClamd,
	startClamd,
	type RealClamd
} from '../../../../tests/support/files/real-clamd.ts';
import { clamdScanner, type ClamdAddress } from './clamd.ts';

const STREAM_MAX = 1024 * 1024;

describe.runIf(hasClamd)('the real clamd', () => {
	let clamd: RealClamd;
	beforeAll(async () => {
		clamd = await startClamd({ streamMax: STREAM_MAX });
	}, 40_000);
	afterAll(() => clamd?.stop());

	contract(() => Promise.resolve(clamd.address));
});

test.skipIf(hasClamd)('the real clamd is not installed here: only the fake one is asked', () => {});

describe('a clamd that keeps to the manual', () => {
	contract(async () => (await fakeClamd({ streamMax: STREAM_MAX })).address);

	test('gets every byte, however it is cut', async () => {
		const clamd = await fakeClamd();
		const bytes = randomBytes(300_000);
		const pieces = [1, 0, 7, 65_536, 100_000, 300_000].map((end, index, ends) =>
			bytes.subarray(Math.min(ends[index - 1] ?? 0, end), end)
		);
		await clamdScanner(clamd.address).scan(streamOf(...pieces));
		expect(clamd.received).toHaveLength(1);
		expect(Buffer.concat(pieces).equals(clamd.received[0]!)).toBe(true);
	});
});

describe('a clamd that does not answer as it should', () => {
	test.each([
		['hangs up at once', 'closed without an answer'],
		['hangs up after the first bytes', 'closed without an answer'],
		['says something else', 'PONG'],
		['says OK about something else', 'stream: OK but'],
		['talks without end', 'x'.repeat(200)],
		['found a limit of its own', 'Heuristics.Limits.Exceeded.MaxFileSize']
	])('%s: the scan has failed, and says why', async (how, detail) => {
		const clamd = await fakeClamd();
		clamd.misbehave((socket) => {
			if (how === 'hangs up at once') socket.end();
			else if (how === 'says something else') socket.end('PONG\0');
			else if (how === 'talks without end') socket.write('x'.repeat(10_000));
			else {
				socket.once('data', () => {
					if (how === 'hangs up after the first bytes') socket.end();
					else if (how.startsWith('found')) socket.end(`stream: ${detail} FOUND\0`);
					else socket.end(`${detail}\0`);
				});
			}
		});
		const verdict = await clamdScanner(clamd.address).scan(streamOf(Buffer.alloc(50_000)));
		// What is sent to somebody who hung up may also come back as an error of the connection.
		const details = how.startsWith('hangs up') ? [detail, 'EPIPE', 'ECONNRESET'] : [detail];
		expect(verdict.result).toBe('failed');
		expect(details).toContain((verdict as { detail: string }).detail);
	});

	test('but stays silent is given up', async () => {
		const clamd = await fakeClamd();
		clamd.misbehave((socket) => socket.resume());
		const scanner = clamdScanner(clamd.address, { silenceMax: 100 });
		expect(await scanner.scan(streamOf('some'))).toEqual({
			result: 'failed',
			detail: 'no answer in time'
		});
	});

	test('but stops reading is given up, and no more is read from the disk', async () => {
		const clamd = await fakeClamd();
		clamd.misbehave((socket) => socket.pause());
		let read = 0;
		async function* endless(): AsyncGenerator<Uint8Array> {
			for (; read < 500_000_000; read += 65_536) yield Buffer.alloc(65_536);
		}
		const scanner = clamdScanner(clamd.address, { silenceMax: 300 });
		expect((await scanner.scan(endless())).result).toBe('failed');
		expect(read).toBeLessThan(50_000_000);
	});

	test('is not there at all', async () => {
		const nowhere = { path: '/nonexistent/clamd.sock' };
		expect(await clamdScanner(nowhere).scan(streamOf('some'))).toEqual({
			result: 'failed',
			detail: 'ENOENT'
		});
	});
});

test('a file that cannot be read to its end is no scan at all', async () => {
	const clamd = await fakeClamd();
	async function* broken(): AsyncGenerator<Uint8Array> {
		yield Buffer.from('some');
		throw new Error('The stored file was altered on disk');
	}
	await expect(clamdScanner(clamd.address).scan(broken())).rejects.toThrow('altered on disk');
	expect(clamd.received).toEqual([]);
});

function contract(addressOf: () => Promise<ClamdAddress>): void {
	test('passes what has nothing in it', async () => {
		const scanner = clamdScanner(await addressOf());
		expect(await scanner.scan(streamOf('Force,Status\r\n'))).toEqual({ result: 'clean' });
	});

	test('finds the EICAR test string, and names it', async () => {
		const { result, ...more } = await clamdScanner(await addressOf()).scan(streamOf(EICAR));
		expect(result).toBe('infected');
		expect((more as { detail: string }).detail).toContain(EICAR_SIGNATURE);
	});

	test('takes many at once', async () => {
		const scanner = clamdScanner(await addressOf());
		const verdicts = await Promise.all(
			Array.from({ length: 8 }, (_, turn) =>
				scanner.scan(streamOf(turn % 2 === 0 ? EICAR : 'Force,Status\r\n'))
			)
		);
		expect(verdicts.map(({ result }) => result)).toEqual(
			Array.from({ length: 8 }, (_, turn) => (turn % 2 === 0 ? 'infected' : 'clean'))
		);
	});

	test('takes a file larger than one chunk, and says so where it is too large', async () => {
		const scanner = clamdScanner(await addressOf());
		const chunk = Buffer.alloc(65_536, 'Force,Status\r\n');
		const within = Array.from({ length: STREAM_MAX / 65_536 - 1 }, () => chunk);
		expect(await scanner.scan(streamOf(...within))).toEqual({ result: 'clean' });
		const beyond = Array.from({ length: (20 * STREAM_MAX) / 65_536 }, () => chunk);
		const verdict = await scanner.scan(streamOf(...beyond));
		expect(verdict.result).toBe('failed');
	});
}

async function* streamOf(...chunks: (Uint8Array | string)[]): AsyncGenerator<Uint8Array> {
	for (const chunk of chunks) yield Buffer.from(chunk);
}
