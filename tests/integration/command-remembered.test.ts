import { NO_FILTER } from '#lib/domain/assignment-filter.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { openSnapshot } from '#lib/server/db/open.ts';
import { readAssignment } from '#lib/server/reads/assignment.ts';
import { readAssignments } from '#lib/server/reads/assignments.ts';
import { readComparison } from '#lib/server/reads/comparison.ts';
import { readDashboard } from '#lib/server/reads/dashboard.ts';
import { viewOf } from '#lib/server/reads/looking-back.ts';
import { readReviewQueue } from '#lib/server/reads/review-queue.ts';
import { readSummary } from '#lib/server/reads/summary.ts';
import { readAcceptance } from '#lib/server/reads/wording-loads.ts';
import { expect, test } from 'vitest';
import { aPerson } from '../support/builders.ts';
import { prepare } from '../support/carry-out.ts';
import { COMMANDS } from '../support/commands.ts';
import { databaseFileOf } from '../support/database.ts';
import { openScene } from '../support/scene.ts';
import { openTestApp, TEST_DAY, type TestApp } from '../support/test-app.ts';
import { aWordingLoad } from '../support/wording-load.ts';

// What is remembered by recommendation is read again only of those that something was changed of. No command says
// of what: so after each of them everything is read once as it is remembered and once with nothing remembered.

const DAYS = [null, TEST_DAY, '2026-03-05'];
/** On which the command is carried out: later than what stood before. */
const NEXT_DAY = '2026-03-09';

const LIST_PAGE = { sort: 'reference', descending: false, page: 1 } as const;
const WHOLE = { wholeHistory: true };

test.each(COMMANDS.map((command) => [command.name, command] as const))(
	'%s: what is remembered is what there is to read',
	async (_, command) => {
		const app = openTestApp();
		const scene = await openScene(app);
		const reader = await aPerson(app, 'inspector');
		const given = await prepare(app, scene, command);
		const wording = await aWordingLoad(app, reader);
		app.goTo(NEXT_DAY);
		const before = await everything(app, reader, wording);
		expect(before).toEqual(await fresh(app, reader, wording));
		await command.run(given);
		expect(await everything(app, reader, wording)).toEqual(await fresh(app, reader, wording));
	},
	// Everything is read four times, of four days.
	30_000
);

type Reader = Awaited<ReturnType<typeof aPerson>>;

async function everything(app: TestApp, reader: Reader, wording: string): Promise<unknown> {
	const boards = [];
	const pages: unknown[] = [];
	for (const day of DAYS) {
		const { context, actor } = await viewOf(app, reader, day);
		const organisation = 'KENT';
		pages.push(
			await readSummary(context, actor, {}),
			await readSummary(context, actor, { organisation }),
			await readAssignments(context, actor, undefined, NO_FILTER, LIST_PAGE),
			await readAssignment(context, actor, { reference: 'OIC-7', organisation }, WHOLE)
		);
		for (const filter of [NO_FILTER, { ...NO_FILTER, recommendation: [7] }]) {
			boards.push(await readDashboard(context, actor, { inspection: undefined, filter }));
		}
	}
	const asked = { inspection: undefined, filter: NO_FILTER, changes: [], page: 1 };
	const span = { from: plainDate(TEST_DAY), to: plainDate(NEXT_DAY) };
	const compared = await readComparison(app, reader, { ...asked, ...span });
	const all = {
		days: null,
		risk: [],
		organisation: [],
		recommendation: [],
		reviewer: [],
		stage: []
	};
	const reviews = await readReviewQueue(app, reader, { filter: all, sort: 'oldest', page: 1 });
	const accepting = await readAcceptance(app, reader, wording);
	return { boards, pages, compared, reviews, accepting };
}

/** On a connection of its own, which remembers nothing and watches nothing. */
async function fresh(app: TestApp, reader: Reader, wording: string): Promise<unknown> {
	const snapshot = openSnapshot(databaseFileOf(app));
	try {
		return await everything({ ...app, db: snapshot }, reader, wording);
	} finally {
		snapshot.close();
	}
}
