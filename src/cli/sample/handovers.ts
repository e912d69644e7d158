import type { Actor } from '#lib/domain/actor.ts';
import { addDays } from '#lib/domain/plain-date.ts';
import type { App } from '#lib/server/app.ts';
import { findPost, lastHolder } from '#lib/server/db/queries/post.ts';
import { acceptHandover } from '#lib/server/services/handovers.ts';
import { createPerson } from '#lib/server/services/people.ts';
import { deactivate } from '#lib/server/services/people-access.ts';
import { changeHolder, type Successor } from '#lib/server/services/post-holders.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { instantOf, type Happening } from './happening.ts';
import type { Posts } from './post-holders.ts';

interface Change {
	readonly organisation: string;
	readonly title: string;
	/** Days before the last one of the sample. */
	readonly ago: number;
	readonly to: 'lead' | 'contributor' | 'name' | 'nobody' | 'leaver';
	readonly reason: string;
	/** Days until the new holder accepts; never, where it is left out. */
	readonly acceptedAfter?: number;
	/** Days until the account of the new holder is switched off. */
	readonly goneAfter?: number;
}

/** Posts that changed hands: some accepted, one still open, one left to nobody, one to somebody who has gone. */
const CHANGES: readonly Change[] = [
	{
		organisation: 'KENT',
		title: 'Head of Serious and Organised Crime',
		ago: 131,
		to: 'lead',
		reason: 'A move to another force',
		acceptedAfter: 2
	},
	{
		organisation: 'KENT',
		title: 'Head of Custody and Contact',
		ago: 6,
		to: 'contributor',
		reason: 'A secondment of a year'
	},
	{
		organisation: 'ESSEX',
		title: 'Head of Intelligence',
		ago: 88,
		to: 'name',
		reason: 'A promotion'
	},
	{
		organisation: 'GMP',
		title: 'Head of Custody and Contact',
		ago: 45,
		to: 'leaver',
		reason: 'A change of portfolios',
		acceptedAfter: 1,
		goneAfter: 27
	},
	{
		organisation: 'NWP',
		title: 'Head of Learning and Development',
		ago: 19,
		to: 'nobody',
		reason: 'A retirement; the post is advertised'
	}
];

/** The changes of holder, each done through the services by the lead of the organisation. */
export function handovers(
	calendar: SampleCalendar,
	cast: Cast,
	posts: Posts,
	nextName: () => string
): Happening[] {
	return CHANGES.flatMap((change, index) => {
		const { organisation, title, ago } = change;
		const day = calendar.ago(ago);
		const at = instantOf(day, 0);
		const lead = cast.actor('lead', organisation);
		let leaver: Actor | null = null;
		const nameOf = async (app: App) => ({
			organisation,
			post: await posts.find(app, lead, organisation, title)
		});
		const taking: Happening = {
			at,
			async run(app) {
				const name = await nameOf(app);
				if (change.to === 'leaver') leaver = await enterLeaver(app, lead, organisation, nextName());
				const successor = successorOf(change, cast, leaver, nextName);
				const { version } = await findPost(app.db.read, lead, name.post);
				await changeHolder(app, lead, name, {
					version,
					submissionKey: keyOf(index, 'take'),
					successor,
					fromDay: day,
					reason: change.reason
				});
			}
		};
		const accepting = async (app: App) => {
			const name = await nameOf(app);
			const { version } = await findPost(app.db.read, lead, name.post);
			const holder = change.to === 'lead' ? lead : leaver;
			if (!holder) throw new RangeError(`The sample has nobody to accept ${title}`);
			const note = 'I have read the brief. The dates in it stand.';
			const submissionKey = keyOf(index, 'accept');
			await acceptHandover(app, holder, name, { version, submissionKey, note });
		};
		const leaving = async (app: App) => {
			const { post } = await nameOf(app);
			const holder = await lastHolder(app.db.read, post);
			if (!holder?.personId) throw new RangeError(`Nobody with an account holds ${title}`);
			await deactivate(app, cast.actor('admin', organisation), holder.personId);
		};
		return [taking, ...later(change.acceptedAfter, accepting), ...later(change.goneAfter, leaving)];

		function later(days: number | undefined, run: Happening['run']): Happening[] {
			return days === undefined ? [] : [{ at: instantOf(addDays(day, days), 60), run }];
		}
	});
}

function successorOf(
	{ to, organisation }: Change,
	cast: Cast,
	leaver: Actor | null,
	nextName: () => string
): Successor {
	if (to === 'nobody') return { kind: 'nobody' };
	if (to === 'name') return { kind: 'name', name: nextName() };
	const person = leaver ?? cast.actor(to === 'lead' ? 'lead' : 'contributor', organisation);
	return { kind: 'person', personId: person.personId };
}

/** Somebody with an account, who will have gone by the end of the sample. */
async function enterLeaver(
	app: App,
	{ roles }: Actor,
	organisation: string,
	name: string
): Promise<Actor> {
	const organisationId = roles[0]?.organisationId ?? null;
	const email = `${organisation.toLowerCase()}.leaver@sample.test`;
	const held = [{ role: 'contributor' as const, organisationId }];
	const facts = { email, name, roles: held, passwordHash: null };
	const personId = await createPerson(app, null, facts);
	return { personId, name, email, roles: held };
}

function keyOf(index: number, step: string): string {
	return `sample-post-${step}-${String(index).padStart(5, '0')}`;
}
