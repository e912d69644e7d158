import type { Actor } from '#lib/domain/actor.ts';
import { claimRisk } from '#lib/domain/claim-risk.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { daysBetween, type PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import {
	backlogOf,
	isAskedFor,
	type QueueFilter,
	type QueueSort,
	type QueueStage
} from '#lib/domain/review-queue.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { claimDetails, waitingClaims } from '../db/queries/review-queue.ts';
import { listInspectors } from '../db/queries/reviewer.ts';
import { remember } from '../db/remember.ts';
import { rememberParts } from '../db/remember-parts.ts';
import { PAGE_SIZE } from './assignment-list.ts';

export interface QueuePage {
	readonly filter: QueueFilter;
	readonly sort: QueueSort;
	readonly page: number;
}

type Queued = ReturnType<typeof queued>;

/**
 * The claims that wait for a decision, of every inspection: those that the filter asks for, the backlog in
 * numbers, and how many each inspector has taken. Three queries.
 * @throws Refusal 'not-allowed'
 */
export async function readReviewQueue(context: Context, actor: Actor, query: QueuePage) {
	mustBeAbleTo(actor, 'read-review-queue');
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const { claims: all, choices } = await readQueued(read, today);
	const inspectors = await listInspectors(read);
	const names = new Map(inspectors.map(({ id, name }) => [id, name]));
	const found = inOrder(
		all.filter((claim) => isAskedFor(claim, query.filter)),
		query.sort
	);
	const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
	const page = Math.min(query.page, pages);
	const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
	const details = await detailsOf(
		read,
		shown.map(({ id }) => id)
	);
	return {
		...{ page, pages, found: found.length },
		backlog: backlogOf(all.map(({ days }) => days)),
		untaken: all.filter(({ reviewerId }) => reviewerId === null).length,
		claims: shown.flatMap((claim) => {
			const detail = details.get(claim.id);
			if (!detail) return [];
			const { claimedBy, ...rest } = detail;
			const reviewer = claim.reviewerId === null ? null : (names.get(claim.reviewerId) ?? '');
			const isOwnClaim = claimedBy === actor.personId;
			return [{ ...claim, ...rest, reviewer, isOwnClaim }];
		}),
		workload: workloadOf(all, inspectors),
		choices,
		me: actor.personId
	};
}

const detailsOf = remember(claimDetails);

/** Every claim that waits, oldest first, with its age and its risk, and what they can be narrowed to. */
const readQueued = remember(async (db: Queryable, today: PlainDate) => {
	const parts = await claimsOf(db, today);
	const claims = [...parts.values()].flat().sort(byAge);
	return { claims, choices: choicesOf(claims) };
});

const claimsOf = rememberParts(async (db, only, today: PlainDate) => {
	const rows = await waitingClaims(db, only);
	const parts = [...Map.groupBy(rows, ({ recommendationId }) => recommendationId)];
	return new Map(parts.map(([id, claims]) => [id, claims.map((claim) => queued(claim, today))]));
});

type WaitingClaim = Awaited<ReturnType<typeof waitingClaims>>[number];

function queued(claim: WaitingClaim, today: PlainDate) {
	return {
		id: claim.id,
		reference: recommendationReference(claim.inspectionCode, claim.number),
		organisationCode: claim.organisationCode,
		organisationName: claim.organisationName,
		claimedOn: claim.claimedOn,
		reviewerId: claim.reviewerId,
		days: daysBetween(claim.claimedOn, today),
		risk: claimRisk(claim),
		stage: (claim.isReviewed ? 'to-countersign' : 'to-review') satisfies QueueStage as QueueStage
	};
}

function byAge(one: Queued, other: Queued): number {
	return other.days - one.days || one.id - other.id;
}

/** The oldest first, or the riskiest and of these the oldest. */
function inOrder(claims: readonly Queued[], sort: QueueSort): readonly Queued[] {
	if (sort === 'oldest') return claims;
	return [...claims].sort((one, other) => other.risk.score - one.risk.score);
}

/** What each inspector has taken, by name; somebody who is no inspector any more only where claims are left. */
function workloadOf(all: readonly Queued[], inspectors: readonly { id: number; name: string }[]) {
	return inspectors.map(({ id, name }) => {
		const taken = all.filter(({ reviewerId }) => reviewerId === id);
		return { id, name, ...backlogOf(taken.map(({ days }) => days)) };
	});
}

/** What the queue can be narrowed to: the bodies and recommendations of which a claim waits. */
function choicesOf(
	all: readonly { organisationCode: string; organisationName: string; reference: string }[]
) {
	const bodies = new Map(all.map((claim) => [claim.organisationCode, claim.organisationName]));
	return {
		organisations: [...bodies]
			.map(([code, name]) => ({ code, name }))
			.sort((one, other) => ALPHABET.compare(one.name, other.name)),
		recommendations: [...new Set(all.map(({ reference }) => reference))].sort(ALPHABET.compare)
	};
}

/** Made once: `localeCompare` makes one for each pair that it compares. 'OIC-9' comes before 'OIC-10'. */
const ALPHABET = new Intl.Collator('en-GB', { numeric: true });
