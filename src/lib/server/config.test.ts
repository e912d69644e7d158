import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test.each([
	['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
	['clamav.internal:3310', { host: 'clamav.internal', port: 3310 }],
	['[::1]:3310', { host: '::1', port: 3310 }],
	['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
	['', undefined]
])('the scanner at %j is asked there', (text, address) => {
	expect(readConfig({ CLAMD: text }).clamd).toEqual(address);
});

test.each(['clamav', 'clamav:', ':3310', '127.0.0.1:0', '127.0.0.1:70000', '::1:3310', 'a b:1'])(
	'an address that makes no sense stops the service with a sentence: %j',
	(text) => {
		expect(() => readConfig({ CLAMD: text })).toThrow(/^CLAMD must be an address such as /);
	}
);

test('a token has 300 requests a minute, or as many as are set', () => {
	expect(readConfig({}).tokenRequestsPerMinute).toBe(300);
	expect(readConfig({ TOKEN_REQUESTS_PER_MINUTE: '20' }).tokenRequestsPerMinute).toBe(20);
	for (const text of ['0', '-1', '1.5', 'many', 'Infinity']) {
		expect(() => readConfig({ TOKEN_REQUESTS_PER_MINUTE: text })).toThrow(/whole number from 1$/);
	}
});

test('without an address nothing is scanned', () => {
	expect(readConfig({}).clamd).toBeUndefined();
});
