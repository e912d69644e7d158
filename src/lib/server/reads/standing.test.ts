import { NO_FILTER, type AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import {
	addStandings,
	ASKED_TO_ACCEPT,
	STANDING_WORDS,
	type StandingField
} from '#lib/domain/standing.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	aStandingRegister,
	buildStandingRegister,
	judgedStanding
} from '../../../../tests/support/standing.ts';
import { openTestApp, TEST_DAY, type TestApp } from '../../../../tests/support/test-app.ts';
import { inspection } from '../db/schema/tables.ts';
import { readAssignmentList } from './assignment-list.ts';
import { countStanding } from './standing.ts';

const TODAY = plainDate(TEST_DAY);
const PAGE = { sort: 'reference', descending: false, page: 1 } as const;
const FILTERS: readonly Partial<AssignmentFilter>[] = [
	{},
	{ recommendation: [2, 3] },
	{ organisation: ['ORG1', 'ORG2'] }
];

test('each count is what the rules say of each assignment, and the length of the list it leads to', async () => {
	await fc.assert(
		fc.asyncProperty(
			aStandingRegister,
			fc.constantFrom(...FILTERS),
			fc.constantFrom('all', 'own'),
			async (register, narrowed, sight) => {
				const app = openTestApp();
				const ids = await buildStandingRegister(app, register);
				const roles = rolesOf(sight, ids[1]!);
				const scope = await scopeOf(app, { ...NO_FILTER, ...narrowed });
				const counted = addStandings([
					...(await countStanding(app.db.read, { roles }, scope)).values()
				]);
				const judged = (await judgedStanding(app, register)).filter(
					({ number, organisation }) =>
						(narrowed.recommendation?.includes(number) ?? true) &&
						(narrowed.organisation?.includes(organisation) ?? true) &&
						(sight === 'all' || organisation === 'ORG1')
				);
				expect(counted).toEqual(addStandings(judged.map(({ standing }) => standing)));
				for (const field of Object.keys(STANDING_WORDS) as StandingField[]) {
					for (const [word, count] of Object.entries(counted[field])) {
						const asked = field === 'acceptance' ? { status: ASKED_TO_ACCEPT } : {};
						const filter = { ...scope.filter, ...asked, [field]: [word] };
						const list = await readAssignmentList(
							app.db.read,
							{ roles },
							{ ...scope, filter },
							PAGE
						);
						expect(list.total, `${field} ${word}`).toBe(count);
					}
				}
			}
		),
		{ numRuns: 30, endOnFailure: true }
	);
});

function rolesOf(sight: 'all' | 'own', organisationId: number) {
	return sight === 'all'
		? [{ role: 'inspector' as const, organisationId: null }]
		: [{ role: 'lead' as const, organisationId }];
}

async function scopeOf(app: TestApp, filter: AssignmentFilter) {
	const [about] = await app.db.read.select({ id: inspection.id }).from(inspection);
	return { inspectionId: about!.id, periods: [], today: TODAY, filter };
}
