import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { OrganisationRow } from '#lib/forms/organisation-row.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { record } from '../audit/record.ts';
import { organisation } from '../db/schema/organisation.ts';

/**
 * Adds organisations to the register: all of them or none.
 * @param actor null when the service itself loads its own files
 * @throws Refusal 'not-allowed', 'organisation-exists', or 'unknown-organisation' for a regional unit that is
 *   neither among the rows nor in the register
 */
export async function loadOrganisations(
	context: Context,
	actor: Actor | null,
	rows: readonly OrganisationRow[]
): Promise<void> {
	const moment = momentOf(context.clock);
	if (actor) mustBeAbleTo(actor, 'load-register');
	await context.db.write(async (tx) => {
		const ids = await idsByCode(tx);
		// A force refers to its regional unit, which therefore comes first.
		const ordered = rows.toSorted((a, b) => Number(!!a.regionalUnit) - Number(!!b.regionalUnit));
		for (const row of ordered) {
			if (ids.has(row.code)) {
				throw new Refusal('organisation-exists', { facts: { code: row.code } });
			}
			ids.set(row.code, await insert(tx, row, ids));
		}
		await record(tx, {
			action: 'organisation.load',
			actor,
			moment,
			particulars: { count: rows.length }
		});
	});
}

async function idsByCode(tx: Queryable): Promise<Map<string, number>> {
	const rows = await tx.select({ code: organisation.code, id: organisation.id }).from(organisation);
	return new Map(rows.map(({ code, id }) => [code, id]));
}

async function insert(
	tx: Queryable,
	{ regionalUnit, ...row }: OrganisationRow,
	ids: ReadonlyMap<string, number>
): Promise<number> {
	const regionalUnitId = regionalUnit === null ? null : ids.get(regionalUnit);
	if (regionalUnitId === undefined) {
		throw new Refusal('unknown-organisation', { facts: { code: regionalUnit } });
	}
	const [made] = await tx
		.insert(organisation)
		.values({ ...row, regionalUnitId })
		.returning({ id: organisation.id });
	if (!made) throw new Error('The organisation was not stored');
	return made.id;
}
