import type { Actor, Role, RoleHolding } from '#lib/domain/actor.ts';
import type { OrganisationKind, Region } from '#lib/domain/organisation.ts';
import { londonDay, plainDate } from '#lib/domain/plain-date.ts';
import type { AssignmentStatus } from '#lib/domain/status.ts';
import type { Context } from '#lib/server/db/context.ts';
import {
	assignment,
	inspection,
	organisation,
	person,
	personRole,
	recommendation,
	statusChange
} from '#lib/server/db/schema/tables.ts';
import { and, eq } from 'drizzle-orm';

// Builders write the rows a test starts from, each with one line of what matters; the rest is filled in.

let serial = 0;

export async function anOrganisation(
	app: Context,
	code: string,
	facts: { name?: string; kind?: OrganisationKind; region?: Region | null } = {}
): Promise<number> {
	const [row] = await app.db.write((tx) =>
		tx
			.insert(organisation)
			.values({
				code,
				name: facts.name ?? `${code} Police`,
				kind: facts.kind ?? 'police-force',
				region: facts.region === undefined ? 'Eastern' : facts.region,
				chiefOfficerTitle: 'Chief Constable',
				localPolicingBody:
					(facts.kind ?? 'police-force') === 'police-force' ? `${code} Commissioner` : null
			})
			.returning({ id: organisation.id })
	);
	return row!.id;
}

/** An actor with the roles: `'inspector'`, or `['lead', organisationId]`. */
export async function aPerson(app: Context, ...roles: (Role | [Role, number])[]): Promise<Actor> {
	const name = `Person ${++serial}`;
	const email = `person${serial}@tracker.test`;
	const holdings: RoleHolding[] = roles.map((role) =>
		typeof role === 'string'
			? { role, organisationId: null }
			: { role: role[0], organisationId: role[1] }
	);
	const personId = await app.db.write(async (tx) => {
		const [row] = await tx
			.insert(person)
			.values({ email, name, createdAt: app.clock.now() })
			.returning({ id: person.id });
		for (const holding of holdings) {
			await tx
				.insert(personRole)
				.values({ personId: row!.id, ...holding, fromDay: londonDay(app.clock.now()) });
		}
		return row!.id;
	});
	return { personId, name, email, roles: holdings };
}

/** An assignment, its recommendation and inspection 'OIC' made as needed; 'OIC-7' for number 7. */
export async function anAssignment(
	app: Context,
	organisationId: number,
	facts: Partial<typeof assignment.$inferInsert> & { number?: number } = {}
): Promise<{ id: number; reference: string; organisation: string }> {
	const { number = 7, ...columns } = facts;
	return app.db.write(async (tx) => {
		await tx
			.insert(inspection)
			.values({
				code: 'OIC',
				title: 'Improving the response to organised immigration crime',
				inspectorate: 'HMICFRS',
				publishedOn: plainDate('2025-05-16'),
				url: 'https://example.test/report',
				licence: 'Open Government Licence v3.0'
			})
			.onConflictDoNothing();
		const [about] = await tx.select().from(inspection).where(eq(inspection.code, 'OIC'));
		await tx
			.insert(recommendation)
			.values({
				inspectionId: about!.id,
				number,
				title: `Recommendation ${number}`,
				theme: 'Targeting'
			})
			.onConflictDoNothing();
		const [parent] = await tx
			.select()
			.from(recommendation)
			.where(and(eq(recommendation.inspectionId, about!.id), eq(recommendation.number, number)));
		const [body] = await tx
			.select({ code: organisation.code })
			.from(organisation)
			.where(eq(organisation.id, organisationId));
		const today = londonDay(app.clock.now());
		const status: AssignmentStatus = columns.status ?? 'not-started';
		const [row] = await tx
			.insert(assignment)
			.values({
				inspectionId: about!.id,
				recommendationId: parent!.id,
				organisationId,
				capacity: 'lead',
				allocatedOn: today,
				statusOn: today,
				acceptance: 'not-recorded',
				...columns,
				status
			})
			.returning({ id: assignment.id });
		await tx.insert(statusChange).values({
			assignmentId: row!.id,
			at: app.clock.now(),
			onDay: today,
			verb: 'allocate',
			toStatus: status
		});
		return { id: row!.id, reference: `OIC-${number}`, organisation: body!.code };
	});
}
