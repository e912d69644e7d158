import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import type { Action } from '#lib/domain/policy.ts';
import { isVerdict } from '#lib/domain/review.ts';
import { moveOf, VERBS, type AssignmentStatus } from '#lib/domain/status.ts';
import type { FormStamp } from '#lib/server/db/queries/begin-change.ts';
import { recordAcceptance } from '#lib/server/services/acceptance.ts';
import { moveAssignment, type PlainVerb } from '#lib/server/services/assignment-moves.ts';
import { reportComplete } from '#lib/server/services/claims.ts';
import { setDeadline } from '#lib/server/services/deadlines.ts';
import { addFiles, addLink, addSighting } from '#lib/server/services/evidence.ts';
import { withdrawEvidence } from '#lib/server/services/evidence-withdrawal.ts';
import { addUpdate } from '#lib/server/services/progress-updates.ts';
import { AFTER_CLOSURE_COMMANDS } from './after-closure.ts';
import { PART_COMMANDS } from './part-commands.ts';
import { EXEMPTION_COMMANDS } from './exemption.ts';
import { EXTENSION_COMMANDS } from './extension.ts';
import { PLAN_COMMANDS } from './plan-commands.ts';
import { POST_COMMANDS } from './post-commands.ts';
import { REVIEW_COMMANDS } from './review.ts';
import type { Scene, Staged } from './scene.ts';
import type { TestApp } from './test-app.ts';
import { WAITING_COMMANDS } from './waiting.ts';
import { WRITING_COMMANDS } from './writing-commands.ts';

/** What a command is given: the register, whoever acts, the assignment, its form, and the words they typed. */
export interface Given {
	readonly app: TestApp;
	readonly scene: Scene;
	readonly actor: Actor;
	readonly staged: Staged;
	/** Another assignment, of Essex. */
	readonly other: Staged;
	readonly form: FormStamp;
	/** The words typed into the field of that name. */
	readonly typed: (field: string) => string;
}

/** A command of the services, with what every one of them owes. */
export interface Command {
	readonly name: string;
	/** The policy's row that it asks. */
	readonly action: Action;
	/** A status in which it can be carried out. */
	readonly from: AssignmentStatus;
	/** What its form carries: a version and a key, a key alone, or neither. */
	readonly form: 'stamp' | 'key' | 'none';
	/** Field as typed, then where it is stored: [field, table, column]. */
	readonly fields: readonly (readonly [string, string, string])[];
	/** What must stand before, beyond the status. */
	readonly prepare?: (given: Omit<Given, 'form'>) => Promise<unknown>;
	readonly run: (given: Given) => Promise<unknown>;
}

const SHA256 = 'ab'.repeat(32);

function moveCommand(verb: PlainVerb): Command {
	return {
		name: verb,
		action: verb,
		from: moveOf(verb).from[0]!,
		form: 'stamp',
		fields: [['reason', 'status_change', 'reason']],
		run: ({ app, actor, staged, form, typed }) =>
			moveAssignment(app, actor, staged, {
				...form,
				verb,
				reason: typed('reason'),
				basis: 'later-inspection'
			})
	};
}

const CLAIM: Command = {
	name: 'report-complete',
	action: 'report-complete',
	from: 'in-progress',
	form: 'stamp',
	fields: [
		['statement', 'status_change', 'statement'],
		['page', 'claim_link', 'page']
	],
	run: ({ app, actor, staged, form, typed }) =>
		reportComplete(app, actor, staged, {
			...form,
			statement: typed('statement'),
			links: [{ point: 'whole', evidenceKey: staged.evidenceKey, page: typed('page') }]
		})
};

const OTHERS: readonly Command[] = [
	{
		name: 'add an update',
		action: 'add-update',
		from: 'not-started',
		form: 'stamp',
		fields: [
			['narrative', 'progress_update', 'narrative'],
			['milestone', 'progress_update', 'next_milestone']
		],
		run: ({ app, actor, staged, form, typed }) =>
			addUpdate(app, actor, staged, {
				...form,
				narrative: typed('narrative'),
				confidence: 'probable',
				nextMilestone: typed('milestone'),
				nextMilestoneOn: plainDate('2026-06-01'),
				move: 'start'
			})
	},
	{
		name: 'add a file',
		action: 'add-evidence',
		from: 'in-progress',
		form: 'key',
		fields: [
			['title', 'evidence', 'title'],
			['shows', 'evidence', 'shows'],
			['name', 'evidence', 'file_name']
		],
		run: ({ app, actor, staged, form, typed }) =>
			addFiles(app, actor, staged, {
				...statement(form, typed),
				files: [{ sha256: SHA256, bytes: 9, mediaType: 'application/pdf', name: typed('name') }]
			})
	},
	{
		name: 'add a version of evidence',
		action: 'add-evidence',
		from: 'in-progress',
		form: 'key',
		fields: [
			['title', 'evidence', 'title'],
			['page', 'evidence', 'page']
		],
		run: ({ app, actor, staged, form, typed }) =>
			addFiles(app, actor, staged, {
				...statement(form, typed),
				page: typed('page'),
				versionOf: staged.evidenceKey,
				files: [{ sha256: SHA256, bytes: 9, mediaType: 'application/pdf', name: 'a.pdf' }]
			})
	},
	{
		name: 'add a link',
		action: 'add-evidence',
		from: 'in-progress',
		form: 'key',
		fields: [
			['title', 'evidence', 'title'],
			['shows', 'evidence', 'shows'],
			['address', 'evidence', 'link_url']
		],
		run: ({ app, actor, staged, form, typed }) =>
			addLink(app, actor, staged, { ...statement(form, typed), linkUrl: typed('address') })
	},
	{
		name: 'add a sighting',
		action: 'add-evidence',
		from: 'in-progress',
		form: 'key',
		fields: [
			['title', 'evidence', 'title'],
			['shows', 'evidence', 'shows'],
			['where', 'evidence', 'held_where'],
			['custodian', 'evidence', 'custodian'],
			['seen by', 'evidence', 'seen_by']
		],
		run: ({ app, actor, staged, form, typed }) =>
			addSighting(app, actor, staged, {
				...statement(form, typed),
				heldWhere: typed('where'),
				custodian: typed('custodian'),
				seenBy: typed('seen by'),
				seenOn: plainDate('2026-02-27')
			})
	},
	{
		name: 'withdraw evidence',
		action: 'withdraw-evidence',
		from: 'in-progress',
		form: 'key',
		fields: [['reason', 'evidence', 'withdrawn_reason']],
		run: ({ app, actor, staged, form: { submissionKey }, typed }) =>
			withdrawEvidence(app, actor, staged.evidenceKey, { submissionKey, reason: typed('reason') })
	},
	{
		name: 'record acceptance',
		action: 'record-acceptance',
		from: 'not-started',
		form: 'stamp',
		fields: [['reason', 'acceptance_change', 'reason']],
		run: ({ app, actor, staged, form, typed }) =>
			recordAcceptance(app, actor, staged, {
				...form,
				acceptance: 'partly-accepted',
				reason: typed('reason')
			})
	},
	{
		name: 'set a deadline',
		action: 'set-deadline',
		from: 'in-progress',
		form: 'stamp',
		fields: [
			['phrase', 'deadline_revision', 'phrase'],
			['rule', 'deadline_revision', 'rule'],
			['reason', 'deadline_revision', 'reason']
		],
		run: ({ app, actor, staged, form, typed }) =>
			setDeadline(app, actor, staged, {
				...form,
				phrase: typed('phrase'),
				kind: 'month',
				lastDay: plainDate('2026-09-30'),
				rule: typed('rule'),
				setBy: 'inspectorate',
				reason: typed('reason')
			})
	}
];

/** Every command that changes an assignment or what belongs to it. */
export const COMMANDS: readonly Command[] = [
	...VERBS.flatMap((verb) =>
		verb === 'report-complete' ? CLAIM : isVerdict(verb) ? [] : moveCommand(verb)
	),
	...REVIEW_COMMANDS,
	...AFTER_CLOSURE_COMMANDS,
	...POST_COMMANDS,
	...OTHERS,
	...PLAN_COMMANDS,
	...PART_COMMANDS,
	...WRITING_COMMANDS,
	...EXEMPTION_COMMANDS,
	...EXTENSION_COMMANDS,
	...WAITING_COMMANDS
];

function statement({ submissionKey }: FormStamp, typed: Given['typed']) {
	return {
		title: typed('title'),
		shows: typed('shows'),
		marking: 'official-sensitive' as const,
		submissionKey
	};
}
