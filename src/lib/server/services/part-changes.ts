import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import { checkPartSaid, type PartSaid } from '#lib/domain/part.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import { WORKABLE } from '#lib/domain/status.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import type { AssignmentName } from '../db/queries/assignment.ts';
import { beginChange, changeAssignment } from '../db/queries/assignment-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { partsOf, wereParts } from '../db/queries/part.ts';
import { partChange } from '../db/schema/part.ts';

export interface PartStatement extends PartSaid {
	readonly partId: number;
}

/**
 * Records which parts of its recommendation the organisation has met. Parts of which nothing new is said
 * stay as they are.
 * @throws Refusal as `beginChange`; 'not-found' for a part that is not one of this recommendation's;
 *   'part-retired' for one that is no longer asked for; 'move-not-possible' while a claim waits or the
 *   assignment is closed; or as `checkPartSaid`
 */
export async function recordParts(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: FormStamp & { readonly parts: readonly PartStatement[] }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'record-parts', command, moment);
		if (!WORKABLE.includes(found.status)) {
			throw new Refusal('move-not-possible', { facts: { status: found.status } });
		}
		const standing = new Map((await partsOf(tx, found)).map((part) => [part.id, part]));
		const others = command.parts.map(({ partId }) => partId).filter((id) => !standing.has(id));
		if (others.length > 0) {
			const wereTheirs = await wereParts(tx, found.recommendationId, others);
			throw wereTheirs ? new Refusal('part-retired') : notFound('part');
		}
		const changed = command.parts.flatMap(({ partId, ...said }) => {
			const part = standing.get(partId);
			if (!part) return [];
			const { isMet } = said;
			const metOn = checkPartSaid(part, said, moment.today);
			const note = writtenOrNull(said.note) ?? (part.isMet === isMet ? part.note : null);
			const isSaid = part.isMet !== isMet;
			const isNoted = note !== part.note;
			if (!isSaid && !isNoted && metOn === part.metOn) return [];
			return [{ ...part, isMet, note, metOn, isSaid, isNoted }];
		});
		if (changed.length === 0) return;
		for (const { id, isMet, note, metOn } of changed) {
			await tx.insert(partChange).values({
				assignmentId: found.id,
				partId: id,
				at: moment.at,
				onDay: moment.today,
				actorId: actor.personId,
				isMet,
				note,
				metOn
			});
		}
		await changeAssignment(tx, found, {});
		await record(tx, {
			action: 'assignment.record-parts',
			actor,
			moment,
			assignmentId: found.id,
			organisationId: found.organisationId,
			particulars: {
				reference: found.reference,
				organisation: found.organisationName,
				met: labelsOf(changed.filter(({ isSaid, isMet }) => isSaid && isMet)),
				open: labelsOf(changed.filter(({ isSaid, isMet }) => isSaid && !isMet)),
				noted: labelsOf(changed.filter(({ isSaid, isNoted }) => !isSaid && isNoted)),
				dated: labelsOf(changed.filter(({ isSaid, isNoted }) => !isSaid && !isNoted))
			}
		});
	});
}

function labelsOf(parts: readonly { readonly label: string }[]): string {
	return parts.map(({ label }) => label).join(' ');
}
