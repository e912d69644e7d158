import type { Acceptance } from './acceptance.ts';
import type { PlainDate } from './plain-date.ts';
import type { PostDuty } from './post.ts';
import { isGivenBack, type AssignmentStatus } from './status.ts';

/** All that was ever recorded of one assignment, each list in the order in which it was recorded. */
export interface AssignmentHistory {
	readonly statuses: readonly {
		readonly id: number;
		readonly toStatus: AssignmentStatus;
		readonly onDay: PlainDate;
		readonly actorId: number | null;
	}[];
	readonly acceptances: readonly { readonly acceptance: Acceptance }[];
	readonly deadlines: readonly { readonly lastDay: PlainDate | null }[];
	readonly owners: readonly { readonly postId: number | null; readonly duty: PostDuty }[];
	/** Without corrections, which are about an earlier day. */
	readonly updates: readonly { readonly onDay: PlainDate }[];
	/** Who took the review of a claim, or put it back. */
	readonly reviewers: readonly { readonly reviewerId: number | null }[];
	readonly targets: readonly { readonly targetOn: PlainDate | null }[];
	/** When what a status change confirmed is looked at again. */
	readonly rechecks: readonly {
		readonly id: number;
		readonly confirmationId: number;
		readonly dueOn: PlainDate;
	}[];
	readonly recheckOutcomes: readonly { readonly recheckId: number }[];
}

/** How an assignment stands: kept beside its history so that lists are quick, and always equal to this. */
export interface AssignmentState {
	readonly status: AssignmentStatus;
	readonly statusOn: PlainDate;
	readonly acceptance: Acceptance;
	readonly originalDueOn: PlainDate | null;
	readonly currentDueOn: PlainDate | null;
	readonly deadlineMoves: number;
	readonly ownerPostId: number | null;
	readonly deliveryPostId: number | null;
	readonly lastReportedOn: PlainDate | null;
	readonly askedSince: PlainDate | null;
	readonly claimedOn: PlainDate | null;
	readonly claimedBy: number | null;
	readonly reviewerId: number | null;
	readonly targetOn: PlainDate | null;
	readonly recheckOn: PlainDate | null;
}

/** Null for an assignment without the history of its allocation, which there cannot be. */
export function projectionOf(history: AssignmentHistory): AssignmentState | null {
	const last = history.statuses.at(-1);
	if (!last) return null;
	const claim = last.toStatus === 'reported-complete' ? last : null;
	return {
		status: last.toStatus,
		statusOn: last.onDay,
		acceptance: history.acceptances.at(-1)?.acceptance ?? 'not-recorded',
		...deadlineOf(history.deadlines),
		ownerPostId: postOf(history, 'accountable'),
		deliveryPostId: postOf(history, 'delivery'),
		lastReportedOn: lastReport(history),
		askedSince: gotBack(history),
		claimedOn: claim?.onDay ?? null,
		claimedBy: claim?.actorId ?? null,
		reviewerId: history.reviewers.at(-1)?.reviewerId ?? null,
		targetOn: history.targets.at(-1)?.targetOn ?? null,
		recheckOn: recheckOf(history, last.id)
	};
}

function deadlineOf(revisions: AssignmentHistory['deadlines']) {
	let original: PlainDate | null = null;
	let current: PlainDate | null = null;
	let moves = 0;
	for (const { lastDay } of revisions) {
		if (original !== null && lastDay !== current) moves += 1;
		original ??= lastDay;
		current = lastDay;
	}
	return { originalDueOn: original, currentDueOn: current, deadlineMoves: moves };
}

function postOf({ owners }: AssignmentHistory, duty: PostDuty): number | null {
	return owners.findLast((change) => change.duty === duty)?.postId ?? null;
}

/** The day set with the latest confirmation, until another change of status or what was found then. */
function recheckOf(
	{ rechecks, recheckOutcomes }: AssignmentHistory,
	lastStatusId: number
): PlainDate | null {
	const open = rechecks.findLast(({ confirmationId }) => confirmationId === lastStatusId);
	if (!open || recheckOutcomes.some(({ recheckId }) => recheckId === open.id)) return null;
	return open.dueOn;
}

/** The organisation reports by an update or by a claim. */
function lastReport({ statuses, updates }: AssignmentHistory): PlainDate | null {
	const claims = statuses.filter(({ toStatus }) => toStatus === 'reported-complete');
	const days = [...claims, ...updates].map(({ onDay }) => onDay);
	return days.reduce<PlainDate | null>((last, day) => (last && last > day ? last : day), null);
}

/** The last time that it became the organisation's to work on again. */
function gotBack({ statuses }: AssignmentHistory): PlainDate | null {
	const back = statuses.findLast(
		({ toStatus }, index) => index > 0 && isGivenBack(statuses[index - 1]!.toStatus, toStatus)
	);
	return back?.onDay ?? null;
}
