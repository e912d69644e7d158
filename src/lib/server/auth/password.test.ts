import { parseOptions } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { hashPassword, isPasswordRight } from './password.ts';

test('a password is kept as argon2id with the OWASP parameters and a salt of its own', async () => {
	const [one, other] = await Promise.all([
		hashPassword('plum kettle'),
		hashPassword('plum kettle')
	]);
	expect(one).toMatch(/^\$argon2id\$/);
	expect(one).not.toBe(other);
	expect(parseOptions(one)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
});

test('the right password is recognised, in either composition of its accents, and no other is', async () => {
	const kept = await hashPassword('café au lait, bitte');
	expect(await isPasswordRight(kept, 'cafe\u0301 au lait, bitte')).toBe(true);
	expect(await isPasswordRight(kept, 'cafe au lait, bitte')).toBe(false);
	expect(await isPasswordRight(kept, '')).toBe(false);
});

test('where there is no hash the answer is no, after the same work', async () => {
	await isPasswordRight(null, 'warm up');
	const kept = await hashPassword('plum kettle meadow');
	const [known, unknown] = [await timeOf(kept), await timeOf(null)];
	expect(await isPasswordRight(null, 'plum kettle meadow')).toBe(false);
	expect(unknown).toBeGreaterThan(known / 3);
});

/** The fastest of five, in milliseconds. */
async function timeOf(kept: string | null): Promise<number> {
	const times = [];
	for (let round = 0; round < 5; round += 1) {
		const start = performance.now();
		await isPasswordRight(kept, 'wrong');
		times.push(performance.now() - start);
	}
	return Math.min(...times);
}
