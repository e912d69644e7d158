import { holdsRole, ownOrganisationIds, type Actor } from './actor.ts';
import { notAllowed } from './refusal.ts';

/** Who a right can be granted to. `own-` means: for the organisation that the subject belongs to. */
export type Grant =
	| 'administrator'
	| 'inspector'
	/** An inspector who does not belong to the organisation, whatever else they are. */
	| 'outside-inspector'
	| 'national-observer'
	| 'own-lead'
	| 'own-contributor'
	| 'own-observer';

const READERS: readonly Grant[] = [
	'inspector',
	'national-observer',
	'own-lead',
	'own-contributor',
	'own-observer'
];
const OWNERS: readonly Grant[] = ['own-lead', 'own-contributor'];
const INSPECTORATE: readonly Grant[] = ['inspector'];

/** Every right in the service, and who holds it. The only place that says so. */
export const POLICY = {
	'read-assignment': READERS,
	'read-organisation': READERS,
	'read-audit-trail': ['inspector', 'administrator'],
	'read-review-queue': ['inspector'],
	/** Which claims were drawn for checking, and what came of it: the inspectorate's own work. */
	'read-samples': INSPECTORATE,
	'draw-sample': INSPECTORATE,
	'record-sample-outcome': INSPECTORATE,
	'read-summary': ['inspector', 'national-observer', 'own-lead', 'own-contributor', 'own-observer'],
	/** What was issued: to whoever may read all that is in it. */
	'read-pack': READERS,
	'prepare-national-pack': INSPECTORATE,
	'prepare-own-pack': ['own-lead'],
	'add-update': OWNERS,
	/** Bringing back a filled-in workbook to be looked at; accepting what it asks needs the rights of its forms. */
	'bring-workbook': ['inspector', 'own-lead', 'own-contributor'],
	'add-evidence': OWNERS,
	'withdraw-evidence': ['own-lead'],
	'download-evidence': READERS,
	'record-acceptance': ['own-lead'],
	start: OWNERS,
	'report-complete': ['own-lead'],
	'withdraw-claim': ['own-lead'],
	resume: OWNERS,
	confirm: INSPECTORATE,
	return: INSPECTORATE,
	countersign: INSPECTORATE,
	'take-review': INSPECTORATE,
	reopen: INSPECTORATE,
	/** Looking again, some months on, at what was confirmed. */
	recheck: INSPECTORATE,
	supersede: INSPECTORATE,
	'set-not-applicable': INSPECTORATE,
	'set-not-accepted': INSPECTORATE,
	'set-no-further-action': INSPECTORATE,
	'set-deadline': INSPECTORATE,
	'write-parts': ['inspector', 'administrator'],
	'write-criteria': INSPECTORATE,
	'set-owner': ['own-lead'],
	'change-holder': ['own-lead'],
	/** Of a post that one has taken up oneself: nobody accepts for another. */
	'accept-handover': OWNERS,
	'reassign-posts': ['own-lead'],
	'record-waiting': ['own-lead'],
	/**
	 * Of the assignment that is waited for: its own lead and nobody else, the waiting body and the inspectorate
	 * neither. Whoever may read that assignment sees of the other body the facts of the wait and nothing more:
	 * whose it is, which recommendation, since when, why and until which review. The waiting body in turn sees the
	 * answer, its day and its reason; neither sees who of the other body wrote it.
	 */
	'answer-waiting': ['own-lead'],
	'ask-exemption': ['own-lead'],
	'decide-exemption': INSPECTORATE,
	'ask-extension': ['own-lead'],
	'decide-extension': INSPECTORATE,
	'set-target': ['own-lead'],
	comment: ['inspector', 'own-lead', 'own-contributor'],
	'keep-note': ['outside-inspector'],
	'read-notes': ['outside-inspector'],
	'write-plan': OWNERS,
	'record-parts': OWNERS,
	'drop-action': ['own-lead'],
	/** Of every organisation: a lead reads those of their own on its page. */
	'read-reporting': ['inspector', 'national-observer'],
	/** The rhythm, opening and closing, and whom to chase. */
	'run-reporting': INSPECTORATE,
	/** Inspections and what their recommendations say; how claims are decided on is the inspectorate's too. */
	'manage-inspections': ['administrator'],
	'set-inspection': ['inspector', 'administrator'],
	/** Whom a recommendation falls to. It opens nothing of what a body has written. */
	'manage-allocation': ['inspector', 'administrator'],
	/** The list of all; of one force its readers read the page that belongs to it. */
	'read-section55': ['inspector', 'national-observer'],
	/**
	 * What a local policing body has published. The duty is that body's and not the chief constable's, so no lead
	 * of a force speaks for it: an inspector records what can be read by everybody.
	 */
	'record-section55': INSPECTORATE,
	/** Official wording as it was published, and which organisations an addressee's phrase stands for. */
	'load-wording': ['inspector', 'administrator'],
	/** It puts wording and deadlines in force, so an inspector does it; never whoever loaded it. */
	'accept-wording': INSPECTORATE,
	'manage-people': ['administrator'],
	'manage-organisations': ['administrator'],
	'load-register': ['administrator'],
	'read-outbox': ['administrator']
} as const satisfies Record<string, readonly Grant[]>;

export type Action = keyof typeof POLICY;
export const ACTIONS = Object.keys(POLICY) as Action[];

export interface Subject {
	/** The organisation that the subject belongs to; null for what belongs to none. */
	readonly organisationId: number | null;
}

const NATIONAL: Subject = { organisationId: null };

export function can(actor: Actor, action: Action, subject: Subject = NATIONAL): boolean {
	return POLICY[action].some((grant) => holdsGrant(actor, grant, subject));
}

/** Refuses with `not-allowed` where `can` says no. */
export function mustBeAbleTo(actor: Actor, action: Action, subject: Subject = NATIONAL): void {
	if (!can(actor, action, subject)) throw notAllowed(action);
}

export function holdsGrant(actor: Actor, grant: Grant, subject: Subject): boolean {
	switch (grant) {
		case 'administrator':
			return holdsRole(actor, 'administrator');
		case 'inspector':
			return holdsRole(actor, 'inspector');
		case 'outside-inspector':
			return holdsRole(actor, 'inspector') && !belongsTo(actor, subject.organisationId);
		case 'national-observer':
			return holdsRole(actor, 'observer', null);
		default:
			if (subject.organisationId === null) return false;
			return holdsRole(actor, OWN_ROLE[grant], subject.organisationId);
	}
}

const OWN_ROLE = {
	'own-lead': 'lead',
	'own-contributor': 'contributor',
	'own-observer': 'observer'
} as const;

function belongsTo(actor: Actor, organisationId: number | null): boolean {
	const own = ownOrganisationIds(actor);
	// What belongs to no organisation is about all of them.
	return organisationId === null ? own.length > 0 : own.includes(organisationId);
}
