import { aRecommendationOf } from './after-closure.ts';
import { can, type Action } from '#lib/domain/policy.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { aForm, aKey } from './assignment-facts.ts';
import { PACK_WAYS_IN } from './board-pack-ways.ts';
import { ENDPOINTS } from './endpoints.ts';
import { fillIn, FORMS, type Form } from './forms.ts';
import { PEOPLE_FORMS, type PeopleForm } from './people-forms.ts';
import { fillInPostForm, POST_FORMS, type PostFormCase } from './post-forms.ts';
import { callEndpoint, submit, type Answer, type Asked } from './routes.ts';
import { stage, type RoleName, type Scene } from './scene.ts';
import { WORKBOOK_WAYS } from './workbook.ts';
import { readyToSend, SERVICE_FORMS, type ServiceForm } from './service-forms.ts';
import type { TestApp } from './test-app.ts';
import { TOKEN_WAYS } from './tokens.ts';
import { VIEW_WAYS } from './views.ts';
import { WORDING_WAYS } from './wording-forms.ts';

/** What must be granted: of an assignment or organisation, of the whole service, or nothing but an account. */
export interface Needs {
	readonly of: 'assignment' | 'service';
	readonly action: Action;
	/** Who may not do it is not told that it is there. */
	readonly isHidden?: true;
}

/** One way to change something of Kent, or to take something of it away: a form action or an address. */
export interface WayIn {
	/** '/(app)/recommendations/[ref]/[org]/plan move' */
	readonly name: string;
	readonly needs: Needs | null;
	/** The statuses by which it says that it was done. */
	readonly done: readonly number[];
	/** Makes what it is about, `number` telling it from all others, then lets the actor try. */
	readonly make: (
		app: TestApp,
		scene: Scene,
		role: RoleName,
		number: number
	) => Promise<(actor: Actor) => Promise<Answer>>;
}

/** What the policy says of somebody: done, or the status with which they are refused. */
export function verdictOn(actor: Actor, needs: Needs | null, organisationId: number) {
	if (needs === null) return 'done';
	if (needs.of === 'service') return can(actor, needs.action) ? 'done' : 403;
	const subject = { organisationId };
	// What they may not know of is not there.
	if (needs.isHidden) return can(actor, needs.action, subject) ? 'done' : 404;
	if (!can(actor, 'read-assignment', subject)) return 404;
	return can(actor, needs.action, subject) ? 'done' : 403;
}

/** Every form behind the door, and every address that answers with something else than a page. */
export const WAYS_IN: readonly WayIn[] = [
	...FORMS.map(wayOfForm),
	...POST_FORMS.map(wayOfPostForm),
	...PEOPLE_FORMS.map(wayOfPeopleForm),
	...SERVICE_FORMS.map(wayOfServiceForm),
	...TOKEN_WAYS,
	...WORDING_WAYS,
	...VIEW_WAYS,
	checkOfSeveralUpdates(),
	aboutRecommendation('parts', 'write-parts', {
		'label-0': 'a',
		'text-0': 'Records are sampled'
	}),
	aboutRecommendation('deadline', 'set-deadline', {
		kind: 'read',
		phrase: 'By March 2027, forces should',
		reached: '1'
	}),
	aboutRecommendation('criteria', 'write-criteria', {
		'text-0': 'Records are sampled',
		'text-1': 'Gaps are followed up'
	}),
	aboutRecommendation(
		'supersede',
		'supersede',
		{ by: 'NEW-1', reason: 'It asks for more' },
		(app) => aRecommendationOf(app, 'NEW', '2026-05-16')
	),
	upload(),
	...PACK_WAYS_IN,
	...WORKBOOK_WAYS,
	...ENDPOINTS.map(({ id, needs, paramsOf, done = [200] }): WayIn => ({
		name: `${id} GET`,
		needs,
		done,
		async make(app, scene, _role, number) {
			const params = await paramsOf(app, scene, number);
			return (actor) => callEndpoint(app, actor, { id, params });
		}
	}))
];

function wayOfForm(form: Form): WayIn {
	return {
		name: `${form.id} ${form.action}`,
		needs: { of: 'assignment', action: form.needs },
		done: [303],
		async make(app, scene, _role, number) {
			const { asked, fields } = await fillIn(app, scene, form, number);
			return (actor) => submit(app, actor, asked, fields);
		}
	};
}

function wayOfPostForm(form: PostFormCase): WayIn {
	return {
		name: `${form.id} ${form.action}`,
		needs: { of: 'assignment', action: form.needs },
		done: form.isRehearsal ? [200] : [303],
		async make(app, scene, role) {
			const { asked, fields } = await fillInPostForm(app, scene, form, role);
			return (actor) => submit(app, actor, asked, fields);
		}
	};
}

function wayOfPeopleForm(form: PeopleForm): WayIn {
	return {
		name: `${form.id} ${form.action}`,
		needs: form.isOwn ? null : { of: 'service', action: 'manage-people' },
		done: [303],
		async make(app, scene, role, number) {
			const id = String(await form.prepare(app, scene.people[role]));
			const asked = { id: form.id, action: form.action, params: { id } };
			const email = `sam.gray.${number}@kent.test`;
			const fields = 'email' in form.fields ? { ...form.fields, email } : form.fields;
			return (actor) => submit(app, actor, asked, fields);
		}
	};
}

function wayOfServiceForm(form: ServiceForm): WayIn {
	return {
		name: `${form.id} ${form.action ?? 'default'}`,
		needs: { of: 'service', action: form.needs },
		done: form.isRehearsal ? [200] : [303],
		make: (app, scene, _role, number) => readyToSend(app, scene, form, number)
	};
}

/** Carries nothing out: it shows what would be. */
function checkOfSeveralUpdates(): WayIn {
	const id = '/(app)/organisations/[code]/updates/new';
	return {
		name: `${id} check`,
		needs: { of: 'assignment', action: 'add-update' },
		done: [200],
		async make(app, scene, _role, number) {
			const staged = await stage(app, scene, 'in-progress', number);
			const asked = { id, action: 'check', params: { code: staged.organisation } };
			const { version } = await aForm(app, staged);
			const fields = { narrative: 'Briefed', assignment: `${staged.reference}:${version}` };
			return (actor) => submit(app, actor, asked, stamped(fields));
		}
	};
}

/** The first version of what the inspectorate writes of a recommendation. */
function aboutRecommendation(
	path: string,
	action: Action,
	fields: Readonly<Record<string, string>>,
	prepare: (app: TestApp) => Promise<unknown> = async () => {}
): WayIn {
	const id = `/(app)/recommendations/[ref]/${path}`;
	return {
		name: `${id} default`,
		needs: { of: 'service', action },
		done: [303],
		async make(app, scene, _role, number) {
			const { reference } = await stage(app, scene, 'in-progress', number);
			await prepare(app);
			const asked = { id, action: 'default', params: { ref: reference } };
			return (actor) => submit(app, actor, asked, stamped({ ...fields, version: '0' }));
		}
	};
}

function upload(): WayIn {
	const id = '/(app)/recommendations/[ref]/[org]/evidence/new';
	return {
		name: `${id} file`,
		needs: { of: 'assignment', action: 'add-evidence' },
		done: [303],
		async make(app, scene, _role, number) {
			const staged = await stage(app, scene, 'in-progress', number);
			const params = { ref: staged.reference, org: staged.organisation };
			const said = { title: 'New policy', shows: 'That it changed', marking: 'official' };
			const body = new FormData();
			for (const [name, value] of Object.entries(stamped(said))) body.append(name, value);
			body.append('files', new File([`policy ${number}`], 'policy.txt', { type: 'text/plain' }));
			return (actor) => submit(app, actor, { id, action: 'file', params } satisfies Sent, body);
		}
	};
}

type Sent = Asked & { readonly action: string };

function stamped(fields: Readonly<Record<string, string>>): Record<string, string> {
	return { ...fields, submissionKey: aKey().padEnd(16, 'x') };
}
