import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Text for an address or a cookie, of `bytes` random bytes. */
export function randomText(bytes: number): string {
	return randomBytes(bytes).toString('base64url');
}

/**
 * What is stored of a random secret. One pass of SHA-256 is enough, because nobody can try all secrets of
 * this length; a password is another matter (`password.ts`).
 */
export function sha256(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}

/** Compares in a time that does not depend on where the two differ. */
export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && timingSafeEqual(one, other);
}
