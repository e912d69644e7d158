import type { PlainDate } from '#lib/domain/plain-date.ts';
import { formatDay } from './dates.ts';
import { mail, type MailWords } from './mail.ts';
import { plainLine } from './plain-line.ts';

/** What a message about loaded wording may say. */
export interface WordingMailFacts {
	/** 'OIC' */
	readonly inspection: string;
	readonly title: string;
	readonly actorName: string;
	readonly onDay: PlainDate;
	readonly link: string;
}

/** Between whoever loaded official wording and whoever checks it. The reasons stay in the service. */
export const WORDING_MAILS = {
	'sent-back': (facts: WordingMailFacts) =>
		wordingMail(
			facts,
			'sent back',
			'sent back the official wording that you loaded. Sign in to read why, correct it and offer it again.'
		),
	offered: (facts: WordingMailFacts) =>
		wordingMail(facts, 'offered again', 'corrected the official wording. It waits to be checked.')
} as const;

function wordingMail(facts: WordingMailFacts, word: string, act: string): MailWords {
	const { inspection, title, actorName, onDay, link } = facts;
	return mail(`Official wording of ${inspection} ${word}`, [
		`${plainLine(inspection)}: ${plainLine(title)}`,
		`On ${formatDay(onDay)} ${plainLine(actorName)} ${act}`,
		`Open it in the service:\n${link}`
	]);
}
