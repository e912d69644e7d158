import {
	REPORTING_RHYTHMS,
	type OwedOutcome,
	type ReportingRhythm
} from '#lib/domain/reporting-rhythm.ts';
import { daysBetween, type PlainDate } from '#lib/domain/plain-date.ts';
import { plural } from './counts.ts';
import { formatDay } from './dates.ts';
import type { Look } from './look.ts';
import { plainLine } from './plain-line.ts';

export const RHYTHM_WORD: Readonly<Record<ReportingRhythm, string>> = {
	none: 'No rhythm',
	monthly: 'Every month',
	quarterly: 'Every quarter'
};

export const RHYTHM_HINT: Readonly<Record<ReportingRhythm, string>> = {
	none: 'Nothing opens by itself. You can open a period by hand.',
	monthly: 'A period opens on the first day of each month and closes on its last.',
	quarterly: 'A period opens on 1 January, 1 April, 1 July and 1 October.'
};

export function isRhythm(text: string): text is ReportingRhythm {
	return (REPORTING_RHYTHMS as readonly string[]).includes(text);
}

/** 'owed' while the period is open and nothing has been reported. */
export const OWED_LOOK: Readonly<Record<OwedOutcome | 'owed', Look>> = {
	owed: {
		word: 'Update owed',
		shape: 'clock',
		tone: 'yellow',
		meaning: 'The period is open and the organisation has not given its update yet.'
	},
	reported: {
		word: 'Reported',
		shape: 'tick',
		tone: 'green',
		meaning: 'The organisation gave an update, or claimed completion, within the period.'
	},
	'not-reported': {
		word: 'Not reported',
		shape: 'question',
		tone: 'orange',
		meaning: 'The period closed without an update.'
	},
	'closed-meanwhile': {
		word: 'Closed meanwhile',
		shape: 'dash',
		tone: 'grey',
		meaning: 'The assignment was closed before the period ended, and no update was needed any more.'
	}
};

/** What has not come is owed while the period runs, and not reported from the day after. */
export function owedKey(outcome: OwedOutcome | null, isRunning: boolean): OwedOutcome | 'owed' {
	return outcome ?? (isRunning ? 'owed' : 'not-reported');
}

export function owedLook(outcome: OwedOutcome | null, isRunning: boolean): Look {
	return OWED_LOOK[owedKey(outcome, isRunning)];
}

export function periodWords({ opensOn, closesOn }: Days): string {
	return `${formatDay(opensOn)} to ${formatDay(closesOn)}`;
}

/** 'Open: 9 days left', 'Ended, not closed yet' or 'Closed' */
export function periodState(
	{ closesOn, closedAt }: Days & { readonly closedAt: number | null },
	today: PlainDate
): string {
	if (closedAt !== null) return 'Closed';
	if (closesOn < today) return 'Ended, not closed yet';
	const left = daysBetween(today, closesOn) + 1;
	return `Open: ${plural(left, 'day')} left`;
}

interface Days {
	readonly opensOn: PlainDate;
	readonly closesOn: PlainDate;
}

export interface ChaseFacts {
	readonly inspection: string;
	readonly inspectorate: string;
	readonly period: Days & { readonly isRunning: boolean };
	readonly body: string;
	readonly owed: readonly {
		readonly reference: string;
		readonly title: string;
		readonly ownerPost: string | null;
		readonly ownerName: string | null;
	}[];
	/** Where the organisation writes its updates, in full. */
	readonly address: string;
}

/** What an inspector sends to an organisation that has said nothing: to be copied, and changed where needed. */
export function chaseText(facts: ChaseFacts): string {
	const { period, owed } = facts;
	const body = plainLine(facts.body);
	const updates = plural(owed.length, 'update');
	const days = periodWords(period);
	const until = formatDay(period.closesOn);
	return [
		period.isRunning
			? `${updates} owed by ${body} for ${days}`
			: `${updates} not reported by ${body} for ${days}`,
		'',
		period.isRunning
			? `We have not had an update from ${body} on these recommendations of “${plainLine(facts.inspection)}”. The reporting period runs until the end of ${until}.`
			: `The reporting period from ${days} ended without an update from ${body} on these recommendations of “${plainLine(facts.inspection)}”.`,
		'',
		...owed.map(chased),
		'',
		period.isRunning
			? 'Please publish an update for each of them by then. Where nothing has changed, please say so: that is an update too.'
			: 'They are recorded as not reported for that period. Please publish an update for each of them now. Where nothing has changed, please say so: that is an update too.',
		'',
		facts.address,
		'',
		plainLine(facts.inspectorate)
	].join('\n');
}

function chased({ reference, title, ownerPost, ownerName }: ChaseFacts['owed'][number]): string {
	const owner = [ownerPost, ownerName].flatMap((name) => (name ? [plainLine(name)] : []));
	return `- ${reference}: ${plainLine(title)} (${owner.join(', ') || 'no owner named'})`;
}
