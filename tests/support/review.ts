import type { Actor } from '#lib/domain/actor.ts';
import { londonDay } from '#lib/domain/plain-date.ts';
import type { FindingSaid, Verdict } from '#lib/domain/review.ts';
import type { Context } from '#lib/server/db/context.ts';
import { latestClaimId } from '#lib/server/db/queries/review.ts';
import {
	assignment,
	claimReview,
	criterion,
	inspection,
	person
} from '#lib/server/db/schema/tables.ts';
import { setReviewer } from '#lib/server/services/reviewers.ts';
import { reportComplete } from '#lib/server/services/claims.ts';
import {
	countersignReview,
	decideClaim,
	type ReviewCommand
} from '#lib/server/services/reviews.ts';
import { desc, eq, like } from 'drizzle-orm';
import { aForm } from './assignment-facts.ts';
import { aPerson } from './builders.ts';
import type { Command } from './commands.ts';
import { draftForms } from './draft-forms.ts';
import type { Form } from './forms.ts';
import { aCriterion } from './plan-facts.ts';
import type { Staged } from './scene.ts';
import type { TestApp } from './test-app.ts';

// Decisions on claims: as rows, as commands, and as forms.

/** From now on every decision of every inspection needs two inspectors. */
export async function askForTwo(app: Context): Promise<void> {
	await app.db.write((tx) => tx.update(inspection).set({ isCountersigned: true }));
}

/** A review that waits for its second inspector. */
export async function aReview(
	app: Context,
	about: { readonly id: number },
	by: Actor,
	facts: Partial<typeof claimReview.$inferInsert> = {}
): Promise<number> {
	const claimId = await latestClaimId(app.db.read, about.id);
	if (claimId === null) throw new Error('No claim waits');
	const [row] = await app.db.write((tx) =>
		tx
			.insert(claimReview)
			.values({
				...{ assignmentId: about.id, actorId: by.personId, claimId },
				...{ at: app.clock.now(), onDay: londonDay(app.clock.now()) },
				...{ verdict: 'confirm', basis: 'visit' },
				...facts
			})
			.returning({ id: claimReview.id })
	);
	return row!.id;
}

/** Reports complete, with the same evidence for each of the criteria. */
export async function claimOn(
	app: TestApp,
	actor: Actor,
	staged: Staged,
	criteria: readonly number[]
): Promise<void> {
	const links = criteria.map((id) => ({
		...{ point: `criterion-${id}`, evidenceKey: staged.evidenceKey }
	}));
	const form = await aForm(app, staged);
	await reportComplete(app, actor, staged, { ...form, statement: 'Done', links });
}

/** Confirms after a desk review, with every criterion met, or as is said. */
export async function decideOn(
	app: TestApp,
	actor: Actor,
	staged: Staged,
	criteria: readonly number[],
	said: Partial<ReviewCommand> = {}
): Promise<void> {
	await decideClaim(app, actor, staged, {
		...{ verdict: 'confirm', basis: 'desk-review', findings: allMet(criteria) },
		...(await aForm(app, staged)),
		...said
	});
}

export function allMet(criteria: readonly number[]): FindingSaid[] {
	return criteria.map((criterionId) => ({ criterionId, finding: 'met' }));
}

function decision(verdict: Verdict): Command {
	return {
		name: verdict,
		action: verdict,
		from: 'reported-complete',
		form: 'stamp',
		fields: [
			['reason', 'status_change', 'reason'],
			['reason', 'claim_review', 'reason'],
			['why', 'criterion_finding', 'reason']
		],
		prepare: ({ app, scene, staged }) => aCriterion(app, staged, scene.people.inspector),
		run: async ({ app, actor, staged, form, typed }) =>
			decideClaim(app, actor, staged, {
				...form,
				verdict,
				basis: 'later-inspection',
				reason: typed('reason'),
				findings: [
					{ criterionId: await latestCriterion(app), finding: 'partly-met', reason: typed('why') }
				]
			})
	};
}

const DECISION_COMMANDS: readonly Command[] = [
	decision('confirm'),
	decision('return'),
	...(['agree', 'disagree'] as const).map((answer): Command => ({
		name: `countersign: ${answer}`,
		action: 'countersign',
		from: 'reported-complete',
		form: 'stamp',
		fields: [['reason', 'countersignature', 'reason']],
		prepare: async ({ app, staged }) => aReview(app, staged, await samGray(app)),
		run: ({ app, actor, staged, form, typed }) =>
			countersignReview(app, actor, staged, { ...form, answer, reason: typed('reason') })
	}))
];

/** Takes a claim, hands it over to Sam Gray, or puts back what Sam Gray has. */
const REVIEWER_COMMANDS: readonly Command[] = (['take', 'hand over', 'put back'] as const).map(
	(step): Command => ({
		name: `${step} a review`,
		action: 'take-review',
		from: 'reported-complete',
		form: 'stamp',
		fields: [['reason', 'reviewer_change', 'reason']],
		prepare: async ({ app, staged }) => {
			const { personId: reviewerId } = await samGray(app);
			if (step !== 'put back') return;
			await app.db.write((tx) =>
				tx.update(assignment).set({ reviewerId }).where(eq(assignment.id, staged.id))
			);
		},
		run: async ({ app, actor, staged, form, typed }) => {
			const others = { 'hand over': await idOfSamGray(app), 'put back': null };
			const reviewerId = step === 'take' ? actor.personId : others[step];
			await setReviewer(app, actor, staged, { ...form, reviewerId, reason: typed('reason') });
		}
	})
);

export const REVIEW_COMMANDS: readonly Command[] = [...DECISION_COMMANDS, ...REVIEWER_COMMANDS];

const REVIEW = '/(app)/recommendations/[ref]/[org]/review';

const [CONFIRM, RETURN] = (['confirm', 'return'] as const).map((verdict): Omit<Form, 'action'> => ({
	id: REVIEW,
	needs: verdict,
	from: 'reported-complete',
	fields: { verdict, basis: 'visit', reason: 'It came to light' },
	async make(app, staged) {
		const id = await aCriterion(app, staged, await aPerson(app, 'inspector'));
		return { [`finding-${id}`]: 'not-met', [`why-${id}`]: 'Two custody suites do not' };
	}
})) as [Omit<Form, 'action'>, Omit<Form, 'action'>];

const COUNTERSIGN: Omit<Form, 'action'> = {
	id: `${REVIEW}/countersign`,
	needs: 'countersign',
	from: 'reported-complete',
	fields: { answer: 'disagree', reason: 'The sample is too small' },
	prepare: async (app, _scene, staged) => aReview(app, staged, await aPerson(app, 'inspector'))
};

export const REVIEW_FORMS: readonly Form[] = [
	{ ...CONFIRM, action: 'send' },
	{ ...RETURN, action: 'send' },
	...draftForms(CONFIRM, 'review', ['answer']),
	{ ...COUNTERSIGN, action: 'send' },
	...draftForms(COUNTERSIGN, 'countersigning', ['verdict', 'basis']),
	{
		id: `${REVIEW}er`,
		action: 'default',
		needs: 'take-review',
		from: 'reported-complete',
		fields: { reason: 'She knows the force' },
		make: async (app) => ({ reviewer: String((await aPerson(app, 'inspector')).personId) })
	}
];

/** Another inspector than any of the scene. */
async function samGray(app: TestApp): Promise<Actor> {
	const actor = await aPerson(app, 'inspector');
	const name = 'Sam Gray';
	await app.db.write((tx) => tx.update(person).set({ name }).where(eq(person.id, actor.personId)));
	return { ...actor, name };
}

async function idOfSamGray(app: TestApp): Promise<number> {
	const [row] = await app.db.read
		.select({ id: person.id })
		.from(person)
		.where(like(person.name, 'Sam Gray%'))
		.orderBy(desc(person.id))
		.limit(1);
	return row!.id;
}

async function latestCriterion(app: TestApp): Promise<number> {
	const [row] = await app.db.read
		.select({ id: criterion.id })
		.from(criterion)
		.orderBy(desc(criterion.id))
		.limit(1);
	return row!.id;
}
