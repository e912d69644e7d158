import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { PostDuty } from '#lib/domain/post.ts';
import { formatDay, formatInstant } from './dates.ts';

export const DUTY_WORDS: Readonly<Record<PostDuty, DutyWords>> = {
	accountable: { tab: 'Owns', heading: 'Assignments that it owns', verb: 'owns' },
	delivery: { tab: 'Delivers', heading: 'Assignments that it delivers', verb: 'delivers' }
};

interface DutyWords {
	/** With a count after it. */
	readonly tab: string;
	readonly heading: string;
	/** Completes "Head of Crime …". */
	readonly verb: string;
}

/** 'this post owns it', 'this post delivers it', or both */
export function dutiesWords(post: { readonly owns: boolean; readonly delivers: boolean }): string {
	if (post.owns && post.delivers) return 'this post owns and delivers it';
	return post.owns ? 'this post owns it' : 'this post delivers it';
}

/** What is said after the holder changed, by who took over. */
export const HOLDER_BANNERS = {
	person: 'holder-changed',
	name: 'holder-changed',
	nobody: 'post-vacant'
} as const;

export interface HandoverFacts {
	readonly handover: 'none' | 'open' | 'accepted' | 'never';
	readonly acceptedAt: number | null;
	readonly personId: number | null;
}

/** How far the taking over has come, as one sentence. */
export function handoverWords({ handover, acceptedAt, personId }: HandoverFacts): string {
	switch (handover) {
		case 'none':
			return 'Nothing was handed over';
		case 'accepted':
			return `Handover accepted on ${formatInstant(acceptedAt ?? 0)}`;
		case 'never':
			return 'Handover never accepted';
		case 'open':
			return personId === null
				? 'Handover open: the holder has no account here to accept it with'
				: 'Handover open: not accepted yet';
	}
}

/** '2 March 2026 to 1 May 2026', 'since 1 May 2026' */
export function tenureWords(fromDay: PlainDate, toDay: PlainDate | null): string {
	return toDay === null
		? `since ${formatDay(fromDay)}`
		: `${formatDay(fromDay)} to ${formatDay(toDay)}`;
}
