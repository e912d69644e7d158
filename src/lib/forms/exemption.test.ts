import { expect, test } from 'vitest';
import {
	isExemptionField,
	parseExemptionDecision,
	parseExemptionRequest,
	parseExemptionWithdrawal
} from './exemption.ts';

const STAMP = { submissionKey: 'a'.repeat(16), version: '3' };
const COMMAND = { submissionKey: STAMP.submissionKey, version: 3 };

test('a request is its reason', () => {
	expect(parseExemptionRequest({ ...STAMP, reason: ' Not ours\n', draftVersion: '5' })).toEqual({
		ok: true,
		command: { ...COMMAND, reason: 'Not ours', draftVersion: 5 }
	});
});

test('a decision is an answer and its reason', () => {
	expect(parseExemptionDecision({ ...STAMP, answer: 'refuse', reason: 'It is' })).toMatchObject({
		command: { ...COMMAND, answer: 'refuse', reason: 'It is' }
	});
});

test('a withdrawal needs neither', () => {
	expect(parseExemptionWithdrawal({ ...STAMP, reason: ' ' })).toEqual({
		ok: true,
		command: { ...COMMAND, reason: undefined }
	});
});

test.each([
	[parseExemptionRequest, { reason: ' ' }, 'reason', 'Enter why it does not apply'],
	[
		parseExemptionRequest,
		{ reason: 'x'.repeat(10_001) },
		'reason',
		'Why it does not apply must be 10,000 characters or fewer'
	],
	[parseExemptionDecision, { reason: 'It is' }, 'answer', 'Select whether you agree'],
	[
		parseExemptionDecision,
		{ answer: 'maybe', reason: 'It is' },
		'answer',
		'Select whether you agree'
	],
	[parseExemptionDecision, { answer: 'agree' }, 'reason', 'Enter your reason']
])('%o with %o is refused at %s', (parse, typed, field, message) => {
	expect(parse({ ...STAMP, ...typed })).toEqual({ ok: false, problems: [{ field, message }] });
});

test('a draft keeps the answer and the reason', () => {
	expect(['reason', 'answer', 'version'].filter(isExemptionField)).toEqual(['reason', 'answer']);
});
