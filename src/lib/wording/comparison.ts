import type { ChangeKind, FieldKind, Standing } from '#lib/domain/comparison.ts';
import { ACCEPTANCE_LOOK } from './acceptance.ts';
import { formatDayShort } from './dates.ts';
import { NO_DEADLINE } from './deadline.ts';
import { STATUS_LOOK } from './status.ts';

export const CHANGE_KIND_WORDS: Record<ChangeKind, string> = {
	added: 'Added',
	status: 'Status',
	owner: 'Owner',
	deadline: 'Deadline',
	acceptance: 'Acceptance',
	claim: 'Claim',
	reporting: 'Last report'
};

/** What is shown of a standing: the title of the owner's post with it. */
export type ShownStanding = Standing & { readonly ownerPost: string | null };

/** 'In progress', '31 Jul 2026', 'No owner': one field of a standing as a person reads it. */
export function standingWord(kind: FieldKind, standing: ShownStanding): string {
	switch (kind) {
		case 'status':
			return STATUS_LOOK[standing.status].word;
		case 'owner':
			return standing.ownerPost ?? 'No owner';
		case 'deadline':
			return standing.currentDueOn ? formatDayShort(standing.currentDueOn) : NO_DEADLINE;
		case 'acceptance':
			return ACCEPTANCE_LOOK[standing.acceptance].word;
		case 'claim':
			return standing.claimedOn
				? `Claimed ${formatDayShort(standing.claimedOn)}`
				: 'No claim waits';
		case 'reporting':
			return standing.lastReportedOn ? formatDayShort(standing.lastReportedOn) : 'Nothing reported';
	}
}
