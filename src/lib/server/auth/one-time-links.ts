import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { oneTimeLink } from '../db/schema/person.ts';
import { randomText, sha256 } from './secret.ts';

const HOUR = 60 * 60_000;

/** How long a link works, in milliseconds. */
export const LINK_LIFE_MS = { invitation: 7 * 24 * HOUR, reset: HOUR } as const;
export type LinkPurpose = keyof typeof LINK_LIFE_MS;

export interface IssuedLink {
	/** For the address, and nowhere else. */
	readonly token: string;
	readonly expiresAt: number;
}

/** A new link; earlier ones of the same purpose stop working. */
export async function issueLink(
	tx: Queryable,
	purpose: LinkPurpose,
	personId: number,
	createdBy: number | null,
	at: number
): Promise<IssuedLink> {
	await voidLinks(tx, purpose, personId, at);
	const token = randomText(32);
	const expiresAt = at + LINK_LIFE_MS[purpose];
	await tx.insert(oneTimeLink).values({
		tokenHash: hashOf(token),
		purpose,
		personId,
		createdBy,
		createdAt: at,
		expiresAt
	});
	return { token, expiresAt };
}

/** Whose link it is while it works, or null. Looking does not use it up: mail scanners look. */
export async function findLink(
	db: Queryable,
	purpose: LinkPurpose,
	token: string,
	at: number
): Promise<number | null> {
	const [row] = await db
		.select({ personId: oneTimeLink.personId })
		.from(oneTimeLink)
		.where(works(purpose, token, at));
	return row?.personId ?? null;
}

/** As `findLink`, and the link is used up: of two that ask at once, one gets null. */
export async function useLink(
	tx: Queryable,
	purpose: LinkPurpose,
	token: string,
	at: number
): Promise<number | null> {
	const [row] = await tx
		.update(oneTimeLink)
		.set({ usedAt: at })
		.where(works(purpose, token, at))
		.returning({ personId: oneTimeLink.personId });
	return row?.personId ?? null;
}

export async function voidLinks(
	tx: Queryable,
	purpose: LinkPurpose,
	personId: number,
	at: number
): Promise<void> {
	await tx
		.update(oneTimeLink)
		.set({ usedAt: at })
		.where(
			and(
				eq(oneTimeLink.personId, personId),
				eq(oneTimeLink.purpose, purpose),
				isNull(oneTimeLink.usedAt)
			)
		);
}

function works(purpose: LinkPurpose, token: string, at: number) {
	return and(
		eq(oneTimeLink.tokenHash, hashOf(token)),
		eq(oneTimeLink.purpose, purpose),
		isNull(oneTimeLink.usedAt),
		gt(oneTimeLink.expiresAt, at)
	);
}

function hashOf(token: string): string {
	return sha256(token).toString('hex');
}
