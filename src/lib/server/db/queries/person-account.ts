import { notFound } from '#lib/domain/refusal.ts';
import { eq } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { person } from '../schema/person.ts';

export type Account = typeof person.$inferSelect;

export async function findAccount(db: Queryable, email: string): Promise<Account | undefined> {
	const [row] = await db.select().from(person).where(eq(person.email, email.trim().toLowerCase()));
	return row;
}

/** @throws Refusal 'not-found' */
export async function accountOf(db: Queryable, personId: number): Promise<Account> {
	const [row] = await db.select().from(person).where(eq(person.id, personId));
	if (!row) throw notFound('person');
	return row;
}

export async function setPasswordHash(
	tx: Queryable,
	personId: number,
	passwordHash: string
): Promise<void> {
	await tx.update(person).set({ passwordHash }).where(eq(person.id, personId));
}
