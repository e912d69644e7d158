import type { EvidenceKind } from '#lib/domain/evidence.ts';
import { evidenceMixOf } from '#lib/domain/evidence-mix.ts';
import { claimAgeOf } from '#lib/domain/claim-age.ts';
import { dueSpanOf, originallyOverdueSpanOf, overdueSpanOf } from '#lib/domain/due-span.ts';
import { firstDecisionOf } from '#lib/domain/first-decision.ts';
import { addDays, plainDate } from '#lib/domain/plain-date.ts';
import {
	ASKED_TO_ACCEPT,
	noStanding,
	type Standing,
	type StandingField
} from '#lib/domain/standing.ts';
import type { AssignmentStatus } from '#lib/domain/status.ts';
import {
	assignment,
	evidence,
	fileScan,
	organisation,
	person,
	recommendation,
	statusChange,
	storedFile
} from '#lib/server/db/schema/tables.ts';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { anyRegister, buildRegister, type AnyRegister } from './random-register.ts';
import { noonOf, TEST_DAY, type TestApp } from './test-app.ts';

// Registers in which everything that a dashboard counts is there, and what the rules say of each assignment.

const TODAY = plainDate(TEST_DAY);
const QUARANTINED = 'f'.repeat(64);
const CLEAN = 'c'.repeat(64);

const aDue = fc.option(fc.integer({ min: -300, max: 200 }).map((days) => addDays(TODAY, days)));
const itemKinds = ['file', 'link', 'sighting', 'withdrawn file', 'file in quarantine'] as const;

const aLot = fc.record({
	originalDueOn: aDue,
	currentDueOn: aDue,
	claimedOn: fc.integer({ min: 0, max: 80 }).map((days) => addDays(TODAY, -days)),
	items: fc.uniqueArray(fc.constantFrom(...itemKinds)),
	decided: fc.array(
		fc.constantFrom<AssignmentStatus>('reported-complete', 'in-progress', 'confirmed', 'returned'),
		{ maxLength: 5 }
	)
});

/** As `anyRegister`, with dates far and near, evidence and past decisions. */
export const aStandingRegister = fc
	.tuple(anyRegister(1), fc.array(aLot, { minLength: 15, maxLength: 15 }))
	.map(([shape, lots]) => {
		const assignments = shape.assignments.map((one, index) => {
			const { originalDueOn, currentDueOn, claimedOn } = lots[index]!;
			return { ...one, originalDueOn, currentDueOn, claimedOn };
		});
		return { shape: { ...shape, assignments } as AnyRegister, lots };
	});

export type StandingRegister =
	typeof aStandingRegister extends fc.Arbitrary<infer Shape> ? Shape : never;

/** Writes it as rows. */
export async function buildStandingRegister(
	app: TestApp,
	{ shape, lots }: StandingRegister
): Promise<number[]> {
	const ids = await buildRegister(app, shape);
	await app.db.write(async (tx) => {
		const [inspector] = await tx
			.insert(person)
			.values({ email: 'somebody@tracker.test', name: 'Somebody', createdAt: 1 })
			.returning({ id: person.id });
		await tx.insert(storedFile).values(
			[CLEAN, QUARANTINED].map((sha256) => ({
				...{ sha256, bytes: 1, mediaType: 'text/plain', at: noonOf(TEST_DAY) }
			}))
		);
		await tx
			.insert(fileScan)
			.values({ sha256: QUARANTINED, result: 'infected', at: noonOf(TEST_DAY) } as never);
		for (const [index, { id }] of (
			await tx.select({ id: assignment.id }).from(assignment).orderBy(assignment.id)
		).entries()) {
			const about = { assignmentId: id, at: noonOf(TEST_DAY), onDay: TODAY };
			for (const item of lots[index]!.items) {
				await tx.insert(evidence).values({
					...about,
					...{ key: `${id} ${item}`, title: item, shows: item, marking: 'official' as const },
					...{ addedBy: inspector!.id, ...columnsOf(item, inspector!.id) }
				});
			}
			for (const toStatus of lots[index]!.decided) {
				await tx.insert(statusChange).values({ ...about, verb: 'start', toStatus });
			}
		}
	});
	return ids;
}

function columnsOf(item: (typeof itemKinds)[number], by: number) {
	const withdrawal = {
		...{ withdrawnAt: noonOf(TEST_DAY), withdrawnOn: TODAY, withdrawnBy: by },
		withdrawnReason: 'The wrong one'
	};
	switch (item) {
		case 'link':
			return { kind: 'link' as const, linkUrl: 'https://kent.example' };
		case 'sighting':
			return {
				...{ kind: 'sighting' as const, heldWhere: 'A safe', custodian: 'The custodian' },
				...{ seenBy: 'An inspector', seenOn: TODAY }
			};
		default:
			return {
				...{ kind: 'file' as const, fileName: 'policy.txt' },
				fileSha256: item === 'file in quarantine' ? QUARANTINED : CLEAN,
				...(item === 'withdrawn file' ? withdrawal : {})
			};
	}
}

/** What the rules count, by the recommendation's number and the organisation's code. */
export async function judgedStanding(
	app: TestApp,
	{ lots }: StandingRegister
): Promise<{ number: number; organisation: string; standing: Standing }[]> {
	const rows = await app.db.read
		.select({ row: assignment, number: recommendation.number, code: organisation.code })
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.orderBy(assignment.id);
	return rows.map(({ row, number, code }, index) => {
		const { items, decided } = lots[index]!;
		const kinds = items.filter((item): item is EvidenceKind => !item.includes(' '));
		const standing = noStanding();
		const words: Record<StandingField, string | null> = {
			overdueFor: overdueSpanOf(row, TODAY),
			originallyOverdueFor: originallyOverdueSpanOf(row, TODAY),
			dueWithin: dueSpanOf(row, TODAY),
			claimedFor: claimAgeOf(row, TODAY),
			evidence: evidenceMixOf(row.status, kinds),
			firstDecision: firstDecisionOf(decided),
			acceptance: ASKED_TO_ACCEPT.includes(row.status) ? row.acceptance : null
		};
		for (const [field, word] of Object.entries(words)) {
			const into: Record<string, number> = standing[field as StandingField];
			if (word !== null) into[word]! += 1;
		}
		return { number, organisation: code, standing };
	});
}
