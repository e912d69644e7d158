import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import type { StatedDeadline } from '#lib/domain/deadline-worded.ts';
import { reachOf } from '#lib/domain/deadline-reach.ts';
import { changeParts } from '#lib/domain/part.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { mustBeAsSeen } from '#lib/domain/seen.ts';
import { checkMove } from '#lib/domain/status.ts';
import { everyOffer, offerText, problemsOfItems } from '#lib/domain/wording-load.ts';
import { insertInspection } from '../audit/insert-inspection.ts';
import { letFollow } from '../audit/let-follow.ts';
import { recordAllocation } from '../audit/record-allocation.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { findAllocated, findBody } from '../db/queries/allocated.ts';
import { writeMove } from '../db/queries/assignment-move.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import {
	listBearers,
	listRecommendationDeadlines,
	writeRecommendationDeadline
} from '../db/queries/deadline-reach.ts';
import { insertAllocated } from '../db/queries/new-assignment.ts';
import { standingParts } from '../db/queries/part.ts';
import { planAcceptance, seenOf, type PlannedItem } from '../db/queries/wording-acceptance.ts';
import type { Load as FoundLoad } from '../db/queries/wording-load.ts';
import { writeParts } from '../db/queries/write-parts.ts';
import { tellOfOfficialWording, type WordedChange } from '../mail/bodies.ts';
import { recommendation, recommendationWording } from '../db/schema/recommendation.ts';
import { beginOnLoad, changeLoad } from '../db/queries/wording-standing.ts';

export interface AcceptCommand extends FormStamp {
	/** As `seenOf` the plan that was shown. */
	readonly seen: string;
	/** What of the offers is accepted, each as `offerText`, or all of one recommendation as `everyOffer`. */
	readonly add: readonly string[];
	readonly withdraw: readonly string[];
}

type Load = FoundLoad & { readonly inspectionId: number };

/**
 * Puts loaded wording in force, all of it or nothing: the texts, with the working summaries left in history,
 * the deadlines, the parts, and of the allocation what the checker accepted. What stands of every assignment
 * stays: progress, evidence and dates of their own.
 * @throws Refusal 'not-allowed', 'wording-sent-back', 'nothing-included', 'items-to-mend', 'inspection-code-taken',
 *   or as `beginOnLoad` and `checkMove`
 */
export async function acceptWording(
	context: Context,
	actor: Actor,
	key: string,
	command: AcceptCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'accept-wording');
	await context.db.write(async (tx) => {
		const found = await beginOnLoad(tx, actor, key, command, 'checker', moment);
		if (found.standing === 'sent-back') throw new Refusal('wording-sent-back');
		const plan = await planAcceptance(tx, found);
		mustBeAsSeen(seenOf(plan), command.seen);
		mustBeSound(plan);
		const load = await withInspection(tx, actor, found, moment);
		const { inspectionId } = load;
		await changeLoad(tx, found, {
			...{ outcome: 'accepted', settledBy: actor.personId, settledAt: moment.at, inspectionId }
		});
		const changes: WordedChange[] = [];
		for (const item of plan) {
			changes.push(...(await putInForce(tx, actor, load, item, command, moment)));
		}
		await record(tx, {
			action: 'wording.accept',
			actor,
			moment,
			particulars: {
				...{ reference: found.inspectionCode, loader: found.loader, count: plan.length },
				...{ source: found.source, sourceUrl: found.sourceUrl }
			}
		});
		const { inspectionCode } = found;
		await tellOfOfficialWording(tx, actor, inspectionCode, changes, moment, context.origin);
	});
}

function mustBeSound(plan: readonly PlannedItem[]): void {
	if (plan.length === 0) throw new Refusal('nothing-included');
	const known = plan.flatMap(({ standing, item }) => (standing ? (item.number ?? []) : []));
	const [problem] = problemsOfItems(
		plan.map(({ item }) => item),
		new Set(known)
	);
	if (problem) throw new Refusal('items-to-mend', { facts: { ...problem } });
}

/** One that was proposed with the wording comes into the register with it. */
async function withInspection(
	tx: Queryable,
	actor: Actor,
	found: FoundLoad,
	moment: Moment
): Promise<Load> {
	const { inspectionId, proposed } = found;
	if (inspectionId !== null) return { ...found, inspectionId };
	if (!proposed) throw new Error('The wording is of no inspection');
	return { ...found, inspectionId: await insertInspection(tx, actor, proposed, moment) };
}

async function putInForce(
	tx: Queryable,
	actor: Actor,
	load: Load,
	planned: PlannedItem,
	command: AcceptCommand,
	moment: Moment
): Promise<WordedChange[]> {
	const { item, standing } = planned;
	const number = item.number ?? 0;
	const reference = recommendationReference(load.inspectionCode, number);
	const id = standing?.id ?? (await addRecommendation(tx, actor, load, planned, moment));
	await tx.insert(recommendationWording).values({
		...{ recommendationId: id, kind: 'official', text: item.text, page: item.page },
		...{ source: load.source, sourceUrl: load.sourceUrl, retrievedOn: load.retrievedOn },
		...{ loadedBy: load.loadedBy, checkedBy: actor.personId, at: moment.at }
	});
	await record(tx, {
		action: 'recommendation.load-wording',
		actor,
		moment,
		particulars: { reference, loader: load.loader, source: load.source }
	});
	await writeWordedParts(tx, actor, id, reference, planned, moment);
	const allocated = await allocate(tx, actor, load, id, planned, command, moment);
	return [...allocated, ...(await date(tx, actor, id, reference, planned, moment))];
}

async function addRecommendation(
	tx: Queryable,
	actor: Actor,
	{ inspectionId, inspectionCode }: Load,
	{ item }: PlannedItem,
	moment: Moment
): Promise<number> {
	const facts = { number: item.number ?? 0, title: item.title ?? '', theme: item.theme ?? '' };
	const [made] = await tx
		.insert(recommendation)
		.values({ inspectionId, ...facts })
		.returning({ id: recommendation.id });
	if (!made) throw new Error('The recommendation was not stored');
	await record(tx, {
		action: 'recommendation.add',
		actor,
		moment,
		particulars: {
			reference: recommendationReference(inspectionCode, facts.number),
			...{ title: facts.title, theme: facts.theme }
		}
	});
	return made.id;
}

/** Where the source has none, those that an inspector wrote stay. */
async function writeWordedParts(
	tx: Queryable,
	actor: Actor,
	recommendationId: number,
	reference: string,
	{ item }: PlannedItem,
	moment: Moment
): Promise<void> {
	if (item.parts.length === 0) return;
	const standing = await standingParts(tx, recommendationId);
	const change = changeParts(standing, item.parts);
	if (!(await writeParts(tx, actor, recommendationId, standing, change, moment))) return;
	const labels = (parts: readonly { label: string }[]) => parts.map(({ label }) => label).join(' ');
	await record(tx, {
		action: 'recommendation.set-parts',
		actor,
		moment,
		particulars: {
			reference,
			added: labels(change.added),
			retired: labels(change.retired),
			dated: labels(change.dated)
		}
	});
}

/** A new recommendation falls to its addressees; one that stands changes as the checker accepted. */
async function allocate(
	tx: Queryable,
	actor: Actor,
	load: Load,
	recommendationId: number,
	{ item, offers, standing }: PlannedItem,
	{ add, withdraw }: AcceptCommand,
	moment: Moment
): Promise<WordedChange[]> {
	const reference = recommendationReference(load.inspectionCode, item.number ?? 0);
	const reason = `As addressed in the official wording: ${load.source}`;
	const accepted = offers.filter((offer) => {
		const ticked = offer.step === 'add' ? add : withdraw;
		const all = everyOffer(item.number);
		return standing === undefined || ticked.includes(all) || ticked.includes(offerText(offer));
	});
	const changes: WordedChange[] = [];
	for (const { organisation, step } of accepted) {
		if (step === 'add') {
			const body = await findBody(tx, organisation);
			if (body.validTo !== null) throw new Refusal('organisation-ended');
			const id = await insertAllocated(
				tx,
				{
					...{ inspectionId: load.inspectionId, recommendationId, organisationId: body.id },
					...{ capacity: 'lead', status: 'not-started' }
				},
				actor.personId,
				moment
			);
			const named = { organisationId: body.id, organisationName: body.name };
			const made = { id, ...named, reference };
			changes.push({ ...named, organisationCode: body.code, what: 'added' });
			await recordAllocation(tx, actor, made, { step, capacity: 'lead', reason }, moment);
			continue;
		}
		const found = await findAllocated(tx, { reference, organisation });
		const move = checkMove(found.status, 'set-no-further-action', {
			...{ actorId: actor.personId, claimedBy: found.claimedBy, evidenceCount: 0, reason },
			isExemptionAsked: found.openExemptionId !== null
		});
		await writeMove(tx, actor, found, move, { reason }, moment);
		const { capacity } = found;
		await recordAllocation(tx, actor, { ...found, reference }, { step, capacity, reason }, moment);
		changes.push({ ...found, what: 'withdrawn' });
	}
	return changes;
}

/** The deadline as worded, as `setRecommendationDeadline` sets it. One that says the same is left alone. */
async function date(
	tx: Queryable,
	actor: Actor,
	recommendationId: number,
	reference: string,
	{ item }: PlannedItem,
	moment: Moment
): Promise<WordedChange[]> {
	const { deadlineKind: kind, deadlineLastDay: lastDay, deadlinePhrase: phrase } = item;
	if (kind === null) return [];
	const [before] = await listRecommendationDeadlines(tx, recommendationId);
	const stated: StatedDeadline = { phrase, kind, lastDay, rule: item.deadlineRule ?? '' };
	const isSame = before?.lastDay === lastDay && before.phrase === phrase && before.kind === kind;
	const bearers = await listBearers(tx, recommendationId);
	const reached = bearers.filter((bearer) =>
		(isSame ? ['first'] : ['first', 'follows']).includes(reachOf(bearer))
	);
	if (isSame && reached.length === 0) return [];
	const reason = 'The official wording was loaded';
	await writeRecommendationDeadline(tx, actor, recommendationId, stated, reason, moment);
	for (const bearer of reached) {
		await letFollow(tx, actor, reference, bearer, stated, reason, moment);
	}
	await record(tx, {
		action: 'recommendation.set-deadline',
		actor,
		moment,
		particulars: {
			...{ reference, lastDay, previous: before?.lastDay ?? null },
			...{ count: reached.length, reason }
		}
	});
	return reached.map((bearer) => ({ ...bearer, what: 'dated' }));
}
