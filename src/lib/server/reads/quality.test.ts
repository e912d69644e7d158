import { addDays, plainDate } from '#lib/domain/plain-date.ts';
import { QUALITY_CHECK_NAMES, type QualityCheck } from '#lib/domain/quality.ts';
import { mendingPath, QUALITY_WORDS } from '#lib/wording/quality.ts';
import { eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aPost, anItemOfEvidence } from '../../../../tests/support/assignment-facts.ts';
import { aPerson, anAssignment, anOrganisation } from '../../../../tests/support/builders.ts';
import { countQueries, PAGE_QUERIES } from '../../../../tests/support/count-queries.ts';
import { anAction } from '../../../../tests/support/plan.ts';
import { noonOf, openTestApp, TEST_DAY, type TestApp } from '../../../../tests/support/test-app.ts';
import {
	deadlineRevision,
	evidence,
	fileScan,
	organisation,
	reportingPeriod,
	storedFile,
	waiting,
	waitingEnd
} from '../db/schema/tables.ts';
import { readQuality } from './quality.ts';

const TODAY = plainDate(TEST_DAY);
const YESTERDAY = addDays(TODAY, -1);
const NOW = { at: noonOf(TEST_DAY), onDay: TODAY };

type Facts = Parameters<typeof anAssignment>[2];
type Made = Awaited<ReturnType<typeof anAssignment>>;
interface Scene {
	readonly app: TestApp;
	readonly by: Awaited<ReturnType<typeof aPerson>>;
	/** An assignment of a body of its own, each under the same recommendation. */
	readonly make: (facts?: Facts, kind?: 'police-force' | 'national-agency') => Promise<Made>;
	readonly post: number;
	readonly heldPost: number;
}

/** For each check, one assignment that it finds, and others that come near and are sound. */
const CASES: Record<QualityCheck, (scene: Scene) => Promise<{ found: Made[]; sound: Made[] }>> = {
	'claimed-without-evidence': async ({ app, make, by }) => {
		const [none, gone, infected, link, open, passed] = await Promise.all(
			[0, 0, 0, 0, 0, 0].map(() => make({ status: 'reported-complete' }))
		);
		await anItemOfEvidence(app, gone!, by, { withdrawnAt: 1, withdrawnOn: TODAY });
		await aFile(app, infected!, by, 'a'.repeat(64), 'infected');
		await anItemOfEvidence(app, link!, by);
		await aFile(app, passed!, by, 'b'.repeat(64), 'clean');
		const working = await make({ status: 'in-progress' });
		await anItemOfEvidence(app, open!, by, { kind: 'sighting', linkUrl: null });
		return { found: [none!, gone!, infected!], sound: [link!, open!, passed!, working] };
	},
	'date-set-by-nobody': async ({ app, make, by }) => {
		const due = { originalDueOn: TODAY, currentDueOn: TODAY };
		const [nobody, unknown, set, undated] = [
			await make(due),
			await make(due),
			await make(due),
			await make()
		];
		await aDate(app, unknown!, null);
		await aDate(app, set!, by.personId);
		const closed = await make({ ...due, status: 'confirmed' });
		return { found: [nobody!, unknown!], sound: [set!, undated!, closed] };
	},
	'two-leads': async ({ make }) => {
		const both = [await make({}, 'national-agency'), await make({}, 'national-agency')];
		const forces = [await make(), await make()];
		const helper = await make({ capacity: 'contributing' }, 'national-agency');
		const alone = await make({ number: 8 }, 'national-agency');
		const other = await make({ number: 8, status: 'not-applicable' }, 'national-agency');
		return { found: both, sound: [...forces, helper, alone, other] };
	},
	'body-ended': async ({ app, make }) => {
		const [ended, closed, lasting] = [
			await make(),
			await make({ status: 'confirmed' }),
			await make()
		];
		const codes = [ended!.organisation, closed!.organisation];
		const update = { validTo: YESTERDAY };
		await app.db.write((tx) =>
			tx.update(organisation).set(update).where(inArray(organisation.code, codes))
		);
		await app.db.write((tx) =>
			tx
				.update(organisation)
				.set({ validTo: addDays(TODAY, 30) })
				.where(eq(organisation.code, lasting!.organisation))
		);
		return { found: [ended!], sound: [closed!, lasting!] };
	},
	'overdue-and-silent': async ({ app, make }) => {
		const late = { originalDueOn: YESTERDAY, currentDueOn: YESTERDAY };
		const long = { allocatedOn: plainDate('2025-10-01'), status: 'in-progress' as const };
		const silent = await make({ ...late, ...long });
		const speaking = await make({ ...late, ...long, lastReportedOn: addDays(TODAY, -5) });
		const inTime = await make({ ...long, originalDueOn: TODAY, currentDueOn: TODAY });
		await app.db.write(async (tx) => {
			const [about] = await tx.query.inspection.findMany();
			await tx.insert(reportingPeriod).values({
				inspectionId: about!.id,
				opensOn: plainDate('2026-02-01'),
				closesOn: plainDate('2026-02-28')
			});
		});
		return { found: [silent], sound: [speaking, inTime] };
	},
	'post-without-holder': async ({ make, post, heldPost }) => ({
		found: [await make({ ownerPostId: post })],
		sound: [
			await make({ ownerPostId: heldPost }),
			await make({ ownerPostId: post, status: 'confirmed' })
		]
	}),
	'recheck-overdue': async ({ make }) => ({
		found: [await make({ status: 'confirmed', recheckOn: YESTERDAY })],
		sound: [
			await make({ status: 'confirmed', recheckOn: TODAY }),
			await make({ status: 'confirmed' })
		]
	}),
	'wait-not-reviewed': async ({ app, make }) => {
		const [late, ended, ahead] = [await make(), await make(), await make()];
		await aWaitUntil(app, late!, YESTERDAY);
		const endedId = await aWaitUntil(app, ended!, YESTERDAY);
		await app.db.write((tx) =>
			tx.insert(waitingEnd).values({ ...NOW, assignmentId: ended!.id, waitingId: endedId })
		);
		await aWaitUntil(app, ahead!, TODAY);
		return { found: [late!], sound: [ended!, ahead!] };
	},
	'in-progress-without-action': async ({ app, make, by }) => {
		const [bare, back] = [
			await make({ status: 'in-progress' }),
			await make({ status: 'returned' })
		];
		const planned = await make({ status: 'in-progress' });
		const [{ id: organisationId } = { id: 0 }] = await app.db.read
			.select({ id: organisation.id })
			.from(organisation)
			.where(eq(organisation.code, planned.organisation));
		await anAction(app, [{ ...planned, organisationId }], by);
		return {
			found: [bare!, back!],
			sound: [planned, await make(), await make({ status: 'confirmed' })]
		};
	},
	'no-owner': async ({ make, heldPost }) => ({
		found: [await make()],
		sound: [await make({ ownerPostId: heldPost }), await make({ status: 'not-applicable' })]
	})
};

test.each(QUALITY_CHECK_NAMES)(
	'%s: finds what does not fit together and leaves what does',
	async (check) => {
		const scene = await open();
		const { found, sound } = await CASES[check](scene);
		const all = await readQuality(scene.app, scene.by, { ...ALL, check });
		const [shown] = all.checks;
		const names = shown!.rows.map((row) => `${row.reference}/${row.organisationCode}`).sort();
		const expected = found.map((made) => `${made.reference}/${made.organisation}`).sort();
		expect(sound.length).toBeGreaterThan(0);
		expect(names).toEqual(expected);
		expect(shown!.total).toBe(found.length);
		const among = (await readQuality(scene.app, scene.by, ALL)).checks.find(
			(one) => one.check === check
		);
		expect(among?.total).toBe(found.length);
		expect(QUALITY_WORDS[check].title).not.toBe('');
		for (const row of shown!.rows)
			expect(mendingPath(check, row)).toMatch(/^\/(recommendations|organisations)\//);
	}
);

const ALL = { inspection: undefined, check: undefined, page: 1 };

test('a number counts all, the first few are shown, and the whole is turned over page by page', async () => {
	const { app, by, make } = await open();
	for (let index = 0; index < 53; index += 1) await make();
	const few = (await readQuality(app, by, ALL)).checks.find(({ check }) => check === 'no-owner')!;
	expect([few.total, few.rows.length, few.pages]).toEqual([53, 5, 2]);
	const second = await readQuality(app, by, { ...ALL, check: 'no-owner', page: 2 });
	expect([second.checks[0]!.total, second.checks[0]!.rows.length]).toEqual([53, 3]);
});

test('somebody of one body is told of that body alone', async () => {
	const { app, make } = await open();
	const own = await make();
	await make();
	const [{ id } = { id: 0 }] = await app.db.read
		.select({ id: organisation.id })
		.from(organisation)
		.where(eq(organisation.code, own.organisation));
	const lead = await aPerson(app, ['lead', id]);
	const { checks } = await readQuality(app, lead, ALL);
	const shown = checks.flatMap(({ rows }) => rows.map(({ organisationCode }) => organisationCode));
	expect(new Set(shown)).toEqual(new Set([own.organisation]));
	expect(checks.find(({ check }) => check === 'no-owner')!.total).toBe(1);
	const none = await readQuality(app, await aPerson(app), ALL);
	expect(none.checks.every(({ total }) => total === 0)).toBe(true);
});

test('only whoever may mend it is led to the form; others are led to the assignment', async () => {
	const { app, by, make } = await open();
	const made = await make();
	const [{ id } = { id: 0 }] = await app.db.read
		.select({ id: organisation.id })
		.from(organisation)
		.where(eq(organisation.code, made.organisation));
	const wayOf = async (actor: typeof by) => {
		const { checks } = await readQuality(app, actor, { ...ALL, check: 'no-owner' });
		return mendingPath('no-owner', checks[0]!.rows[0]!);
	};
	const assignment = `/recommendations/OIC-7/${made.organisation}`;
	expect(await wayOf(by)).toBe(assignment);
	expect(await wayOf(await aPerson(app, ['lead', id]))).toBe(`${assignment}/owner`);
});

test('costs no more queries than a page may', async () => {
	const { app, by, make } = await open();
	await make();
	const { queries } = await countQueries(app, () => readQuality(app, by, ALL));
	expect(queries + 1).toBeLessThanOrEqual(PAGE_QUERIES);
});

let serial = 0;

async function open(): Promise<Scene> {
	const app = openTestApp();
	const by = await aPerson(app, 'inspector');
	const home = await anOrganisation(app, 'HOME');
	const make: Scene['make'] = async (facts = {}, kind = 'police-force') =>
		anAssignment(app, await anOrganisation(app, `Q${++serial}`, { kind }), facts);
	const post = await aPost(app, home, 'Vacant');
	return { app, by, make, post, heldPost: await aPost(app, home, 'Held', 'Alex Doe') };
}

async function aFile(
	app: TestApp,
	about: Made,
	by: Scene['by'],
	sha256: string,
	result: 'clean' | 'infected'
) {
	await app.db.write(async (tx) => {
		await tx.insert(storedFile).values({ sha256, bytes: 9, mediaType: 'application/pdf', at: 1 });
		await tx.insert(fileScan).values({ sha256, result: 'failed', at: 1 });
		await tx.insert(fileScan).values({ sha256, result, at: 2 });
	});
	const { id } = await anItemOfEvidence(app, about, by, { kind: 'file', linkUrl: null });
	await app.db.write((tx) =>
		tx.update(evidence).set({ fileSha256: sha256 }).where(eq(evidence.id, id))
	);
}

async function aDate(app: TestApp, about: Made, actorId: number | null) {
	const set = { kind: 'fixed-day', rule: 'As set', setBy: 'inspectorate', lastDay: TODAY } as const;
	await app.db.write((tx) =>
		tx.insert(deadlineRevision).values({ ...NOW, ...set, assignmentId: about.id, actorId })
	);
}

async function aWaitUntil(app: TestApp, about: Made, reviewOn: typeof TODAY): Promise<number> {
	const [row] = await app.db.write((tx) =>
		tx
			.insert(waiting)
			.values({
				...NOW,
				assignmentId: about.id,
				onAssignmentId: about.id,
				reason: 'Theirs comes first',
				reviewOn
			})
			.returning({ id: waiting.id })
	);
	return row!.id;
}
