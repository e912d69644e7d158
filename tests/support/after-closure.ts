import { londonDay, plainDate } from '#lib/domain/plain-date.ts';
import { RECHECK_OUTCOMES } from '#lib/domain/after-closure.ts';
import type { Context } from '#lib/server/db/context.ts';
import {
	assignment,
	inspection,
	recheck,
	recommendation,
	statusChange
} from '#lib/server/db/schema/tables.ts';
import { recordRecheck } from '#lib/server/services/rechecks.ts';
import { desc, eq } from 'drizzle-orm';
import type { Command } from './commands.ts';
import { draftForms } from './draft-forms.ts';
import type { Form } from './forms.ts';

// What follows closure: as rows, as commands, and as forms.

/** A re-check of the confirmation that the assignment stands at. */
export async function aRecheck(
	app: Context,
	about: { readonly id: number },
	dueOn = plainDate('2026-09-02')
): Promise<void> {
	await app.db.write(async (tx) => {
		const [last] = await tx
			.select({ id: statusChange.id })
			.from(statusChange)
			.where(eq(statusChange.assignmentId, about.id))
			.orderBy(desc(statusChange.id))
			.limit(1);
		await tx.insert(recheck).values({
			...{ assignmentId: about.id, confirmationId: last!.id, dueOn },
			...{ at: app.clock.now(), onDay: londonDay(app.clock.now()) }
		});
		await tx.update(assignment).set({ recheckOn: dueOn }).where(eq(assignment.id, about.id));
	});
}

/** The first recommendation of an inspection published then, made once: 'NEW-1'. */
export async function aRecommendationOf(app: Context, code: string, publishedOn: string) {
	await app.db.write(async (tx) => {
		const [about] = await tx
			.insert(inspection)
			.values({
				...{ code, title: `Inspection ${code}`, inspectorate: 'HMICFRS', licence: 'OGL' },
				...{ publishedOn: plainDate(publishedOn), url: 'https://example.test' }
			})
			.onConflictDoNothing()
			.returning();
		if (!about) return;
		const row = { inspectionId: about.id, number: 1, title: `Of ${code}`, theme: 'Targeting' };
		await tx.insert(recommendation).values(row);
	});
}

export const AFTER_CLOSURE_COMMANDS: readonly Command[] = RECHECK_OUTCOMES.map((outcome) => ({
	name: `re-check: ${outcome}`,
	action: 'recheck',
	from: 'confirmed',
	form: 'stamp',
	fields: [
		['reason', 'recheck_outcome', 'reason'],
		...(outcome === 'reopened' ? ([['reason', 'status_change', 'reason']] as const) : [])
	],
	prepare: ({ app, staged }) => aRecheck(app, staged),
	run: ({ app, actor, staged, form, typed }) =>
		recordRecheck(app, actor, staged, { ...form, outcome, reason: typed('reason') })
}));

const [SUSTAINED, REOPENED] = RECHECK_OUTCOMES.map((outcome): Omit<Form, 'action'> => ({
	id: '/(app)/recommendations/[ref]/[org]/recheck',
	needs: 'recheck',
	from: 'confirmed',
	fields: { outcome, reason: 'As we saw on a visit' },
	prepare: (app, _scene, staged) => aRecheck(app, staged)
})) as [Omit<Form, 'action'>, Omit<Form, 'action'>];

export const AFTER_CLOSURE_FORMS: readonly Form[] = [
	{ ...SUSTAINED, action: 'send' },
	{ ...REOPENED, action: 'send' },
	...draftForms(SUSTAINED, 'recheck')
];
