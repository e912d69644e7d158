import type { Actor } from '#lib/domain/actor.ts';
import type { SampleEmail } from '#lib/domain/sample.ts';
import {
	action,
	actionAssignment,
	assignment,
	evidence,
	organisation,
	person,
	personRole,
	post,
	receipt,
	recommendation
} from '#lib/server/db/schema/tables.ts';
import { and, eq } from 'drizzle-orm';
import type { Staged } from './scene.ts';
import type { TestServer } from './server.ts';

/** Somebody of the sample register, as the policy knows them. */
export async function sampleActor(server: TestServer, email: SampleEmail): Promise<Actor> {
	return looking(server, async ({ read }) => {
		const [found] = await read.select().from(person).where(eq(person.email, email));
		const roles = await read
			.select({ role: personRole.role, organisationId: personRole.organisationId })
			.from(personRole)
			.where(eq(personRole.personId, found!.id));
		return { personId: found!.id, name: found!.name, email, roles };
	});
}

/** An assignment of the sample register that is claimed, with what its pages are named by. */
export async function sampleAssignment(
	server: TestServer,
	number: number,
	code: string
): Promise<Staged> {
	return looking(server, async ({ read }) => {
		const [found] = await read
			.select({
				id: assignment.id,
				organisationId: organisation.id,
				evidenceKey: evidence.key,
				actionKey: action.key,
				postId: post.id,
				receiptKey: receipt.key
			})
			.from(assignment)
			.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
			.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
			.innerJoin(evidence, eq(evidence.assignmentId, assignment.id))
			.innerJoin(actionAssignment, eq(actionAssignment.assignmentId, assignment.id))
			.innerJoin(action, eq(action.id, actionAssignment.actionId))
			.innerJoin(post, eq(post.id, assignment.ownerPostId))
			.innerJoin(receipt, eq(receipt.assignmentId, assignment.id))
			.where(and(eq(recommendation.number, number), eq(organisation.code, code)))
			.limit(1);
		return {
			...found!,
			reference: `OIC-${number}`,
			organisation: code,
			sampleKey: 'none',
			workbookKey: 'none',
			wordingKey: 'none',
			periodId: 0,
			packKey: 'none'
		};
	});
}

async function looking<T>(
	server: TestServer,
	look: (db: ReturnType<TestServer['openDb']>) => Promise<T>
): Promise<T> {
	const db = server.openDb();
	try {
		return await look(db);
	} finally {
		db.close();
	}
}
