import type { Acceptance } from '#lib/domain/acceptance.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import { mustBePublishable } from '#lib/domain/section55.ts';
import { eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { record } from '../audit/record.ts';
import { findDuty, listPositions, listResponses } from '../db/queries/section55.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { inspection } from '../db/schema/inspection.ts';
import { section55Position, section55Response } from '../db/schema/section55.ts';

export interface Section55Command {
	/** The code of the inspection. */
	readonly inspection: string;
	readonly publishedOn: PlainDate;
	readonly url: string;
	/** By the number of the recommendation; what is left out is not addressed. */
	readonly positions: readonly {
		readonly number: number;
		readonly acceptance: Acceptance;
		readonly comment?: string | undefined;
	}[];
	/** The response that the page showed; 0 for none. */
	readonly version: number;
	readonly submissionKey: string;
}

/**
 * Records which comments a local policing body has published on a report, and what they say. Nothing is
 * changed in place: what is recorded last counts.
 * @param code of the force that the body answers for
 * @throws Refusal 'not-allowed', 'not-found' for what has no such duty and for a recommendation that does not
 *   fall to the force, 'already-submitted', 'response-changed', 'comments-before-report' or 'comments-in-future'
 */
export async function recordSection55(
	context: Context,
	actor: Actor,
	code: string,
	command: Section55Command
): Promise<void> {
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'record-section55');
	await context.db.write(async (tx) => {
		const body = await findDuty(tx, code);
		const [about] = await tx
			.select()
			.from(inspection)
			.where(eq(inspection.code, command.inspection));
		if (!body || !about) throw notFound('organisation');
		await claimSubmission(tx, actor, command.submissionKey, moment);
		const [latest] = await listResponses(tx, about.id, body.id);
		if ((latest?.id ?? 0) !== command.version) throw new Refusal('response-changed');
		mustBePublishable(command.publishedOn, about.publishedOn, moment.today);
		const positions = await positionsOf(tx, about.id, body.id, command);
		const [made] = await tx
			.insert(section55Response)
			.values({
				...{ at: moment.at, onDay: moment.today, actorId: actor.personId },
				...{ inspectionId: about.id, organisationId: body.id },
				...{ publishedOn: command.publishedOn, url: command.url.trim() }
			})
			.returning({ id: section55Response.id });
		if (!made) throw new Error('The response has no row');
		for (const position of positions) {
			await tx.insert(section55Position).values({ responseId: made.id, ...position });
		}
		await record(tx, {
			action: 'section55.record',
			actor,
			moment,
			organisationId: body.id,
			particulars: {
				reference: about.code,
				body: `${body.localPolicingBody} for ${body.name}`,
				publishedOn: command.publishedOn,
				url: command.url.trim(),
				isCorrection: latest !== undefined
			}
		});
	});
}

async function positionsOf(
	tx: Queryable,
	inspectionId: number,
	organisationId: number,
	{ positions }: Section55Command
) {
	const rows = await listPositions(tx, inspectionId, organisationId, null);
	if (rows.length === 0) throw notFound('organisation');
	return positions.map(({ number, acceptance, comment }) => {
		const row = rows.find((one) => one.number === number);
		if (!row) throw notFound('recommendation');
		return { recommendationId: row.id, acceptance, comment: writtenOrNull(comment) };
	});
}
