import {
	checkActionDue,
	checkActionDueMoved,
	checkActionMove,
	PLAN_MAX
} from '#lib/domain/action.ts';
import { changedFields } from '#lib/domain/action-snapshot.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { isOpen } from '#lib/domain/status.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { recordAction, type PlannedAction } from '../audit/record-action.ts';
import { randomText } from '../auth/secret.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import {
	findOwnAssignments,
	findOwnPost,
	type ActionName,
	type FoundAction
} from '../db/queries/action.ts';
import {
	beginActionChange,
	changeActionRow,
	keepActionChange,
	planOrder,
	snapshotOf
} from '../db/queries/action-change.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { action, actionAssignment } from '../db/schema/action.ts';

export interface ActionStatement {
	readonly title: string;
	/** What it will show when it is done. */
	readonly shows: string;
	/** A post of the same organisation. */
	readonly ownerPostId: number | null;
	readonly dueOn: PlainDate | null;
	/** Recommendations ('OIC-7') whose assignments to the same organisation it serves. */
	readonly serves: readonly string[];
}

/**
 * Puts a step at the end of the plan of the assignment, and of each other that it serves.
 * @returns its key
 * @throws Refusal 'not-found' (also for a post, or an assignment, of another organisation), 'not-allowed',
 *   'already-submitted', 'move-not-possible' where an assignment is closed, 'due-before-publication', 'plan-full'
 */
export async function addAction(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: ActionStatement & { readonly submissionKey: string }
): Promise<string> {
	const moment = momentOf(context.clock);
	return context.db.write(async (tx) => {
		const found = await findAssignment(tx, actor, name);
		mustBeAbleTo(actor, 'write-plan', found);
		await claimSubmission(tx, actor, command.submissionKey, moment);
		checkActionDue(command.dueOn, found.publishedOn);
		const owner = await findOwnPost(tx, found.organisationId, command.ownerPostId);
		const serves = await findOwnAssignments(tx, found.organisationId, [
			name.reference,
			...command.serves
		]);
		const { title, shows, ownerPostId, dueOn } = command;
		const key = randomText(12);
		const [made] = await tx
			.insert(action)
			.values({
				key,
				organisationId: found.organisationId,
				title,
				shows,
				ownerPostId,
				dueOn,
				state: 'planned'
			})
			.returning({ id: action.id });
		if (!made) throw new Error('The action was not stored');
		for (const plan of serves) await putAtEnd(tx, made.id, plan);
		await keepActionChange(tx, actor, moment, made.id, {
			verb: 'add',
			state: {
				title,
				shows,
				owner,
				dueOn,
				state: 'planned',
				doneOn: null,
				serves: serves.map(({ reference }) => reference)
			}
		});
		const about = { key, title, ...organisationOf(found) };
		await recordAction(tx, actor, moment, about, 'add', plansOf(serves), { dueOn });
		return key;
	});
}

/**
 * Says anew what the step is, who does it, by when, and which assignments it serves.
 * @throws Refusal as `addAction` and `beginActionChange`; 'action-not-possible' unless it is planned;
 *   'serves-nothing'; 'due-move-needs-reason' where a promised date is moved without saying why
 */
export async function changeAction(
	context: Context,
	actor: Actor,
	name: ActionName,
	command: ActionStatement & FormStamp & { readonly reason?: string | undefined }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginActionChange(tx, actor, name, 'write-plan', command, moment);
		checkActionMove(found.state, 'change', command, moment.today);
		checkActionDueMoved(found.dueOn, command.dueOn, command.reason);
		if (command.dueOn !== found.dueOn) checkActionDue(command.dueOn, found.assignment.publishedOn);
		if (command.serves.length === 0) throw new Refusal('serves-nothing', { field: 'serves' });
		const owner = await findOwnPost(tx, found.organisationId, command.ownerPostId);
		const serves = await findOwnAssignments(tx, found.organisationId, command.serves);
		const before = snapshotOf(found);
		const after = {
			...before,
			title: command.title,
			shows: command.shows,
			owner,
			dueOn: command.dueOn,
			serves: serves.map(({ reference }) => reference)
		};
		const changed = changedFields(before, after);
		if (changed.length === 0) return;
		const { title, shows, ownerPostId, dueOn } = command;
		await changeActionRow(tx, found, { title, shows, ownerPostId, dueOn });
		const reason = writtenOrNull(command.reason);
		await keepActionChange(tx, actor, moment, found.id, { verb: 'change', reason, state: after });
		await changePlans(tx, actor, moment, found, title, serves, {
			changed: changed.join(' '),
			from: found.dueOn,
			to: dueOn,
			reason
		});
	});
}

type OwnAssignment = Awaited<ReturnType<typeof findOwnAssignments>>[number];

/** The action stays in its place where it served before, comes last where it is new, and leaves the rest. */
async function changePlans(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	found: FoundAction,
	title: string,
	serves: readonly OwnAssignment[],
	particulars: Parameters<typeof recordAction>[6]
): Promise<void> {
	const about = { key: found.key, title, ...organisationOf(found.assignment) };
	const served = new Set(found.serves.map(({ assignmentId }) => assignmentId));
	const serving = new Set(serves.map(({ id }) => id));
	const kept = found.serves.filter(({ assignmentId }) => serving.has(assignmentId));
	const left = found.serves.filter(({ assignmentId }) => !serving.has(assignmentId));
	const joined = serves.filter(({ id }) => !served.has(id));
	for (const plan of joined) await putAtEnd(tx, found.id, plan);
	if (left.length > 0) {
		const ids = left.map(({ assignmentId }) => assignmentId);
		await tx
			.delete(actionAssignment)
			.where(
				and(eq(actionAssignment.actionId, found.id), inArray(actionAssignment.assignmentId, ids))
			);
	}
	await recordAction(tx, actor, moment, about, 'change', kept, particulars);
	await recordAction(tx, actor, moment, about, 'add', plansOf(joined), {
		dueOn: particulars?.to ?? null
	});
	await recordAction(tx, actor, moment, about, 'take-out', left);
}

async function putAtEnd(tx: Queryable, actionId: number, plan: OwnAssignment): Promise<void> {
	if (!isOpen(plan.status)) {
		const { status, reference } = plan;
		throw new Refusal('plan-closed', { field: 'serves', facts: { status, reference } });
	}
	const order = await planOrder(tx, plan.id);
	if (order.length >= PLAN_MAX) throw new Refusal('plan-full', { facts: { max: PLAN_MAX } });
	const position = (order.at(-1)?.position ?? 0) + 1;
	await tx.insert(actionAssignment).values({ actionId, assignmentId: plan.id, position });
}

function plansOf(serves: readonly OwnAssignment[]) {
	return serves.map(({ id, reference }) => ({ assignmentId: id, reference }));
}

function organisationOf(found: PlannedOrganisation) {
	const { organisationId, organisationName } = found;
	return { organisationId, organisationName };
}

type PlannedOrganisation = Pick<PlannedAction, 'organisationId' | 'organisationName'>;
