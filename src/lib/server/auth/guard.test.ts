import { expect, test } from 'vitest';
import { isFromHere, judge, type Asked } from './guard.ts';

const PAGE: Asked = {
	method: 'GET',
	routeId: '/(app)/people/[id]',
	isSignedIn: false,
	contentType: '',
	accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
	isDataRequest: false
};
const FORM = { method: 'POST', contentType: 'application/x-www-form-urlencoded' };

test.each<[string, Partial<Asked>, string]>([
	['somebody signed in', { isSignedIn: true }, 'pass'],
	['a page', {}, 'sign-in'],
	['the home page', { routeId: '/(app)' }, 'sign-in'],
	['a page for paper', { routeId: '/(print)/summary/print' }, 'sign-in'],
	['a page that is in no branch', { routeId: '/something' }, 'sign-in'],
	['a page whose folder only looks like the door', { routeId: '/(app)/(door)/x' }, 'sign-in'],
	['the data of a page', { accept: '*/*', isDataRequest: true }, 'sign-in'],
	['the head of a page', { method: 'HEAD' }, 'sign-in'],
	['a file that is fetched by script', { routeId: '/evidence/[key]', accept: '*/*' }, 'refuse'],
	['a file that is opened by hand', { routeId: '/evidence/[key]' }, 'sign-in'],
	['the API, which asks for a token', { routeId: '/api/v1/assignments' }, 'pass'],
	['a calendar, whose address is a token', { routeId: '/calendar/[token].ics' }, 'pass'],
	['a form', FORM, 'keep-text'],
	[
		'a form with files',
		{ method: 'POST', contentType: 'Multipart/Form-Data; boundary=x' },
		'keep-text'
	],
	['JSON', { method: 'POST', contentType: 'application/json' }, 'refuse'],
	['text that pretends', { method: 'POST', contentType: 'text/plain' }, 'refuse'],
	['a form by another method', { ...FORM, method: 'PUT' }, 'refuse'],
	['a deletion', { method: 'DELETE' }, 'refuse'],
	['the sign-in page', { routeId: '/(door)/sign-in' }, 'pass'],
	['an invitation', { ...FORM, routeId: '/(door)/invitation/[token]' }, 'pass'],
	['the health check', { routeId: '/health', accept: '*/*' }, 'pass'],
	['an address that leads nowhere', { routeId: null }, 'pass']
])('%s', (_what, facts, verdict) => {
	expect(judge({ ...PAGE, ...facts })).toBe(verdict);
});

const HERE = 'https://tracker.example';

test.each<[boolean, string, Record<string, string>]>([
	[true, 'GET', {}],
	[true, 'HEAD', { origin: 'https://evil.example' }],
	[true, 'POST', { origin: HERE }],
	[true, 'POST', { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }],
	[false, 'POST', {}],
	[false, 'POST', { origin: 'null' }],
	[false, 'POST', { origin: 'https://evil.example' }],
	[false, 'POST', { origin: 'https://tracker.example.evil.example' }],
	[false, 'POST', { origin: 'http://tracker.example' }],
	[false, 'POST', { origin: 'https://tracker.example:8443' }],
	[false, 'POST', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
	[false, 'POST', { 'sec-fetch-site': 'same-site' }],
	[false, 'PUT', {}],
	[false, 'PATCH', {}],
	[false, 'DELETE', { origin: 'https://evil.example' }],
	[false, 'INVENTED', {}]
])('%s: %s with %j', (answer, method, headers) => {
	expect(isFromHere(method, new Headers(headers), HERE)).toBe(answer);
});
