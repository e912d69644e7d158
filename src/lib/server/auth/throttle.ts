import { isIPv6 } from 'node:net';
import { Refusal } from '#lib/domain/refusal.ts';
import { eq, inArray, lte, sql } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { throttle } from '../db/schema/person.ts';
import { sha256 } from './secret.ts';

export const THROTTLE_WINDOW_MS = 15 * 60_000;
export const FAILURES_PER_ACCOUNT = 5;
export const FAILURES_PER_ADDRESS = 20;

/** The doors that count, each for itself. */
export type Door = 'sign-in' | 'change-password' | 'reset' | 'link' | 'verify' | 'token';

export interface Attempt {
	readonly door: Door;
	/** The e-mail address as typed, or the person's; left out where the door has none to count by. */
	readonly account?: string;
	/** The client's IP address. */
	readonly address: string;
}

/**
 * Counts the attempt as a failure *before* it is made, so that many at once cannot all slip through;
 * `forgiveAttempt` takes it back when it succeeds. Attempts that are refused here do not count again.
 * @throws Refusal 'too-many-attempts' {retryAfterSeconds}
 */
export async function claimAttempt(tx: Queryable, attempt: Attempt, at: number): Promise<void> {
	await tx.delete(throttle).where(lte(throttle.windowStartedAt, at - THROTTLE_WINDOW_MS));
	for (const { key, limit } of countersOf(attempt)) {
		const [row] = await tx
			.insert(throttle)
			.values({ key, failures: 1, windowStartedAt: at })
			.onConflictDoUpdate({
				target: throttle.key,
				set: { failures: sql`${throttle.failures} + 1` }
			})
			.returning();
		if (row!.failures > limit) throw tooMany(row!.windowStartedAt, at);
	}
}

/** The account starts afresh; the address only gets this attempt back, or one good account would unlock guessing at others. */
export async function forgiveAttempt(tx: Queryable, attempt: Attempt): Promise<void> {
	const [address, account] = countersOf(attempt);
	if (account) await tx.delete(throttle).where(eq(throttle.key, account.key));
	await tx
		.update(throttle)
		.set({ failures: sql`max(0, ${throttle.failures} - 1)` })
		.where(inArray(throttle.key, [address!.key]));
}

function countersOf({ door, account, address }: Attempt) {
	const byAddress = {
		key: keyOf(door, 'address', networkOf(address)),
		limit: FAILURES_PER_ADDRESS
	};
	if (account === undefined) return [byAddress];
	const byAccount = { key: keyOf(door, 'account', account), limit: FAILURES_PER_ACCOUNT };
	return [byAddress, byAccount];
}

function keyOf(door: Door, by: string, text: string): string {
	return `${door}:${sha256(`${by} ${text.trim().toLowerCase()}`).toString('hex')}`;
}

/** One household or office has a whole /64 of IPv6, and would otherwise have as many tries as it has addresses. */
export function networkOf(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
	if (!isIPv6(plain)) return plain;
	const [head = '', tail = ''] = plain.split('::');
	const groups = head.split(':').filter(Boolean);
	const missing = plain.includes('::')
		? 8 - groups.length - tail.split(':').filter(Boolean).length
		: 0;
	const all = [...groups, ...Array<string>(missing).fill('0'), ...tail.split(':').filter(Boolean)];
	return (
		all
			.slice(0, 4)
			.map((group) => parseInt(group, 16).toString(16))
			.join(':') + '::/64'
	);
}

function tooMany(windowStartedAt: number, at: number): Refusal {
	const retryAfterSeconds = Math.ceil((windowStartedAt + THROTTLE_WINDOW_MS - at) / 1000);
	return new Refusal('too-many-attempts', { facts: { retryAfterSeconds } });
}
