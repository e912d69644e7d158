import type { Actor } from '#lib/domain/actor.ts';
import { expandAllocation, type Addressee } from '#lib/domain/allocation.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { InspectionFile } from '#lib/forms/recommendation-row.ts';
import { eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { record } from '../audit/record.ts';
import { listAddressees } from '../db/queries/organisation.ts';
import { assignment } from '../db/schema/assignment.ts';
import { statusChange } from '../db/schema/history.ts';
import { inspection } from '../db/schema/inspection.ts';
import { recommendation, recommendationWording } from '../db/schema/recommendation.ts';

type RecommendationRow = InspectionFile['recommendations'][number];
type Body = Awaited<ReturnType<typeof listAddressees>>[number];

/**
 * Adds an inspection, what its recommendations say and whom each falls to: all of it or nothing. Working
 * summaries bring no deadlines: those come with the official wording or from an inspector.
 * @param actor null when the service itself loads its own files
 * @returns how many assignments were made
 * @throws Refusal 'not-allowed', 'inspection-exists', 'unknown-addressee' or 'addressed-twice'
 */
export async function loadInspection(
	context: Context,
	actor: Actor | null,
	file: InspectionFile
): Promise<number> {
	const moment = momentOf(context.clock);
	if (actor) mustBeAbleTo(actor, 'load-register');
	return context.db.write(async (tx) => {
		const inspectionId = await insertInspection(tx, file);
		await record(tx, {
			action: 'inspection.load',
			actor,
			moment,
			particulars: { reference: file.inspection.code, title: file.inspection.title }
		});
		const bodies = await listAddressees(tx);
		let assignments = 0;
		for (const row of file.recommendations) {
			const reference = recommendationReference(file.inspection.code, row.number);
			const recommendationId = await insertRecommendation(tx, inspectionId, row, {
				source: file.provenance.source,
				loadedBy: actor?.personId ?? null,
				at: moment.at
			});
			await record(tx, {
				action: 'recommendation.load',
				actor,
				moment,
				particulars: { reference, title: row.title }
			});
			const addressees = addresseesOf(row, reference, bodies);
			await allocate(tx, { inspectionId, recommendationId }, addressees, actor, moment);
			await record(tx, {
				action: 'assignment.allocate',
				actor,
				moment,
				particulars: { reference, count: addressees.length }
			});
			assignments += addressees.length;
		}
		return assignments;
	});
}

async function insertInspection(tx: Queryable, { inspection: about }: InspectionFile) {
	const [existing] = await tx.select().from(inspection).where(eq(inspection.code, about.code));
	if (existing) throw new Refusal('inspection-exists', { facts: { code: about.code } });
	const [made] = await tx.insert(inspection).values(about).returning({ id: inspection.id });
	if (!made) throw new Error('The inspection was not stored');
	return made.id;
}

async function insertRecommendation(
	tx: Queryable,
	inspectionId: number,
	{ number, title, theme, summary }: RecommendationRow,
	loaded: { source: string; loadedBy: number | null; at: number }
): Promise<number> {
	const [made] = await tx
		.insert(recommendation)
		.values({ inspectionId, number, title, theme })
		.returning({ id: recommendation.id });
	if (!made) throw new Error('The recommendation was not stored');
	await tx.insert(recommendationWording).values({
		recommendationId: made.id,
		kind: 'working-summary',
		text: summary,
		...loaded
	});
	return made.id;
}

function addresseesOf(
	{ allocation }: RecommendationRow,
	reference: string,
	bodies: readonly Body[]
): Addressee<Body>[] {
	const { addressees, problems } = expandAllocation(allocation, bodies);
	const [problem] = problems;
	if (problem) {
		const { code, pattern, organisations } = problem;
		throw new Refusal(code, { facts: { reference, pattern, organisations } });
	}
	return addressees;
}

async function allocate(
	tx: Queryable,
	about: { inspectionId: number; recommendationId: number },
	addressees: readonly Addressee<Body>[],
	actor: Actor | null,
	{ at, today }: Moment
): Promise<void> {
	if (addressees.length === 0) return;
	const made = await tx
		.insert(assignment)
		.values(
			addressees.map(({ organisation: { id }, capacity }) => ({
				...about,
				organisationId: id,
				capacity,
				allocatedOn: today,
				status: 'not-started' as const,
				statusOn: today,
				acceptance: 'not-recorded' as const
			}))
		)
		.returning({ id: assignment.id });
	await tx.insert(statusChange).values(
		made.map(({ id }) => ({
			assignmentId: id,
			at,
			onDay: today,
			actorId: actor?.personId ?? null,
			verb: 'allocate' as const,
			toStatus: 'not-started' as const
		}))
	);
}
