import { expect, test } from 'vitest';
import { aPerson } from '../support/builders.ts';
import { callEndpoint } from '../support/routes.ts';
import { openTestApp } from '../support/test-app.ts';

const LONG = `/${'a'.repeat(10_000)}`;

test.each([
	['a page that is no address', { page: 'http://[', since: '0' }],
	['a page with a broken escape', { page: 'http://%', since: '0' }],
	['a page of another scheme', { page: 'javascript:alert(1)', since: '0' }],
	['a page that does not change', { page: '/account', since: '0' }],
	['a page that there is not', { page: LONG, since: '0' }],
	['no page', { since: '0' }],
	['no entry', { page: '/' }],
	['an entry that is no number', { page: '/', since: 'x' }],
	['an entry before the first', { page: '/', since: '-1' }],
	['a part of an entry', { page: '/', since: '1.5' }],
	['an entry beyond all numbers', { page: '/', since: '1e99' }]
])('of %s there is nothing to tell, and nobody listens', async (_, asked) => {
	const { answer, listeners } = await ask(asked);
	expect(answer).toEqual({ status: 200, data: 'Nothing to tell.\n' });
	expect(listeners).toBe(0);
});

test('of a page that changes it would listen, or this would prove nothing', async () => {
	const { answer } = await ask({ page: '/', since: '0' });
	expect(answer).toEqual({ status: 503, data: 'Too many pages listen.\n' });
});

/** Of a service that takes no more listeners: whoever would be let in is refused with another answer. */
async function ask(asked: Readonly<Record<string, string>>) {
	const app = openTestApp();
	app.changes.stop();
	const search = `?${new URLSearchParams(asked).toString()}`;
	const actor = await aPerson(app, 'inspector');
	const answer = await callEndpoint(app, actor, { id: '/(app)/events', params: {}, search });
	return { answer, listeners: app.changes.listeners };
}
