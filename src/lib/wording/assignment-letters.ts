import type { AssignmentMailFacts, MailWords } from './mail.ts';
import { formatDay } from './dates.ts';
import { letter } from './mail.ts';
import { plainLine } from './plain-line.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';

/** What one kind of letter says of an assignment, to whom, and the page it links to. */
export interface Letter {
	/** All inspectors, or the leads of the organisation. */
	readonly to: 'inspectors' | 'leads';
	readonly page: 'assignment' | 'exemption' | 'extensions' | 'review' | 'waitedFor';
	/** In the subject: 'OIC-7 <word>: Kent Police' */
	readonly word: string;
	/** 'On 4 June 2026 Alex Doe <act>' Reasons and narratives stay in the service. */
	readonly act: string;
}

/** One sentence a letter: whoever reads them together sees what is told, and to whom. */
const LETTERS = {
	'report-complete': toInspectors(
		'assignment',
		'reported complete',
		'reported this complete. It needs a decision.'
	),
	'withdraw-claim': toInspectors(
		'assignment',
		'claim withdrawn',
		'withdrew the claim that this is complete. Nothing has to be decided.'
	),
	confirm: toLeads('assignment', 'confirmed', 'confirmed that this is complete.'),
	return: toLeads('assignment', 'returned', 'returned this. Sign in to read the reasons.'),
	reopen: toLeads('assignment', 'reopened', 'reopened this. Sign in to read why.'),
	'set-not-applicable': toLeads(
		'assignment',
		'not applicable',
		'set this not applicable. Sign in to read why.'
	),
	'set-not-accepted': toLeads(
		'assignment',
		'closed as not accepted',
		'closed this as not accepted. Sign in to read why.'
	),
	'set-no-further-action': toLeads(
		'assignment',
		'no further action',
		'closed this with no further action. Sign in to read why.'
	),
	'allocation-add': toLeads(
		'assignment',
		'falls to you',
		'recorded that this recommendation falls to your organisation. Sign in to read why.'
	),
	'allocation-withdraw': toLeads(
		'assignment',
		'no longer falls to you',
		'closed this, because the recommendation no longer falls to your organisation. Sign in to read why.'
	),
	'allocation-change-capacity': toLeads(
		'assignment',
		'part changed',
		'changed whether your organisation leads this or contributes to it. Sign in to read why.'
	),
	'recheck-sustained': toLeads(
		'assignment',
		'looked at again',
		'looked again at this and found it sustained.'
	),
	'recheck-reopened': toLeads(
		'assignment',
		'reopened',
		'looked again at this and reopened it. Sign in to read the reasons.'
	),
	superseded: toLeads(
		'assignment',
		'superseded',
		'closed this with no further action, because a later recommendation takes its place.'
	),
	'ask-exemption': toInspectors(
		'exemption',
		'asked to be not applicable',
		'asked for this to be not applicable. It needs a decision.'
	),
	'withdraw-exemption': toInspectors(
		'exemption',
		'request withdrawn',
		'withdrew the request for this to be not applicable. Nothing has to be decided.'
	),
	'agree-exemption': toLeads('exemption', 'not applicable', 'agreed that this is not applicable.'),
	'refuse-exemption': toLeads(
		'exemption',
		'stays applicable',
		'did not agree that this is not applicable. Sign in to read why.'
	),
	'ask-extension': toInspectors(
		'extensions',
		'asked for more time',
		'asked for a later deadline. It needs a decision.'
	),
	'withdraw-extension': toInspectors(
		'extensions',
		'request for more time withdrawn',
		'withdrew the request for a later deadline. Nothing has to be decided.'
	),
	'grant-extension': toLeads(
		'extensions',
		'extension granted',
		'granted the later deadline that was asked for.'
	),
	'grant-other-extension': toLeads(
		'extensions',
		'another deadline granted',
		'granted a later deadline, but not the one that was asked for. Sign in to read which.'
	),
	'refuse-extension': toLeads(
		'extensions',
		'extension refused',
		'did not grant a later deadline. Sign in to read why.'
	),
	// What inspectors tell each other of a review before it is in force: the organisation learns nothing of it.
	'review-to-countersign': toInspectors(
		'review',
		'waits for a second inspector',
		'reviewed this claim. The decision waits for a second inspector.'
	),
	'review-not-agreed': toInspectors(
		'review',
		'review not agreed',
		'did not agree with the review of this claim. It waits for another review.'
	),
	'review-handed': toInspectors(
		'review',
		'claim to review',
		'handed the review of this claim over to you.'
	),
	// In the name of the body that waits, to the one that is waited for; and the other way round.
	'wait-recorded': toLeads(
		'waitedFor',
		'is waited for',
		'recorded that it waits for this. Sign in to read why, and acknowledge or dispute it.'
	),
	'wait-acknowledged': toLeads(
		'assignment',
		'wait acknowledged',
		'acknowledged that this waits for it.'
	),
	'wait-disputed': toLeads(
		'assignment',
		'wait disputed',
		'disputed that this waits for it. Sign in to read why. The deadline runs on.'
	),
	// Whether it was a comment or a note of the inspectorate stays in the service.
	mentioned: toLeads(
		'assignment',
		'mentions you',
		'mentioned you in what was written about this. Sign in to read it.'
	),
	// What was found, and in which file, stays in the service.
	quarantined: toInspectors(
		'assignment',
		'file quarantined',
		'found something in a file of evidence. Nobody can open the file any more. Sign in to see which.'
	)
} as const satisfies Record<string, Letter>;

export type AssignmentLetter = keyof typeof LETTERS;

export function letterAbout(name: AssignmentLetter): Letter {
	return LETTERS[name];
}

export function isLetter(name: string): name is AssignmentLetter {
	return Object.hasOwn(LETTERS, name);
}

export function assignmentMail(name: AssignmentLetter, facts: AssignmentMailFacts): MailWords {
	const { word, act } = LETTERS[name];
	return frame(facts, word, act);
}

/** To the leads, when the inspectorate sets or moves the deadline of one assignment. Why stays in the service. */
export function deadlineMail(
	facts: AssignmentMailFacts,
	{ previous, lastDay }: { readonly previous: PlainDate | null; readonly lastDay: PlainDate | null }
): MailWords {
	if (lastDay === null) {
		return previous === null
			? frame(facts, 'has no deadline', 'recorded that no deadline is set for this.')
			: frame(
					facts,
					'deadline taken away',
					`took away the deadline of ${formatDay(previous)}. Sign in to read why.`
				);
	}
	if (previous === null) {
		return frame(facts, 'deadline set', `set the deadline of this to ${formatDay(lastDay)}.`);
	}
	if (previous === lastDay) {
		const act = `stated the deadline of this again. It stays ${formatDay(lastDay)}. Sign in to read why.`;
		return frame(facts, 'deadline stated again', act);
	}
	const days = `from ${formatDay(previous)} to ${formatDay(lastDay)}`;
	return frame(facts, 'deadline moved', `moved the deadline of this ${days}. Sign in to read why.`);
}

function toInspectors(page: Letter['page'], word: string, act: string) {
	return { to: 'inspectors', page, word, act } as const;
}

function toLeads(page: Letter['page'], word: string, act: string) {
	return { to: 'leads', page, word, act } as const;
}

function frame(facts: AssignmentMailFacts, word: string, act: string): MailWords {
	const { reference, title, organisation } = facts;
	return letter(
		`${reference} ${word}: ${organisation}`,
		`${plainLine(reference)}: ${plainLine(title)}\n${plainLine(organisation)}`,
		act,
		facts
	);
}
