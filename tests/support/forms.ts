import type { Action } from '#lib/domain/policy.ts';
import { isVerdict } from '#lib/domain/review.ts';
import { moveOf, VERBS, type AssignmentStatus } from '#lib/domain/status.ts';
import { aForm, aKey } from './assignment-facts.ts';
import { dayFields } from './day-fields.ts';
import { AFTER_CLOSURE_FORMS } from './after-closure.ts';
import { EXEMPTION_FORMS } from './exemption.ts';
import { EXTENSION_FORMS } from './extension.ts';
import { REVIEW_FORMS } from './review.ts';
import { PLAN_FORMS } from './plan-forms.ts';
import { WAITING_FORMS } from './waiting.ts';
import { WRITING_FORMS } from './writing-forms.ts';
import { stage, type Scene, type Staged } from './scene.ts';
import type { TestApp } from './test-app.ts';

/** A form as a page shows it, and what somebody fills in who knows what to say. */
export interface Form {
	readonly id: string;
	readonly action: string;
	readonly needs: Action;
	readonly from: AssignmentStatus;
	readonly fields: Readonly<Record<string, string>>;
	/** Fields that it also takes, and that are left empty. */
	readonly optional?: readonly string[];
	readonly verb?: string;
	/** Fields whose values are known only once the assignment stands. */
	readonly fieldsOf?: (staged: Staged) => Readonly<Record<string, string>>;
	/** What must stand before, beyond the assignment and its status. */
	readonly prepare?: (app: TestApp, scene: Scene, staged: Staged) => Promise<unknown>;
	/** Makes what must stand before, and answers the fields that name it. */
	readonly make?: (app: TestApp, staged: Staged) => Promise<Readonly<Record<string, string>>>;
}

const ASSIGNMENT = '/(app)/recommendations/[ref]/[org]';
/** What else may be said of evidence; `shownOn` arrives in three parts. */
const SAID = ['sort', 'page', 'part', 'action', 'versionOf'];
const STATEMENT = { title: 'New policy', shows: 'That it changed', marking: 'official' };

/** Every form below (app) that sends text; files arrive in another way and have tests of their own. */
export const FORMS: readonly Form[] = [
	...VERBS.filter((verb) => verb !== 'report-complete' && !isVerdict(verb)).map((verb) => ({
		id: `${ASSIGNMENT}/moves/[verb]`,
		action: 'default',
		needs: verb,
		from: moveOf(verb).from[0]!,
		fields: { reason: 'It came to light', basis: 'visit' },
		verb
	})),
	{
		id: `${ASSIGNMENT}/acceptance`,
		action: 'default',
		needs: 'record-acceptance',
		from: 'not-started',
		fields: { acceptance: 'not-accepted', reason: 'It duplicates guidance' }
	},
	{
		id: `${ASSIGNMENT}/deadline`,
		action: 'default',
		needs: 'set-deadline',
		from: 'in-progress',
		fields: {
			kind: 'fixed-day',
			...dayFields('lastDay', 30, 9, 2026),
			rule: 'The day agreed at the board',
			reason: 'Agreed at the board'
		},
		optional: ['phrase']
	},
	{
		id: `${ASSIGNMENT}/evidence/new`,
		action: 'link',
		needs: 'add-evidence',
		from: 'in-progress',
		fields: { ...STATEMENT, linkUrl: 'https://kent.example/policy' },
		optional: SAID
	},
	{
		id: `${ASSIGNMENT}/evidence/new`,
		action: 'sighting',
		needs: 'add-evidence',
		from: 'in-progress',
		fields: {
			...STATEMENT,
			heldWhere: 'The secure room',
			custodian: 'Head of Custody',
			seenBy: 'HMI Jo Fox',
			...dayFields('seenOn', 27, 2, 2026)
		},
		optional: SAID
	},
	{
		id: '/(app)/evidence/[key]/withdraw',
		action: 'default',
		needs: 'withdraw-evidence',
		from: 'in-progress',
		fields: { reason: 'The wrong version' }
	},
	{
		id: `${ASSIGNMENT}/owner`,
		action: 'default',
		needs: 'set-owner',
		from: 'in-progress',
		fields: {
			title: 'Head of Custody',
			holder: 'Kim Poe',
			delivery: 'Custody Manager',
			deliveryHolder: 'Jo Lee'
		}
	},
	...WRITING_FORMS,
	...AFTER_CLOSURE_FORMS,
	...EXEMPTION_FORMS,
	...EXTENSION_FORMS,
	...REVIEW_FORMS,
	...WAITING_FORMS,
	...PLAN_FORMS
];

/** The form as it stands on the page of a new assignment of Kent: where it is sent, and what is sent. */
export async function fillIn(app: TestApp, scene: Scene, form: Form, number: number) {
	const staged = await stage(app, scene, form.from, number);
	await form.prepare?.(app, scene, staged);
	const made = await form.make?.(app, staged);
	return {
		staged,
		asked: { id: form.id, action: form.action, params: paramsOf(form, staged) },
		fields: {
			...form.fields,
			...form.fieldsOf?.(staged),
			...made,
			version: String((await aForm(app, staged)).version),
			submissionKey: aKey().padEnd(16, 'x')
		}
	};
}

function paramsOf({ verb }: Form, staged: Staged): Record<string, string> {
	return {
		ref: staged.reference,
		org: staged.organisation,
		code: staged.organisation,
		key: staged.evidenceKey,
		action: staged.actionKey,
		...{ byRef: 'OIC-97', byOrg: 'ESSEX' },
		...(verb ? { verb } : {})
	};
}
