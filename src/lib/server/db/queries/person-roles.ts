import type { RoleHolding } from '#lib/domain/actor.ts';
import { holdingText, type NamedHolding } from '#lib/domain/role-rules.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { and, count, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { organisation } from '../schema/organisation.ts';
import { person, personRole } from '../schema/person.ts';

export interface HeldRole extends RoleHolding {
	readonly organisationCode: string | null;
	readonly organisationName: string | null;
}

/** What the person holds now, in the order it was given. */
export function rolesOf(db: Queryable, personId: number): Promise<HeldRole[]> {
	return db
		.select({
			role: personRole.role,
			organisationId: personRole.organisationId,
			organisationCode: organisation.code,
			organisationName: organisation.name
		})
		.from(personRole)
		.leftJoin(organisation, eq(organisation.id, personRole.organisationId))
		.where(and(eq(personRole.personId, personId), isNull(personRole.toDay)))
		.orderBy(personRole.id);
}

/** 'inspector, lead for Kent Police', for the trail. */
export async function rolesText(db: Queryable, personId: number): Promise<string> {
	const held = await rolesOf(db, personId);
	return held.map(({ role, organisationName }) => holdingText(role, organisationName)).join(', ');
}

/** @throws Refusal 'unknown-organisation' {code} */
export async function resolveHoldings(
	db: Queryable,
	typed: readonly NamedHolding[]
): Promise<RoleHolding[]> {
	const codes = typed.flatMap((holding) => holding.organisation ?? []);
	const rows = await db
		.select({ id: organisation.id, code: organisation.code })
		.from(organisation)
		.where(inArray(organisation.code, codes));
	const ids = new Map(rows.map((row) => [row.code, row.id]));
	return typed.map(({ role, organisation: code }) => {
		if (code === null) return { role, organisationId: null };
		const organisationId = ids.get(code);
		if (organisationId === undefined) {
			throw new Refusal('unknown-organisation', { field: 'roles', facts: { code } });
		}
		return { role, organisationId };
	});
}

export async function giveRoles(
	tx: Queryable,
	personId: number,
	holdings: readonly RoleHolding[],
	fromDay: PlainDate
): Promise<void> {
	if (holdings.length === 0) return;
	await tx.insert(personRole).values(holdings.map((held) => ({ personId, ...held, fromDay })));
}

export async function endRole(
	tx: Queryable,
	personId: number,
	{ role, organisationId }: RoleHolding,
	toDay: PlainDate
): Promise<void> {
	await tx
		.update(personRole)
		.set({ toDay })
		.where(
			and(
				eq(personRole.personId, personId),
				eq(personRole.role, role),
				organisationId === null
					? isNull(personRole.organisationId)
					: eq(personRole.organisationId, organisationId),
				isNull(personRole.toDay)
			)
		);
}

/** Administrators besides this person who can sign in: not switched off, invitation accepted. */
export async function countOtherAdministrators(db: Queryable, personId: number): Promise<number> {
	const [row] = await db
		.select({ number: count() })
		.from(personRole)
		.innerJoin(person, eq(person.id, personRole.personId))
		.where(
			and(
				eq(personRole.role, 'administrator'),
				isNull(personRole.toDay),
				isNull(person.deactivatedAt),
				isNotNull(person.passwordHash),
				ne(person.id, personId)
			)
		);
	return row?.number ?? 0;
}
