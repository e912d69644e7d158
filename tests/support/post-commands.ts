import { plainDate } from '#lib/domain/plain-date.ts';
import { handover, post, postHolder } from '#lib/server/db/schema/tables.ts';
import { acceptHandover } from '#lib/server/services/handovers.ts';
import { createPost, nameOwner, setOwner } from '#lib/server/services/ownership.ts';
import { changeHolder, holdPost } from '#lib/server/services/post-holders.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { aPost } from './assignment-facts.ts';
import type { Command, Given } from './commands.ts';
import type { TestApp } from './test-app.ts';

/** The commands about posts and who holds them. A version there is that of the post, and grows with its holders. */
export const POST_COMMANDS: readonly Command[] = [
	{
		name: 'create a post',
		action: 'set-owner',
		from: 'in-progress',
		form: 'none',
		fields: [['title', 'post', 'title']],
		run: ({ app, actor, staged, typed }) =>
			createPost(app, actor, staged.organisation, { title: typed('title') })
	},
	{
		name: 'hold a post',
		action: 'change-holder',
		from: 'in-progress',
		form: 'none',
		fields: [['name', 'post_holder', 'name']],
		run: ({ app, actor, scene, typed }) =>
			holdPost(app, actor, scene.kentPost, { name: typed('name') })
	},
	{
		name: 'set the owner',
		action: 'set-owner',
		from: 'in-progress',
		form: 'stamp',
		fields: [],
		run: ({ app, actor, scene, staged, form }) =>
			setOwner(app, actor, staged, { ...form, postId: scene.kentPost })
	},
	{
		name: 'name the owner',
		action: 'set-owner',
		from: 'in-progress',
		form: 'stamp',
		fields: [
			['title', 'post', 'title'],
			['holder', 'post_holder', 'name']
		],
		run: ({ app, actor, staged, form, typed }) =>
			nameOwner(app, actor, staged, { ...form, title: typed('title'), holder: typed('holder') })
	},
	{
		name: 'name the delivery lead',
		action: 'set-owner',
		from: 'in-progress',
		form: 'stamp',
		fields: [
			['delivery', 'post', 'title'],
			['delivery holder', 'post_holder', 'name']
		],
		run: ({ app, actor, staged, form, typed }) =>
			nameOwner(app, actor, staged, {
				...form,
				title: 'Head of Crime',
				delivery: { title: typed('delivery'), holder: typed('delivery holder') }
			})
	},
	{
		name: 'change the holder',
		action: 'change-holder',
		from: 'in-progress',
		form: 'key',
		fields: [
			['name', 'post_holder', 'name'],
			['reason', 'handover', 'reason']
		],
		prepare: ({ app, scene, staged }) => aPost(app, scene.kent, titleFor(staged), 'Alex Doe'),
		run: async ({ app, actor, staged, form: { submissionKey }, typed }) =>
			changeHolder(app, actor, await nameOf(app, staged), {
				version: 1,
				submissionKey,
				successor: { kind: 'name', name: typed('name') },
				fromDay: plainDate('2026-03-02'),
				reason: typed('reason')
			})
	},
	{
		name: 'accept a handover',
		action: 'accept-handover',
		from: 'in-progress',
		form: 'key',
		fields: [['note', 'handover', 'note']],
		prepare: async ({ app, actor, scene, staged }) => {
			const postId = await aPost(app, scene.kent, titleFor(staged), 'Alex Doe');
			await aHandover(app, postId, actor);
		},
		run: async ({ app, actor, staged, form: { submissionKey }, typed }) =>
			acceptHandover(app, actor, await nameOf(app, staged), {
				version: 3,
				submissionKey,
				note: typed('note')
			})
	}
];

/** The post passes to the person, who has not accepted it yet. */
export async function aHandover(
	app: TestApp,
	postId: number,
	to: { readonly personId: number; readonly name: string }
): Promise<void> {
	const today = plainDate('2026-03-02');
	await app.db.write(async (tx) => {
		const [from] = await tx
			.update(postHolder)
			.set({ toDay: today })
			.where(and(eq(postHolder.postId, postId), isNull(postHolder.toDay)))
			.returning({ id: postHolder.id });
		const [holder] = await tx
			.insert(postHolder)
			.values({ postId, personId: to.personId, name: to.name, fromDay: today })
			.returning({ id: postHolder.id });
		await tx.insert(handover).values({
			postId,
			fromHolderId: from?.id ?? null,
			toHolderId: holder!.id,
			at: app.clock.now(),
			openedBy: to.personId
		});
	});
}

function titleFor({ reference }: Given['staged']): string {
	return `A post for ${reference}`;
}

async function nameOf(app: TestApp, staged: Given['staged']) {
	const [row] = await app.db.read
		.select({ id: post.id })
		.from(post)
		.where(eq(post.title, titleFor(staged)));
	return { organisation: staged.organisation, post: row!.id };
}
