import { plural } from './counts.ts';
import { formatDay, formatInstant } from './dates.ts';
import { plainLine } from './plain-line.ts';
import { SERVICE_NAME } from './service.ts';
import type { ReportingPeriod } from '#lib/domain/freshness.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';

/** A message as plain text. It carries a reference, a short title, days, a link, who and when: never a narrative. */
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
export interface AssignmentMailFacts extends Told {
	/** 'OIC-7' */
	readonly reference: string;
	readonly title: string;
	readonly organisation: string;
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

/** What a message about a post may say. */
export interface PostMailFacts extends Told {
	readonly post: string;
	readonly organisation: string;
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
	const { post, organisation } = facts;
	const about = `${plainLine(post)}\n${plainLine(organisation)}`;
	return letter(`${subject}: ${organisation}`, about, act, facts);
}

/** What is told of a body as a whole. */
export interface BodyMailFacts extends Told {
	/** 'OIC' */
	readonly inspection: string;
	readonly organisation: string;
}

/** To the leads of a body that owes updates, once for all its assignments. */
export function periodMail(
	facts: BodyMailFacts & ReportingPeriod & { readonly owed: number }
): MailWords {
	const { opensOn, closesOn, owed } = facts;
	const days = `from ${formatDay(opensOn)} to ${formatDay(closesOn)}`;
	const act = `opened a reporting period, ${days}. Your organisation owes ${plural(owed, 'update')} in it.`;
	return bodyMail(facts, `${plural(owed, 'update')} owed by ${formatDay(closesOn)}`, act);
}

/** To the leads of a body whose assignments change with official wording: how many, of what is not none. */
export function officialWordingMail(
	facts: BodyMailFacts & {
		readonly dated: number;
		readonly added: number;
		readonly withdrawn: number;
	}
): MailWords {
	const { dated, added, withdrawn } = facts;
	const changes = [
		dated > 0 ? `${plural(dated, 'deadline')} set` : [],
		added > 0 ? `${plural(added, 'recommendation')} added` : [],
		withdrawn > 0 ? `${plural(withdrawn, 'recommendation')} withdrawn` : []
	].flat();
	const act = `put the official wording of this inspection in force. For your organisation: ${changes.join(', ')}.`;
	return bodyMail(facts, 'official wording in force', act);
}

/** To the leads of a body that takes over the assignments of one that ended. */
export function successionMail(
	facts: Told & {
		readonly organisation: string;
		/** The body that ended. */
		readonly from: string;
		/** Its last day. */
		readonly lastDay: PlainDate;
		/** Assignments that came over, and of those how many are one with an assignment of its own. */
		readonly taken: number;
		readonly merged: number;
	}
): MailWords {
	const { organisation, from, lastDay, taken, merged } = facts;
	const came = plural(taken, 'assignment');
	const became =
		merged === 0
			? ''
			: ` ${plural(merged, 'of them is', 'of them are')} now one with an assignment that you had, as far as the one that is less far, with the earlier date.`;
	const act = `recorded that ${plainLine(from)} ended on ${formatDay(lastDay)}, and that its ${came} came to your organisation.${became} Sign in to read why.`;
	const about = plainLine(organisation);
	return letter(`${came} taken over from ${plainLine(from)}: ${organisation}`, about, act, facts);
}

function bodyMail(facts: BodyMailFacts, word: string, act: string): MailWords {
	const { inspection, organisation } = facts;
	const about = `Inspection ${plainLine(inspection)}\n${plainLine(organisation)}`;
	return letter(`${inspection} ${word}: ${organisation}`, about, act, facts);
}

interface Told {
	readonly actorName: string;
	readonly onDay: PlainDate;
	readonly link: string;
}

/** The one frame: what it is about, who did what on which day, and where to read on. */
export function letter(subject: string, about: string, act: string, told: Told): MailWords {
	return mail(subject, [
		about,
		`On ${formatDay(told.onDay)} ${plainLine(told.actorName)} ${act}`,
		`Open it in the service:\n${told.link}`
	]);
}

/** The subject is one line whatever is in it: a line break there would be a header of somebody's choosing. */
export function mail(subject: string, paragraphs: readonly string[]): MailWords {
	const signature = `${SERVICE_NAME}\nThis message is OFFICIAL. Nobody reads replies to it.`;
	return {
		subject: plainLine(subject),
		text: [...paragraphs, signature].join('\n\n') + '\n'
	};
}
