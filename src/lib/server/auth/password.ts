import { hash, verify, type Options } from '@node-rs/argon2';

/** Argon2id (the library's default), with the first parameters of OWASP's password storage guidance: 19 MiB, two passes. */
const PARAMETERS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

/** Compatibility forms are one form, so that a password typed on another keyboard is the same password. */
export function hashPassword(password: string): Promise<string> {
	return hash(password.normalize('NFKC'), PARAMETERS);
}

/**
 * Whether the password is the one that was hashed. With no hash (nobody of that name, or an invitation not
 * accepted) it does the same work and says no, so that the time taken tells nothing.
 */
export async function isPasswordRight(
	passwordHash: string | null | undefined,
	password: string
): Promise<boolean> {
	const isRight = await verify(passwordHash ?? (await nobodysHash()), password.normalize('NFKC'));
	return isRight && typeof passwordHash === 'string';
}

let hashOfNobody: Promise<string> | undefined;

/** Made on first use with the current parameters, never stored; nothing that is typed can match it. */
function nobodysHash(): Promise<string> {
	hashOfNobody ??= hashPassword(crypto.randomUUID());
	return hashOfNobody;
}
