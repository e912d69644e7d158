import { momentOf } from '#lib/domain/clock.ts';
import { claimAttempt, forgiveAttempt } from '../auth/throttle.ts';
import type { Context } from '../db/context.ts';
import { findIssued } from '../db/queries/board-pack.ts';

export type Verified = Awaited<ReturnType<typeof verifyPaper>>;

/**
 * Whether a paper is one of ours. Asked by anybody, signed in or not: it tells what stands on the paper and
 * nothing of what is in it. Misses are counted, so that nobody finds codes by trying.
 * @param by its code, or the SHA-256 of its file
 * @param address the client's IP address
 * @returns null for what was not issued here
 * @throws Refusal 'too-many-attempts'
 */
export async function verifyPaper(
	context: Context,
	by: { readonly code: string } | { readonly pdfSha256: string },
	address: string
) {
	const { at } = momentOf(context.clock);
	const attempt = { door: 'verify', address } as const;
	// Counted before the look-up, so that many at once cannot slip through.
	await context.db.write((tx) => claimAttempt(tx, attempt, at));
	const found = await findIssued(context.db.read, by);
	if (found) await context.db.write((tx) => forgiveAttempt(tx, attempt));
	return found;
}
