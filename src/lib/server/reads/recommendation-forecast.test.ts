import { NO_FILTER } from '#lib/domain/assignment-filter.ts';
import { addDays } from '#lib/domain/plain-date.ts';
import { OPEN_STATUSES } from '#lib/domain/status.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPerson } from '../../../../tests/support/builders.ts';
import {
	aDayOfIt,
	aPast,
	liveThrough,
	replayed
} from '../../../../tests/support/random-history.ts';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import { viewOf } from './looking-back.ts';
import { readRecommendation } from './recommendation.ts';

const PAGE = { sort: 'reference', descending: false, page: 1 } as const;

test('a recommendation’s forecast counts what was open and confirmed by the day, whoever reads', async () => {
	await fc.assert(
		fc.asyncProperty(aPast, aDayOfIt, async (past, someDay) => {
			const app = openTestApp();
			const { all } = await liveThrough(app, past);
			const own = all.filter(({ recommendation }) => recommendation === 1);
			const day = [
				someDay,
				...all
					.map(({ allocatedOn }) => allocatedOn)
					.sort()
					.slice(0, 1)
			].sort()[1]!;
			const lead = await aPerson(app, ['lead', own[0]!.organisationId]);
			const { context, actor } = await viewOf(app, lead, day);
			const read = await readRecommendation(context, actor, 'OIC-1', NO_FILTER, PAGE);

			const stood = own.map((lived) => replayed(lived, day)?.status);
			const isOpen = (status: (typeof stood)[number]) =>
				status !== undefined && OPEN_STATUSES.some((one) => one === status);
			expect(read.forecast.open).toBe(stood.filter(isOpen).length);
			const confirmations = own.flatMap((lived) => {
				const days = new Set(lived.history.statuses.map(({ onDay }) => onDay));
				return [...days].filter(
					(on) =>
						on <= day &&
						replayed(lived, on)?.status === 'confirmed' &&
						replayed(lived, addDays(on, -1))?.status !== 'confirmed'
				);
			});
			expect(read.forecast.closures).toBe(confirmations.length);
		}),
		{ numRuns: 12 }
	);
}, 60_000);
