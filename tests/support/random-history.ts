import { ACCEPTANCES } from '#lib/domain/acceptance.ts';
import { addDays, daysBetween, plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { POST_DUTIES, type PostDuty } from '#lib/domain/post.ts';
import { projectionOf, type AssignmentHistory } from '#lib/domain/projection.ts';
import { movesFrom, type AssignmentStatus } from '#lib/domain/status.ts';
import type { Queryable } from '#lib/server/db/open.ts';
import {
	acceptanceChange,
	assignment,
	deadlineRevision,
	ownerChange,
	postHolder,
	progressUpdate,
	recheck,
	recheckOutcome,
	reviewerChange,
	statusChange,
	targetChange
} from '#lib/server/db/schema/tables.ts';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { aPost } from './assignment-facts.ts';
import { anAssignment, anOrganisation, aPerson } from './builders.ts';
import { noonOf, TEST_DAY, type TestApp } from './test-app.ts';

// Registers with a past: what happened on which day to each assignment, written as the records of it.

export const FIRST_DAY = plainDate('2026-01-05');
export const LAST_DAY = plainDate(TEST_DAY);
const SPAN = daysBetween(FIRST_DAY, LAST_DAY);

const aDeed = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('move' as const), pick: fc.nat(20) }) },
	fc.record({
		kind: fc.constant('deadline' as const),
		lastDay: fc.constantFrom(null, ...['2026-02-28', '2026-04-30', '2026-06-30'].map(plainDate))
	}),
	fc.record({ kind: fc.constant('accept' as const), acceptance: fc.constantFrom(...ACCEPTANCES) }),
	fc.record({
		kind: fc.constant('own' as const),
		duty: fc.constantFrom(...POST_DUTIES),
		post: fc.constantFrom(null, 0, 1)
	}),
	fc.record({ kind: fc.constant('update' as const) }),
	fc.record({ kind: fc.constant('take' as const) }),
	fc.record({ kind: fc.constant('look-again' as const) }),
	fc.record({
		kind: fc.constant('aim' as const),
		targetOn: fc.constantFrom(null, ...['2026-03-31', '2026-05-31'].map(plainDate))
	})
);

const aLife = fc
	.record({
		allocated: fc.integer({ min: 0, max: SPAN }),
		deeds: fc.array(fc.tuple(fc.integer({ min: 0, max: SPAN }), aDeed), { maxLength: 12 })
	})
	.map(({ allocated, deeds }) => ({
		allocated,
		deeds: deeds.filter(([day]) => day >= allocated).sort(([a], [b]) => a - b)
	}));

/** Of each of four bodies and two recommendations, or of fewer; and when the posts of all changed hands. */
export const aPast = aPastOf(1);

/** @param assignments at least, of eight */
export function aPastOf(assignments: number) {
	return fc.record({
		lives: fc.array(aLife, { minLength: assignments, maxLength: 8 }),
		holders: fc.array(fc.integer({ min: 0, max: SPAN }), { maxLength: 3 })
	});
}

export type Past = typeof aPast extends fc.Arbitrary<infer Shape> ? Shape : never;

/** A day of the past, its first and its last included. */
export const aDayOfIt = fc.integer({ min: 0, max: SPAN }).map((days) => addDays(FIRST_DAY, days));

export interface Lived {
	readonly id: number;
	readonly recommendation: number;
	readonly organisationId: number;
	readonly allocatedOn: PlainDate;
	/** With the day of every record. */
	readonly history: Dated;
}

type Dated = {
	readonly [Kind in keyof AssignmentHistory]: (AssignmentHistory[Kind][number] & {
		readonly onDay: PlainDate;
	})[];
};

/** What `projectionOf` makes of the records by the end of a day; null before the allocation. */
export function replayed({ history }: Lived, day: PlainDate) {
	const by = <Row extends { onDay: PlainDate }>(rows: readonly Row[]) =>
		rows.filter(({ onDay }) => onDay <= day);
	return projectionOf({
		statuses: by(history.statuses),
		acceptances: by(history.acceptances),
		deadlines: by(history.deadlines),
		owners: by(history.owners),
		updates: by(history.updates),
		reviewers: by(history.reviewers),
		targets: by(history.targets),
		rechecks: by(history.rechecks),
		recheckOutcomes: by(history.recheckOutcomes)
	});
}

export interface LivedRegister {
	readonly all: readonly Lived[];
	/** Of both posts alike: who came when. */
	readonly holders: readonly { readonly name: string; readonly fromDay: PlainDate }[];
}

/** Writes such a past: records, and beside them how each assignment stands in the end. */
export async function liveThrough(app: TestApp, past: Past): Promise<LivedRegister> {
	const actor = await aPerson(app, 'inspector');
	const bodies: number[] = [];
	for (const code of ['KENT', 'ESSEX', 'SURREY', 'DORSET']) {
		bodies.push(await anOrganisation(app, code));
	}
	const posts = [await aPost(app, bodies[0]!, 'First'), await aPost(app, bodies[0]!, 'Second')];
	const holders = await changeHands(app, posts, past.holders);
	const all: Lived[] = [];
	for (const [index, { allocated, deeds }] of past.lives.entries()) {
		const allocatedOn = addDays(FIRST_DAY, allocated);
		app.goTo(allocatedOn);
		const [recommendation, organisationId] = [1 + Math.floor(index / 4), bodies[index % 4]!];
		const { id } = await anAssignment(app, organisationId, { number: recommendation, allocatedOn });
		const history: Dated = {
			statuses: [{ id: 0, toStatus: 'not-started', onDay: allocatedOn, actorId: null }],
			...{ acceptances: [], deadlines: [], owners: [], updates: [] },
			...{ reviewers: [], targets: [], rechecks: [], recheckOutcomes: [] }
		};
		await app.db.write(async (tx) => {
			for (const [days, deed] of deeds) {
				const onDay = addDays(FIRST_DAY, days);
				const about = { assignmentId: id, at: noonOf(onDay), onDay, actorId: actor.personId };
				await write(tx, about, deed, history, posts);
			}
			await tx.update(assignment).set(projectionOf(history)!).where(eq(assignment.id, id));
		});
		all.push({ id, recommendation, organisationId, allocatedOn, history });
	}
	app.goTo(TEST_DAY);
	return { all, holders };
}

interface About {
	readonly assignmentId: number;
	readonly at: number;
	readonly onDay: PlainDate;
	readonly actorId: number;
}

async function write(
	tx: Queryable,
	about: About,
	deed: Past['lives'][number]['deeds'][number][1],
	history: Dated,
	posts: readonly number[]
): Promise<void> {
	const { onDay, actorId } = about;
	if (deed.kind === 'move') {
		const fromStatus: AssignmentStatus = history.statuses.at(-1)!.toStatus;
		const moves = movesFrom(fromStatus);
		const { verb, to } = moves[deed.pick % moves.length]!;
		const values = { ...about, verb, fromStatus, toStatus: to };
		const [made] = await tx.insert(statusChange).values(values).returning({ id: statusChange.id });
		history.statuses.push({ id: made!.id, toStatus: to, onDay, actorId });
		if (history.reviewers.at(-1)?.reviewerId) await review(tx, about, history, null);
		if (to === 'confirmed') await plan(tx, about, history, made!.id);
	} else if (deed.kind === 'take') {
		if (history.statuses.at(-1)!.toStatus === 'reported-complete') {
			await review(tx, about, history, actorId);
		}
	} else if (deed.kind === 'look-again') {
		await lookAgain(tx, about, history);
	} else if (deed.kind === 'aim') {
		const { targetOn } = deed;
		await tx.insert(targetChange).values({ ...about, targetOn });
		history.targets.push({ targetOn, onDay });
	} else if (deed.kind === 'deadline') {
		const { lastDay } = deed;
		const set = { kind: 'fixed-day', rule: 'As set', setBy: 'inspectorate' } as const;
		await tx.insert(deadlineRevision).values({ ...about, ...set, lastDay });
		history.deadlines.push({ lastDay, onDay });
	} else if (deed.kind === 'accept') {
		const { acceptance } = deed;
		await tx.insert(acceptanceChange).values({ ...about, acceptance });
		history.acceptances.push({ acceptance, onDay });
	} else if (deed.kind === 'own') {
		const { duty }: { duty: PostDuty } = deed;
		const postId = deed.post === null ? null : posts[deed.post]!;
		await tx.insert(ownerChange).values({ ...about, postId, duty });
		history.owners.push({ postId, duty, onDay });
	} else {
		await tx.insert(progressUpdate).values({ ...about, narrative: 'We went on.' });
		history.updates.push({ onDay });
	}
}

/** Both posts pass from one holder to the next on the same days. */
async function changeHands(app: TestApp, posts: readonly number[], days: readonly number[]) {
	const fromDays = [...days].sort((a, b) => a - b).map((day) => addDays(FIRST_DAY, day));
	const holders = fromDays.map((fromDay, index) => ({ name: `Holder ${index + 1}`, fromDay }));
	await app.db.write(async (tx) => {
		for (const postId of posts) {
			for (const [index, holder] of holders.entries()) {
				const toDay = fromDays[index + 1] ?? null;
				await tx.insert(postHolder).values({ postId, ...holder, toDay });
			}
		}
	});
	return holders;
}

async function review(
	tx: Queryable,
	about: About,
	{ reviewers }: Dated,
	reviewerId: number | null
) {
	await tx.insert(reviewerChange).values({ ...about, reviewerId });
	reviewers.push({ reviewerId, onDay: about.onDay });
}

async function plan(tx: Queryable, about: About, { rechecks }: Dated, confirmationId: number) {
	const dueOn = addDays(about.onDay, 180);
	const values = { ...about, confirmationId, dueOn };
	const [made] = await tx.insert(recheck).values(values).returning({ id: recheck.id });
	rechecks.push({ id: made!.id, confirmationId, dueOn, onDay: about.onDay });
}

/** What waits to be looked at again is sustained. */
async function lookAgain(
	tx: Queryable,
	about: About,
	{ statuses, rechecks, recheckOutcomes }: Dated
) {
	const open = rechecks.findLast(({ confirmationId }) => confirmationId === statuses.at(-1)!.id);
	if (!open || recheckOutcomes.some(({ recheckId }) => recheckId === open.id)) return;
	const found = { outcome: 'sustained', reason: 'As we saw' } as const;
	await tx.insert(recheckOutcome).values({ ...about, ...found, recheckId: open.id });
	recheckOutcomes.push({ recheckId: open.id, onDay: about.onDay });
}
