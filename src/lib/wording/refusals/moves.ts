import type { AssignmentStatus } from '#lib/domain/status.ts';
import type { ClaimProblem } from '#lib/domain/claim-check.ts';
import type { ChangedMeanwhile } from '#lib/domain/several.ts';
import { claimProblemText } from '../claim.ts';
import { STATUS_LOOK } from '../status.ts';
import { MARKING_WORDS } from '../evidence.ts';
import type { Marking } from '#lib/domain/evidence.ts';
import { changedText } from '../several.ts';
import { numberFact, type RefusalWords } from './words.ts';

export const MOVE_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'move-not-possible': {
		title: 'This is no longer possible',
		message: ({ status }) =>
			isStatus(status)
				? `This cannot be done while the status is “${STATUS_LOOK[status].word}”. Somebody may have changed it since you opened the page.`
				: 'The status does not allow this. Somebody may have changed it since you opened the page.'
	},
	'assignment-closed': {
		title: 'This assignment is closed',
		message: ({ status }) =>
			isStatus(status)
				? `The status is “${STATUS_LOOK[status].word}”, so nothing more can be added. An inspector can reopen it.`
				: 'Nothing more can be added to a closed assignment. An inspector can reopen it.'
	},
	'assignment-needed': { message: 'Select at least one assignment' },
	'too-many-assignments': {
		message: ({ max }) => `Select ${numberFact(max) ?? 'fewer'} assignments or fewer`
	},
	'several-changed': {
		message: ({ changed }) =>
			Array.isArray(changed)
				? (changed as ChangedMeanwhile[]).map(changedText).join(' ')
				: 'Something changed since you opened this page. Nothing was published.'
	},
	'evidence-needed': {
		message: 'Add at least one piece of evidence before you report this complete'
	},
	'claim-incomplete': {
		message: ({ problems }) =>
			Array.isArray(problems)
				? (problems as ClaimProblem[]).map(claimProblemText).join('. ')
				: 'Something still stands against this claim'
	},
	'points-changed': {
		message:
			'The parts or criteria have changed since you opened this page. Your text is still here: select the evidence again.'
	},
	'evidence-withdrawn': {
		message: ({ title }) =>
			`${quoted(title)} has been withdrawn, so a claim cannot rest on it. Select other evidence.`
	},
	'evidence-infected': {
		message: ({ title }) =>
			`The malware scanner found something in ${quoted(title)}, so a claim cannot rest on it. Select other evidence.`
	},
	'evidence-superseded': {
		message: ({ title }) => `${quoted(title)} has a newer version. Select that version instead.`
	},
	'claimant-cannot-decide': {
		title: 'Somebody else must decide this',
		message:
			'You reported this complete, so you cannot decide whether it is. Ask another inspector.'
	},
	'evidence-behind-claim': {
		title: 'A claim rests on this evidence',
		message: ({ status }) =>
			status === 'confirmed'
				? 'This evidence cannot be withdrawn, because the assignment was confirmed on it. Ask an inspector to reopen the assignment first.'
				: 'This evidence cannot be withdrawn while a claim rests on it. Withdraw the claim first.'
	},
	'already-withdrawn': { message: 'This evidence has been withdrawn already' },
	'already-waiting': {
		message: 'This is recorded as waiting already. End that wait before you record another.'
	},
	'not-waiting': { message: 'This is not recorded as waiting, so there is no wait to end' },
	'wait-ended': {
		title: 'Nobody waits for this',
		message:
			'This wait is not open: it has ended since, or there never was one. There is nothing to answer.'
	},
	'statement-needed': { message: 'Enter what has been done' },
	'reason-needed': { message: 'Enter a reason' },
	'basis-needed': { message: 'Select what your decision rests on' },
	'marking-too-high': {
		message: ({ marking }) =>
			`This service cannot hold ${isMarking(marking) ? MARKING_WORDS[marking] : 'material above OFFICIAL-SENSITIVE'}. Record it as “Sighted, not uploaded” instead.`
	}
};

function quoted(title: unknown): string {
	return typeof title === 'string' ? `“${title}”` : 'The evidence';
}

function isStatus(fact: unknown): fact is AssignmentStatus {
	return typeof fact === 'string' && Object.hasOwn(STATUS_LOOK, fact);
}

function isMarking(fact: unknown): fact is Marking {
	return typeof fact === 'string' && Object.hasOwn(MARKING_WORDS, fact);
}
