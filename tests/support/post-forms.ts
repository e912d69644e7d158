import { assignment } from '#lib/server/db/schema/tables.ts';
import type { Action } from '#lib/domain/policy.ts';
import { eq } from 'drizzle-orm';
import { aKey, aPost } from './assignment-facts.ts';
import { dayFields } from './day-fields.ts';
import { aHandover } from './post-commands.ts';
import { stage, type RoleName, type Scene } from './scene.ts';
import type { TestApp } from './test-app.ts';

/** A form about a post, and what somebody fills in who knows what to say. */
export interface PostFormCase {
	readonly id: string;
	readonly action: string;
	readonly needs: Action;
	readonly fields: Readonly<Record<string, string>>;
	readonly optional?: readonly string[];
	/** Nothing is stored: the answer is a page that counts. */
	readonly isRehearsal?: true;
	/** Makes the post that the form is about; answers which it is and at what version it stands. */
	readonly prepare: (app: TestApp, scene: Scene, role: RoleName) => Promise<PreparedPost>;
}

interface PreparedPost {
	readonly post: number;
	readonly version: number;
	/** Fields whose values are known only now. */
	readonly fields?: Readonly<Record<string, string>>;
}

let serial = 0;

const POST = '/(app)/organisations/[code]/posts/[post]';

/** Every form about a post. */
export const POST_FORMS: readonly PostFormCase[] = [
	{
		id: `${POST}/holder`,
		action: 'default',
		needs: 'change-holder',
		fields: {
			successor: 'name',
			name: 'Kim Poe',
			...dayFields('fromDay', 2, 3, 2026),
			reason: 'A promotion'
		},
		optional: ['person'],
		prepare: async (app, scene) => ({ post: await heldPost(app, scene), version: 1 })
	},
	{
		id: `${POST}/handover`,
		action: 'default',
		needs: 'accept-handover',
		fields: { note: 'I have read the brief' },
		async prepare(app, scene, role) {
			const post = await heldPost(app, scene);
			await aHandover(app, post, scene.people[role]);
			return { post, version: 3 };
		}
	},
	{
		id: `${POST}/reassign`,
		action: 'check',
		needs: 'reassign-posts',
		fields: { reason: 'Alex Doe retires' },
		optional: ['to', 'assignment', 'all', 'change'],
		isRehearsal: true,
		prepare: aPostWithAssignments
	},
	{
		id: `${POST}/reassign`,
		action: 'move',
		needs: 'reassign-posts',
		fields: { reason: 'Alex Doe retires' },
		optional: ['to', 'assignment', 'all', 'change'],
		prepare: aPostWithAssignments
	}
];

async function aPostWithAssignments(app: TestApp, scene: Scene): Promise<PreparedPost> {
	const post = await heldPost(app, scene);
	const staged = await stage(app, scene, 'in-progress', 500 + ++serial);
	await app.db.write((tx) =>
		tx.update(assignment).set({ ownerPostId: post }).where(eq(assignment.id, staged.id))
	);
	const to = await heldPost(app, scene);
	return { post, version: 1, fields: { to: String(to), assignment: `${staged.reference}:1` } };
}

/** The form as it stands on its page: where it is sent, and what is sent. */
export async function fillInPostForm(
	app: TestApp,
	scene: Scene,
	form: PostFormCase,
	role: RoleName = 'own lead'
) {
	const { post, version, fields } = await form.prepare(app, scene, role);
	return {
		asked: { id: form.id, action: form.action, params: { code: 'KENT', post: String(post) } },
		fields: {
			...form.fields,
			...fields,
			version: String(version),
			submissionKey: aKey().padEnd(16, 'x')
		}
	};
}

export function heldPost(app: TestApp, scene: Scene): Promise<number> {
	return aPost(app, scene.kent, `Post ${++serial}`, 'Alex Doe');
}
