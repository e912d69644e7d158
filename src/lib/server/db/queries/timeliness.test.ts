import { addDays, plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { ASSIGNMENT_STATUSES } from '#lib/domain/status.ts';
import { timelinessOf, wouldBeOverdueWithoutExtensions } from '#lib/domain/timeliness.ts';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAssignment, anOrganisation } from '../../../../../tests/support/builders.ts';
import { openTestApp, TEST_DAY } from '../../../../../tests/support/test-app.ts';
import { assignment } from '../schema/assignment.ts';
import { isOpenSql, judgingDays, timelinessConditions } from './timeliness.ts';

const TODAY = plainDate(TEST_DAY);
const DUE: (PlainDate | null)[] = [
	null,
	...[-5, -1, 0, 30, 31].map((days) => addDays(TODAY, days))
];
const CLAIMED: (PlainDate | null)[] = [null, addDays(TODAY, -5), addDays(TODAY, -6)];

const asked = Object.fromEntries(
	Object.entries(timelinessConditions(judgingDays([], TODAY))).map(([word, condition]) => [
		word,
		sql<number>`${isOpenSql} and ${condition}`
	])
);

const CHANGING = ASSIGNMENT_STATUSES.flatMap((status) =>
	DUE.flatMap((currentDueOn) => CLAIMED.map((claimedOn) => ({ status, currentDueOn, claimedOn })))
);

test.each(DUE.map((originalDueOn) => ({ originalDueOn })))(
	'due on $originalDueOn at first: the rule and its SQL say the same of every status, date and claim',
	async ({ originalDueOn }) => {
		const app = openTestApp();
		const kent = await anOrganisation(app, 'KENT');
		await anAssignment(app, kent, { originalDueOn });
		for (const changing of CHANGING) {
			await app.db.write((tx) => tx.update(assignment).set(changing));
			const [said = {}] = await app.db.read.select(asked).from(assignment);
			const facts = { ...changing, originalDueOn };
			const expected = [
				timelinessOf(facts, TODAY),
				wouldBeOverdueWithoutExtensions(facts, TODAY) ? 'would-be-overdue' : null
			];
			const words = Object.keys(said).filter((word) => said[word] === 1);
			expect(words, JSON.stringify(facts)).toEqual(expected.filter((word) => word !== null));
		}
	}
);
