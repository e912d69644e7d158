import type { Moment } from '#lib/domain/clock.ts';
import { and, eq, notExists } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { extensionDecision, extensionRequest, extensionWithdrawal } from '../schema/extension.ts';
import { exemptionWithdrawal } from '../schema/requests.ts';
import { findOpenExemption } from './exemption.ts';

/** What a body asked for goes with it: every request that is open on its assignment is withdrawn, with the reason. */
export async function closeRequests(
	tx: Queryable,
	actorId: number,
	assignmentId: number,
	reason: string,
	{ at, today }: Moment
): Promise<void> {
	const happened = { at, onDay: today, actorId, assignmentId, reason };
	const exemption = await findOpenExemption(tx, assignmentId);
	if (exemption) {
		await tx.insert(exemptionWithdrawal).values({ ...happened, requestId: exemption.id });
	}
	const { id } = extensionRequest;
	const extensions = await tx
		.select({ id })
		.from(extensionRequest)
		.where(
			and(
				eq(extensionRequest.assignmentId, assignmentId),
				notExists(tx.select().from(extensionDecision).where(eq(extensionDecision.requestId, id))),
				notExists(
					tx.select().from(extensionWithdrawal).where(eq(extensionWithdrawal.requestId, id))
				)
			)
		);
	for (const request of extensions) {
		await tx.insert(extensionWithdrawal).values({ ...happened, requestId: request.id });
	}
}
