import { plural } from './counts.ts';
import { formatDay, formatInstant } from './dates.ts';
import { plainLine } from './plain-line.ts';
import { SERVICE_NAME } from './service.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';

/** A message as plain text. It carries a reference, a short title, a link, who and when: never a narrative. */
export interface MailWords {
	readonly subject: string;
	readonly text: string;
}

export interface LinkFacts {
	/** Whom the message greets. */
	readonly name: string;
	/** The whole address, with its secret. */
	readonly link: string;
	/** Epoch milliseconds. */
	readonly expiresAt: number;
}

/** What a message about an assignment may say. */
export interface AssignmentMailFacts {
	/** 'OIC-7' */
	readonly reference: string;
	readonly title: string;
	readonly organisation: string;
	readonly actorName: string;
	readonly onDay: PlainDate;
	readonly link: string;
}

export function invitationMail(facts: LinkFacts & { readonly invitedBy: string }): MailWords {
	return mail(`You are invited to the ${SERVICE_NAME}`, [
		`Dear ${plainLine(facts.name)}`,
		`${plainLine(facts.invitedBy)} has invited you to the ${SERVICE_NAME}.`,
		`Use this link to choose a password:\n${facts.link}`,
		`The link works once, until ${formatInstant(facts.expiresAt)}.`,
		'If you did not expect this message, do nothing.'
	]);
}

export function passwordResetMail(facts: LinkFacts): MailWords {
	return mail(`Reset your password for the ${SERVICE_NAME}`, [
		`Dear ${plainLine(facts.name)}`,
		`Use this link to choose a new password:\n${facts.link}`,
		`The link works once, until ${formatInstant(facts.expiresAt)}.`,
		'If you did not ask for it, tell an administrator. Your password has not changed.'
	]);
}

/** To whoever signs in with it, so that a change that was not theirs does not pass unseen. */
export function passwordChangedMail(facts: { name: string; at: number }): MailWords {
	return mail(`Your password for the ${SERVICE_NAME} has changed`, [
		`Dear ${plainLine(facts.name)}`,
		`Your password was changed on ${formatInstant(facts.at)}.`,
		'If that was not you, tell an administrator at once.'
	]);
}

/** To inspectors: a claim waits for a decision. */
export function claimWaitingMail(facts: AssignmentMailFacts): MailWords {
	return assignmentMail(facts, 'reported complete', 'reported this complete. It needs a decision.');
}

/** To the organisation's leads. */
export function confirmedMail(facts: AssignmentMailFacts): MailWords {
	return assignmentMail(facts, 'confirmed', 'confirmed that this is complete.');
}

/** To the organisation's leads. The reasons stay in the service. */
export function returnedMail(facts: AssignmentMailFacts): MailWords {
	return assignmentMail(facts, 'returned', 'returned this. Sign in to read the reasons.');
}

/** After closure, to the organisation's leads. The reasons stay in the service. */
export const AFTER_CLOSURE_MAILS = {
	sustained: (facts: AssignmentMailFacts) =>
		assignmentMail(facts, 'looked at again', 'looked again at this and found it sustained.'),
	reopened: (facts: AssignmentMailFacts) =>
		assignmentMail(
			facts,
			'reopened',
			'looked again at this and reopened it. Sign in to read the reasons.'
		),
	superseded: (facts: AssignmentMailFacts) =>
		assignmentMail(
			facts,
			'superseded',
			'closed this with no further action, because a later recommendation takes its place.'
		)
};

/** A request to be not applicable: what the organisation does to inspectors, the answer to its leads. No reasons. */
export const EXEMPTION_MAILS = {
	ask: (facts: AssignmentMailFacts) =>
		assignmentMail(
			facts,
			'asked to be not applicable',
			'asked for this to be not applicable. It needs a decision.'
		),
	withdraw: (facts: AssignmentMailFacts) =>
		assignmentMail(
			facts,
			'request withdrawn',
			'withdrew the request for this to be not applicable. Nothing has to be decided.'
		),
	agree: (facts: AssignmentMailFacts) =>
		assignmentMail(facts, 'not applicable', 'agreed that this is not applicable.'),
	refuse: (facts: AssignmentMailFacts) =>
		assignmentMail(
			facts,
			'stays applicable',
			'did not agree that this is not applicable. Sign in to read why.'
		)
} as const;

/** A request for more time: what the organisation does to inspectors, the answer to its leads. No reasons. */
export const EXTENSION_MAILS = {
	ask: (facts: AssignmentMailFacts) =>
		assignmentMail(
			facts,
			'asked for more time',
			'asked for a later deadline. It needs a decision.'
		),
	withdraw: (facts: AssignmentMailFacts) =>
		assignmentMail(
			facts,
			'request for more time withdrawn',
			'withdrew the request for a later deadline. Nothing has to be decided.'
		),
	grant: (facts: AssignmentMailFacts) =>
		assignmentMail(facts, 'extension granted', 'granted the later deadline that was asked for.'),
	'grant-other': (facts: AssignmentMailFacts) =>
		assignmentMail(
			facts,
			'another deadline granted',
			'granted a later deadline, but not the one that was asked for. Sign in to read which.'
		),
	refuse: (facts: AssignmentMailFacts) =>
		assignmentMail(
			facts,
			'extension refused',
			'did not grant a later deadline. Sign in to read why.'
		)
} as const;

/** To the other inspectors, about a decision that needs two of them. What it says stays in the service. */
export const REVIEW_MAILS = {
	'to-countersign': (facts: AssignmentMailFacts) =>
		assignmentMail(
			facts,
			'waits for a second inspector',
			'reviewed this claim. The decision waits for a second inspector.'
		),
	'not-agreed': (facts: AssignmentMailFacts) =>
		assignmentMail(
			facts,
			'review not agreed',
			'did not agree with the review of this claim. It waits for another review.'
		)
} as const;

/** To the inspector to whom another handed the review of a claim. */
export function handedReviewMail(facts: AssignmentMailFacts): MailWords {
	return assignmentMail(facts, 'claim to review', 'handed the review of this claim over to you.');
}

/** To the leads of the body that is waited for; `actorName` is the body that waits. */
export function waitRecordedMail(facts: AssignmentMailFacts): MailWords {
	return assignmentMail(
		facts,
		'is waited for',
		'recorded that it waits for this. Sign in to read why, and acknowledge or dispute it.'
	);
}

/** To the leads of the body that waits; `actorName` is the other body. The reason stays in the service. */
export const WAIT_ANSWER_MAILS = {
	acknowledged: (facts: AssignmentMailFacts) =>
		assignmentMail(facts, 'wait acknowledged', 'acknowledged that this waits for it.'),
	disputed: (facts: AssignmentMailFacts) =>
		assignmentMail(
			facts,
			'wait disputed',
			'disputed that this waits for it. Sign in to read why. The deadline runs on.'
		)
} as const;

/** To whoever is named in a comment, or in a note of the inspectorate: which of the two stays in the service. */
export function mentionedMail(facts: AssignmentMailFacts): MailWords {
	return assignmentMail(
		facts,
		'mentions you',
		'mentioned you in what was written about this. Sign in to read it.'
	);
}

/** To whoever uploaded the file and to inspectors. What was found, and in which file, stays in the service. */
export function quarantinedMail(facts: Omit<AssignmentMailFacts, 'actorName'>): MailWords {
	return assignmentMail(
		{ ...facts, actorName: 'the malware scanner' },
		'file quarantined',
		'found something in a file of evidence. Nobody can open the file any more. Sign in to see which.'
	);
}

/** What a message about a post may say. */
export interface PostMailFacts {
	readonly post: string;
	readonly organisation: string;
	readonly actorName: string;
	readonly onDay: PlainDate;
	readonly link: string;
}

/** To whoever takes over a post. */
export function handoverMail(facts: PostMailFacts): MailWords {
	return postMail(
		facts,
		`You have taken over ${plainLine(facts.post)}`,
		'recorded that you hold this post. Read the handover brief, and accept the handover.'
	);
}

/** To whoever opened the handover. */
export function handoverAcceptedMail(facts: PostMailFacts): MailWords {
	return postMail(
		facts,
		`Handover accepted: ${plainLine(facts.post)}`,
		'accepted the handover of this post.'
	);
}

/** To the holders of the two posts. @param count of assignments */
export function reassignedMail(
	facts: PostMailFacts & { readonly count: number; readonly from: string }
): MailWords {
	const moved = plural(facts.count, 'assignment');
	return postMail(
		facts,
		`${moved} moved to ${plainLine(facts.post)}`,
		`moved ${moved} to this post from ${plainLine(facts.from)}. Sign in to read why.`
	);
}

function postMail(facts: PostMailFacts, subject: string, act: string): MailWords {
	const { post, organisation, actorName, onDay, link } = facts;
	return mail(`${subject}: ${organisation}`, [
		`${plainLine(post)}\n${plainLine(organisation)}`,
		`On ${formatDay(onDay)} ${plainLine(actorName)} ${act}`,
		`Open it in the service:\n${link}`
	]);
}

function assignmentMail(facts: AssignmentMailFacts, word: string, act: string): MailWords {
	const { reference, title, organisation, actorName, onDay, link } = facts;
	return mail(`${reference} ${word}: ${organisation}`, [
		`${plainLine(reference)}: ${plainLine(title)}\n${plainLine(organisation)}`,
		`On ${formatDay(onDay)} ${plainLine(actorName)} ${act}`,
		`Open it in the service:\n${link}`
	]);
}

/** The subject is one line whatever is in it: a line break there would be a header of somebody's choosing. */
function mail(subject: string, paragraphs: readonly string[]): MailWords {
	const signature = `${SERVICE_NAME}\nThis message is OFFICIAL. Nobody reads replies to it.`;
	return {
		subject: plainLine(subject),
		text: [...paragraphs, signature].join('\n\n') + '\n'
	};
}
