import { expect, test } from 'vitest';
import { plainDate, type PlainDate } from './plain-date.ts';
import { projectionOf, type AssignmentHistory } from './projection.ts';
import type { AssignmentStatus } from './status.ts';

const MAY = plainDate('2025-05-20');
const JUNE = plainDate('2025-06-30');
const JULY = plainDate('2025-07-31');
const AUGUST = plainDate('2025-08-31');

const ALLOCATED: AssignmentHistory = {
	statuses: [{ id: 1, toStatus: 'not-started', onDay: MAY, actorId: null }],
	...{ acceptances: [], deadlines: [], owners: [], updates: [] },
	...{ reviewers: [], targets: [], rechecks: [], recheckOutcomes: [] }
};

test('nothing but its allocation is known of a new assignment', () => {
	expect(projectionOf(ALLOCATED)).toEqual({
		status: 'not-started',
		statusOn: MAY,
		acceptance: 'not-recorded',
		...{ originalDueOn: null, currentDueOn: null, deadlineMoves: 0 },
		...{ ownerPostId: null, deliveryPostId: null, lastReportedOn: null },
		...{ claimedOn: null, claimedBy: null, askedSince: null },
		...{ reviewerId: null, targetOn: null, recheckOn: null }
	});
});

test('an assignment that was never allocated has no state', () => {
	expect(projectionOf({ ...ALLOCATED, statuses: [] })).toBeNull();
});

test('a claim is kept while it waits, and is a report for ever', () => {
	const claim = { id: 2, toStatus: 'reported-complete' as const, onDay: JUNE, actorId: 7 };
	const waiting = { ...ALLOCATED, statuses: [...ALLOCATED.statuses, claim] };
	expect(projectionOf(waiting)).toMatchObject({
		...{ status: 'reported-complete', claimedOn: JUNE, claimedBy: 7, lastReportedOn: JUNE }
	});
	const returned = { id: 3, toStatus: 'returned' as const, onDay: JULY, actorId: 2 };
	expect(projectionOf({ ...waiting, statuses: [...waiting.statuses, returned] })).toMatchObject({
		...{ status: 'returned', statusOn: JULY, claimedOn: null, claimedBy: null },
		lastReportedOn: JUNE
	});
});

test('an organisation is asked since it got the assignment back, by whichever way it did', () => {
	const after = (...steps: [AssignmentStatus, PlainDate][]) =>
		projectionOf({
			...ALLOCATED,
			statuses: [
				...ALLOCATED.statuses,
				...steps.map(([toStatus, onDay], index) => ({ id: 2 + index, toStatus, onDay, actorId: 7 }))
			]
		})?.askedSince;
	expect(after(['in-progress', JUNE], ['reported-complete', JULY])).toBeNull();
	expect(after(['reported-complete', JUNE], ['returned', JULY], ['in-progress', AUGUST])).toBe(
		JULY
	);
	expect(after(['reported-complete', JUNE], ['in-progress', JULY])).toBe(JULY);
	expect(after(['not-accepted', JUNE], ['in-progress', AUGUST])).toBe(AUGUST);
});

test('the last report is the later of the last update and the last claim', () => {
	const claim = { id: 2, toStatus: 'reported-complete' as const, onDay: JULY, actorId: 7 };
	const history = { ...ALLOCATED, statuses: [...ALLOCATED.statuses, claim] };
	const withUpdate = (onDay: typeof MAY) => projectionOf({ ...history, updates: [{ onDay }] });
	expect(withUpdate(JUNE)?.lastReportedOn).toBe(JULY);
	expect(withUpdate(AUGUST)?.lastReportedOn).toBe(AUGUST);
});

test('the first deadline stays the original; a date taken away and set again counts as moves', () => {
	const deadlines = [null, JUNE, JUNE, AUGUST, null, JULY].map((lastDay) => ({ lastDay }));
	expect(projectionOf({ ...ALLOCATED, deadlines })).toMatchObject({
		...{ originalDueOn: JUNE, currentDueOn: JULY, deadlineMoves: 3 }
	});
});

test('each duty has the post that took it up last', () => {
	const owners = [
		{ postId: 1, duty: 'accountable' as const },
		{ postId: 2, duty: 'delivery' as const },
		{ postId: null, duty: 'accountable' as const }
	];
	expect(projectionOf({ ...ALLOCATED, owners })).toMatchObject({
		...{ ownerPostId: null, deliveryPostId: 2 }
	});
});

test('a re-check waits from its confirmation until its outcome, or until the status changes again', () => {
	const confirmed = { id: 2, toStatus: 'confirmed' as const, onDay: JUNE, actorId: 2 };
	const planned = {
		...{ ...ALLOCATED, statuses: [...ALLOCATED.statuses, confirmed] },
		rechecks: [{ id: 9, confirmationId: 2, dueOn: AUGUST }]
	};
	expect(projectionOf(planned)?.recheckOn).toBe(AUGUST);
	const done = { ...planned, recheckOutcomes: [{ recheckId: 9 }] };
	expect(projectionOf(done)?.recheckOn).toBeNull();
	const reopened = { id: 3, toStatus: 'in-progress' as const, onDay: JULY, actorId: 2 };
	const again = { ...planned, statuses: [...planned.statuses, reopened] };
	expect(projectionOf(again)?.recheckOn).toBeNull();
});

test('the target and the reviewer are those that were named last', () => {
	const named = {
		...ALLOCATED,
		...{ targets: [{ targetOn: JUNE }, { targetOn: JULY }], reviewers: [{ reviewerId: 4 }] }
	};
	expect(projectionOf(named)).toMatchObject({ targetOn: JULY, reviewerId: 4 });
	const putBack = {
		targets: [...named.targets, { targetOn: null }],
		reviewers: [{ reviewerId: null }]
	};
	expect(projectionOf({ ...named, ...putBack })).toMatchObject({
		targetOn: null,
		reviewerId: null
	});
});
