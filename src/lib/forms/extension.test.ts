import { describe, expect, test } from 'vitest';
import { parseExtensionDecision, parseExtensionRequest } from './extension.ts';

const STAMP = { version: '3', submissionKey: 'a-key-of-sixteen-letters' };
const DAY = { 'grantedDueOn-day': '31', 'grantedDueOn-month': '5', 'grantedDueOn-year': '2026' };

describe('a request for more time', () => {
	test('without a word typed asks for the day, the kind of reason and the reason', () => {
		const parsed = parseExtensionRequest(STAMP);
		expect(parsed).toMatchObject({
			ok: false,
			problems: [
				{ field: 'askedDueOn', message: 'Enter the deadline you ask for' },
				{ field: 'reasonCode', message: 'Select why more time is needed' },
				{ field: 'reason', message: expect.stringContaining('Enter what has happened') }
			]
		});
	});

	test('with a day that is none says so', () => {
		const typed = { ...STAMP, reasonCode: 'scope', reason: 'x' };
		const parsed = parseExtensionRequest({
			...typed,
			'askedDueOn-day': '31',
			'askedDueOn-month': '6'
		});
		expect(parsed).toMatchObject({
			problems: [{ field: 'askedDueOn', message: expect.stringContaining('must be a real date') }]
		});
	});
});

describe('a decision', () => {
	test('with another day carries it', () => {
		const typed = { ...STAMP, ...DAY, answer: 'grant-other', reason: 'x' };
		expect(parseExtensionDecision(typed)).toMatchObject({
			ok: true,
			command: { answer: 'grant-other', grantedDueOn: '2026-05-31' }
		});
	});

	test.each(['grant', 'refuse'])('to %s leaves a day that was typed before out', (answer) => {
		const typed = { ...STAMP, ...DAY, 'grantedDueOn-month': 'x', answer, reason: 'x' };
		expect(parseExtensionDecision(typed)).toMatchObject({
			ok: true,
			command: { answer, grantedDueOn: undefined }
		});
	});

	test('without an answer asks for one in our words', () => {
		expect(parseExtensionDecision({ ...STAMP, reason: 'x' })).toMatchObject({
			problems: [{ field: 'answer', message: 'Select your answer' }]
		});
	});
});
