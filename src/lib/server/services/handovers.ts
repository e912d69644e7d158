import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { eq } from 'drizzle-orm';
import { recordPost } from '../audit/record-post.ts';
import type { Context } from '../db/context.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { findOpenHandover } from '../db/queries/handover.ts';
import type { PostName } from '../db/queries/post.ts';
import { beginPostChange } from '../db/queries/post-change.ts';
import { handover } from '../db/schema/requests.ts';
import { tellOfAcceptance } from '../mail/posts.ts';

/**
 * The new holder accepts what was handed over, once and for themselves.
 * @throws Refusal as `beginPostChange`; 'handover-over' where none is open, 'not-the-new-holder'
 */
export async function acceptHandover(
	context: Context,
	actor: Actor,
	name: PostName,
	command: FormStamp & { readonly note?: string | undefined }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginPostChange(tx, actor, name, 'accept-handover', command, moment);
		const open = await findOpenHandover(tx, found.id);
		if (!open) throw new Refusal('handover-over');
		if (open.toPersonId !== actor.personId) throw new Refusal('not-the-new-holder');
		const note = writtenOrNull(command.note);
		await tx
			.update(handover)
			.set({ acceptedAt: moment.at, acceptedBy: actor.personId, note })
			.where(eq(handover.id, open.id));
		const particulars = { previous: open.from, note };
		await recordPost(tx, actor, moment, found, 'accept-handover', particulars);
		await tellOfAcceptance(tx, actor, moment, found, open.openedBy, context.origin);
	});
}
