import type { AttentionFacts, AttentionGroup } from '#lib/domain/attention.ts';
import { daysBetween, type PlainDate } from '#lib/domain/plain-date.ts';
import { plural } from './counts.ts';
import { formatDayShort, relativeDays } from './dates.ts';
import { slippageWords } from './deadline.ts';
import { orphanWords } from './owner.ts';
import { plainLine } from './plain-line.ts';

export interface AttentionWords {
	/** The heading of a list. */
	readonly title: string;
	/** How its rows are ordered. */
	readonly order: string;
	/** Completes "All 12 …". */
	readonly all: string;
}

export const ATTENTION_WORDS: Readonly<Record<AttentionGroup, AttentionWords>> = {
	overdue: { title: 'Overdue', order: 'longest first', all: 'overdue' },
	returned: { title: 'Returned', order: 'longest first', all: 'returned' },
	'not-reported': {
		title: 'Not reported',
		order: 'longest silent first',
		all: 'not reported'
	},
	'no-owner': { title: 'No owner', order: 'earliest deadline first', all: 'without an owner' },
	orphan: {
		title: 'Nobody answers for it',
		order: 'earliest deadline first',
		all: 'that nobody answers for'
	},
	waiting: {
		title: 'Waiting for another body',
		order: 'earliest deadline first',
		all: 'waiting for another body'
	},
	claimed: {
		title: 'Waiting for a decision',
		order: 'longest first',
		all: 'reported complete and waiting for a decision'
	},
	moved: { title: 'Deadline moved', order: 'most often first', all: 'with a deadline moved' },
	'not-accepted': {
		title: 'Not accepted, or only in part',
		order: 'not accepted first',
		all: 'not accepted, or only in part'
	}
};

/** Why the assignment is in the list, in a few words of ours: '112 days overdue', 'Never reported'. */
export function attentionFact(
	group: AttentionGroup,
	facts: AttentionFacts,
	today: PlainDate
): string {
	switch (group) {
		case 'overdue':
			return overdueWords(facts, today);
		case 'returned':
			return `Returned ${relativeDays(today, facts.statusOn)}`;
		case 'not-reported':
			return facts.lastReportedOn === null
				? 'Never reported'
				: `Last reported ${formatDayShort(facts.lastReportedOn)}`;
		case 'no-owner':
			return `Allocated ${formatDayShort(facts.allocatedOn)}`;
		case 'orphan':
			return orphanWords(facts.orphan, facts.ownerPost);
		case 'waiting':
			return waitingWords(facts);
		case 'claimed':
			return `Waiting since ${formatDayShort(facts.claimedOn ?? facts.statusOn)}`;
		case 'moved':
			return capital(movedWords(facts));
		case 'not-accepted':
			return facts.acceptance === 'partly-accepted' ? 'Partly accepted' : 'Not accepted';
	}
}

/** A claim that waits is as late as it was on the day it was made. */
function overdueWords(facts: AttentionFacts, today: PlainDate): string {
	if (facts.currentDueOn === null) return 'No deadline set';
	const days = daysBetween(facts.currentDueOn, facts.claimedOn ?? today);
	const late =
		facts.claimedOn === null
			? `${plural(days, 'day')} overdue`
			: `Reported complete ${plural(days, 'day')} late`;
	return facts.deadlineMoves === 0 ? late : `${late}; deadline ${movedWords(facts)}`;
}

function movedWords({ originalDueOn, currentDueOn, deadlineMoves }: AttentionFacts): string {
	if (originalDueOn === null || currentDueOn === null) return 'taken away';
	const days = daysBetween(originalDueOn, currentDueOn);
	return slippageWords({ originalDueOn, currentDueOn, moves: deadlineMoves, days });
}

function waitingWords({ awaitedName, reviewOn }: AttentionFacts): string {
	const awaited = `For ${awaitedName === null ? 'another body' : plainLine(awaitedName)}`;
	return reviewOn === null ? awaited : `${awaited}; review on ${formatDayShort(reviewOn)}`;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
