import { expect, test } from 'vitest';
import { notAllowed, notFound, Refusal } from './refusal.ts';

test('a refusal carries its code, its field and its facts', () => {
	const refusal = new Refusal('file-too-large', { field: 'file', facts: { maxBytes: 10 } });
	expect(refusal).toBeInstanceOf(Error);
	expect({ ...refusal }).toMatchObject({
		code: 'file-too-large',
		field: 'file',
		facts: { maxBytes: 10 }
	});
});

test('without options it has no field and no facts', () => {
	expect(new Refusal('stale')).toMatchObject({ code: 'stale', field: undefined, facts: {} });
});

test('the two that every door knows', () => {
	expect(notFound('assignment')).toMatchObject({
		code: 'not-found',
		facts: { what: 'assignment' }
	});
	expect(notAllowed('confirm')).toMatchObject({
		code: 'not-allowed',
		facts: { action: 'confirm' }
	});
});
