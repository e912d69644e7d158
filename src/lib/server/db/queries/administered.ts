import { notFound, Refusal } from '#lib/domain/refusal.ts';
import { desc, eq } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { inspection } from '../schema/inspection.ts';
import type { organisation } from '../schema/organisation.ts';
import { recommendationWording } from '../schema/recommendation.ts';

/** @throws Refusal 'not-found' */
export async function findInspection(db: Queryable, code: string) {
	const [row] = await db.select().from(inspection).where(eq(inspection.code, code));
	if (!row) throw notFound('inspection');
	return row;
}

/** @throws Refusal 'inspection-code-taken' */
export async function codeMustBeFree(db: Queryable, code: string): Promise<void> {
	const [existing] = await db.select().from(inspection).where(eq(inspection.code, code));
	if (existing) throw new Refusal('inspection-code-taken', { field: 'code', facts: { code } });
}

/** What can be changed of an inspection by a form, as the form was drawn from it. */
export function inspectionFacts({
	title,
	url,
	licence,
	isCountersigned,
	recheckMonths
}: typeof inspection.$inferSelect) {
	return { title, url, licence, isCountersigned, recheckMonths };
}

/** The same of an organisation; how it ends is another form. */
export function organisationFacts({
	name,
	kind,
	region,
	chiefOfficerTitle,
	localPolicingBody,
	country,
	validFrom,
	validTo
}: typeof organisation.$inferSelect) {
	return { name, kind, region, chiefOfficerTitle, localPolicingBody, country, validFrom, validTo };
}

/** What a recommendation says now, with where it comes from; undefined where nothing was written. */
export async function latestWording(db: Queryable, recommendationId: number) {
	const [row] = await db
		.select()
		.from(recommendationWording)
		.where(eq(recommendationWording.recommendationId, recommendationId))
		.orderBy(desc(recommendationWording.id))
		.limit(1);
	return row;
}
