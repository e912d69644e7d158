import { parsePlainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import {
	and,
	count,
	countDistinct,
	eq,
	gt,
	inArray,
	isNotNull,
	isNull,
	notLike
} from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { auditEntry } from '../schema/audit.ts';
import { organisation } from '../schema/organisation.ts';
import { person, personRole } from '../schema/person.ts';
import { setting } from '../schema/service.ts';

export const SAMPLE_SETTINGS = {
	isSample: 'sample',
	madeOn: 'sample-made-on',
	auditSequence: 'sample-audit-sequence'
} as const;

export interface SampleFacts {
	readonly madeOn: PlainDate;
	/** Whether a person has changed anything since; signing in and out changes nothing. */
	readonly isTouched: boolean;
}

/** Null for a real register. */
export async function readSample(db: Queryable): Promise<SampleFacts | null> {
	const rows = await db
		.select()
		.from(setting)
		.where(inArray(setting.key, Object.values(SAMPLE_SETTINGS)));
	const values = new Map(rows.map(({ key, value }) => [key, value]));
	if (values.get(SAMPLE_SETTINGS.isSample) !== 'yes') return null;
	const madeOn = parsePlainDate(values.get(SAMPLE_SETTINGS.madeOn) ?? '');
	const sequence = Number(values.get(SAMPLE_SETTINGS.auditSequence));
	if (!madeOn) throw new Error('The sample register does not say when it was made');
	const [since] = await db
		.select({ items: count() })
		.from(auditEntry)
		.where(
			and(
				gt(auditEntry.sequence, sequence),
				isNotNull(auditEntry.actorId),
				notLike(auditEntry.action, 'session.%')
			)
		);
	return { madeOn, isTouched: (since?.items ?? 0) > 0 };
}

/** What a register holds before anybody can work with it. */
export async function countRegister(db: Queryable) {
	const [organisations] = await db.select({ items: count() }).from(organisation);
	const [people] = await db.select({ items: count() }).from(person);
	const [administrators] = await db
		.select({ items: countDistinct(person.id) })
		.from(person)
		.innerJoin(personRole, eq(personRole.personId, person.id))
		.where(
			and(
				eq(personRole.role, 'administrator'),
				isNull(personRole.toDay),
				isNull(person.deactivatedAt)
			)
		);
	return {
		organisations: organisations?.items ?? 0,
		people: people?.items ?? 0,
		/** Active ones. */
		administrators: administrators?.items ?? 0
	};
}
