import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, test } from 'vitest';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import { person } from '../db/schema/person.ts';
import { describeError } from './describe-error.ts';

const CANARY = { email: 'canary@secret.test', name: 'Canary', createdAt: 1 };

test('a broken constraint is told with its name and place, without the values', async () => {
	const app = openTestApp();
	const failure = await app.db
		.write(async (tx) => {
			await tx.insert(person).values(CANARY);
			await tx.insert(person).values(CANARY);
		})
		.catch((thrown: unknown) => thrown);
	const told = describeError(failure);
	expect(told.message).toContain('UNIQUE constraint failed: person.email');
	expect(told.stack.length).toBeGreaterThan(0);
	expect(JSON.stringify(told)).not.toMatch(/canary/i);
});

test('what the query builder says about a failed query loses its parameters', () => {
	const cause = new Error('UNIQUE constraint failed: person.email');
	const failure = new DrizzleQueryError('insert into "person"', Object.values(CANARY), cause);
	expect(failure.message).toContain(CANARY.email);
	const told = describeError(failure);
	expect(told.message).toBe('Failed query: insert into "person"');
	expect(told.cause?.message).toBe(cause.message);
	expect(JSON.stringify(told)).not.toMatch(/canary/i);
});

test('what is no error, and causes that go round in circles, are told too', () => {
	expect(describeError({ secret: 'canary' })).toEqual({ name: 'object', message: '', stack: [] });
	const circle = new Error('round');
	circle.cause = circle;
	expect(JSON.stringify(describeError(circle)).length).toBeLessThan(20_000);
});
