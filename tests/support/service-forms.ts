import type { Action } from '#lib/domain/policy.ts';
import { ADMINISTRATION_FORMS } from './administration-forms.ts';
import { aKey } from './assignment-facts.ts';
import { PERIOD_FORMS } from './period.ts';
import { submit, type Answer } from './routes.ts';
import { SAMPLE_FORMS } from './sample-forms.ts';
import { SECTION55_FORMS } from './section55.ts';
import type { Scene } from './scene.ts';
import { WORDING_FORMS } from './wording-forms.ts';
import type { TestApp } from './test-app.ts';
import type { Actor } from '#lib/domain/actor.ts';

/** A form about what belongs to no organisation, and what somebody fills in who knows what to say. */
export interface ServiceForm {
	readonly id: string;
	/** 'default' where it is left out. */
	readonly action?: string;
	/** The policy's row that it asks of the whole service. */
	readonly needs: Action;
	readonly fields: Readonly<Record<string, string>>;
	/** Nothing is stored: the answer is a page that counts. */
	readonly isRehearsal?: true;
	/** Makes what the form is about; answers what names it, and the fields that are known only then. */
	readonly prepare: (
		app: TestApp,
		scene: Scene,
		number: number
	) => Promise<{
		readonly params?: Readonly<Record<string, string>>;
		readonly fields?: Readonly<Record<string, string>>;
	}>;
}

/** Every form about what belongs to no organisation, beside people and accounts. */
export const SERVICE_FORMS: readonly ServiceForm[] = [
	...SAMPLE_FORMS,
	...PERIOD_FORMS,
	...ADMINISTRATION_FORMS,
	...SECTION55_FORMS,
	...WORDING_FORMS
];

/** Makes what the form is about, then lets the actor send it. */
export async function readyToSend(
	app: TestApp,
	scene: Scene,
	form: ServiceForm,
	number: number
): Promise<(actor: Actor) => Promise<Answer>> {
	const { params = {}, fields = {} } = await form.prepare(app, scene, number);
	const asked = { id: form.id, action: form.action ?? 'default', params };
	const submissionKey = aKey().padEnd(16, 'x');
	return (actor) => submit(app, actor, asked, { ...form.fields, ...fields, submissionKey });
}
