import type { Actor } from './actor.ts';
import { isNational, ownOrganisationIds } from './actor.ts';
import { parsePlainDate, type PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';

/**
 * The day at whose end the register is to be read.
 * @param began the first day of the register; null while nothing is in it
 * @throws Refusal 'as-at-not-a-day', 'as-at-after-today' or 'as-at-before-register'
 */
export function asAtDay(text: string, began: PlainDate | null, today: PlainDate): PlainDate {
	const day = parsePlainDate(text);
	if (!day) throw new Refusal('as-at-not-a-day', { field: 'day' });
	if (day > today) throw new Refusal('as-at-after-today', { field: 'day', facts: { today } });
	if (began === null || day < began) {
		throw new Refusal('as-at-before-register', { field: 'day', facts: { began } });
	}
	return day;
}

/** The same person with the same sight and no right to change anything: whoever looks back only looks. */
export function asOnlooker(actor: Actor): Actor {
	const own = ownOrganisationIds(actor).map((organisationId) => ({
		role: 'observer' as const,
		organisationId
	}));
	const national = { role: 'observer' as const, organisationId: null };
	return { ...actor, roles: isNational(actor) ? [national, ...own] : own };
}
