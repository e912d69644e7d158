import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { readAssignmentListQuery } from '#lib/forms/assignment-filter.ts';
import {
	attentionHref,
	oversightFigures,
	ownFigures,
	wouldBeOverdueLink
} from '#lib/wording/figures.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPerson, anAssignment, anOrganisation } from '../../../../tests/support/builders.ts';
import { countQueries, PAGE_QUERIES } from '../../../../tests/support/count-queries.ts';
import { anyRegister, buildRegister } from '../../../../tests/support/random-register.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { readAssignments } from './assignments.ts';
import { readHome } from './home.ts';
import { readOrganisation } from './organisation.ts';

/** How many assignments the list behind a link has, as the page at that address reads it. */
async function totalAt(app: TestApp, actor: Actor, href: string): Promise<number> {
	const url = new URL(href, app.origin);
	const query = readAssignmentListQuery(url.searchParams);
	const [, branch, code] = url.pathname.split('/');
	const { inspection, filter } = query;
	const { list } =
		branch === 'organisations'
			? await readOrganisation(app, actor, code!, inspection, filter, query)
			: await readAssignments(app, actor, inspection, filter, query);
	return list.total;
}

/** The session is one more query of every request. */
const HOME_QUERIES = PAGE_QUERIES - 1;

describe('the first page, of any register', () => {
	it('counts for an inspector exactly what the lists behind its numbers hold', async () => {
		await fc.assert(
			fc.asyncProperty(anyRegister(), async (shape) => {
				const app = openTestApp();
				await buildRegister(app, shape);
				const inspector = await aPerson(app, 'inspector');
				const home = await readHome(app, inspector);
				if (home.kind !== 'oversight') throw new Error(home.kind);
				const place = { inspection: 'OIC' };
				const wouldBe = wouldBeOverdueLink(place, home.counts);
				const numbers = [
					...oversightFigures(place, home.counts),
					...(wouldBe ? [{ href: wouldBe.href, value: Number.parseInt(wouldBe.text) }] : []),
					...home.attention.map(({ group, total }) => ({
						href: attentionHref(place, group),
						value: total
					}))
				];
				for (const { href, value } of numbers) {
					expect(await totalAt(app, inspector, href), href).toBe(value);
				}
				for (const { total, rows } of home.attention) {
					expect(rows.length).toBe(Math.min(total, 5));
				}
			}),
			{ numRuns: 30 }
		);
	});

	it('counts for a lead exactly what the lists of the organisation hold', async () => {
		await fc.assert(
			fc.asyncProperty(anyRegister(), async (shape) => {
				const app = openTestApp();
				const [first, second] = await buildRegister(app, shape);
				const lead = await aPerson(app, ['lead', first!], ['observer', second!]);
				const home = await readHome(app, lead);
				if (home.kind !== 'own-work') throw new Error(home.kind);
				expect(home.organisations.map(({ code }) => code)).toEqual(['ORG0', 'ORG1']);
				for (const { code, counts, rows } of home.organisations) {
					const place = { inspection: 'OIC', organisation: code };
					for (const { href, value } of ownFigures(place, counts)) {
						expect(await totalAt(app, lead, href), href).toBe(value);
					}
					const own = shape.assignments.filter((one) => `ORG${one.organisation}` === code);
					expect(rows.length).toBe(own.length);
				}
			}),
			{ numRuns: 30 }
		);
	});

	it('takes at most seven queries, whoever looks and however much there is', async () => {
		const [shape] = fc.sample(anyRegister(12), 1);
		const app = openTestApp();
		const [first, second] = await buildRegister(app, shape!);
		const people = [
			await aPerson(app, 'inspector'),
			await aPerson(app, 'observer'),
			await aPerson(app, ['lead', first!], ['contributor', second!]),
			await aPerson(app, 'administrator'),
			await aPerson(app, 'administrator', ['observer', first!]),
			await aPerson(app)
		];
		const kinds: string[] = [];
		for (const person of people) {
			const { result, queries } = await countQueries(app, () => readHome(app, person));
			expect(queries, result.kind).toBeLessThanOrEqual(HOME_QUERIES);
			kinds.push(result.kind);
		}
		expect(kinds).toEqual([
			'oversight',
			'oversight',
			'own-work',
			'register',
			'own-work',
			'no-role'
		]);
	});
});

describe('the first page of an empty register', () => {
	it('is no error: an administrator sees what there is, others that there is nothing', async () => {
		const app = openTestApp();
		const kent = await anOrganisation(app, 'KENT');
		const lead = await aPerson(app, ['lead', kent]);
		const administrator = await aPerson(app, 'administrator');
		expect(await readHome(app, lead)).toMatchObject({ kind: 'empty', register: null });
		expect(await readHome(app, administrator)).toMatchObject({
			kind: 'empty',
			register: { organisations: 1, assignments: 0, activePeople: 0, invitedPeople: 2 }
		});
	});

	it('is not found for an inspection that there is not', async () => {
		const app = openTestApp();
		const inspector = await aPerson(app, 'inspector');
		await expect(readHome(app, inspector, 'XYZ')).rejects.toMatchObject({ code: 'not-found' });
	});
});

it('puts what an organisation has to do in order of how pressing it is', async () => {
	const app = openTestApp();
	const kent = await anOrganisation(app, 'KENT');
	const lead = await aPerson(app, ['lead', kent]);
	const due = (day: string) => ({
		originalDueOn: plainDate(day),
		currentDueOn: plainDate(day)
	});
	await anAssignment(app, kent, { number: 1, status: 'confirmed', ...due('2026-01-01') });
	await anAssignment(app, kent, { number: 2, status: 'in-progress', ...due('2026-12-31') });
	await anAssignment(app, kent, { number: 3, status: 'in-progress', ...due('2026-03-20') });
	await anAssignment(app, kent, { number: 4, status: 'returned' });
	await anAssignment(app, kent, { number: 5, status: 'in-progress', ...due('2026-02-20') });
	await anAssignment(app, kent, { number: 6, status: 'not-started', ...due('2026-01-20') });
	await anAssignment(app, kent, {
		number: 7,
		status: 'reported-complete',
		claimedOn: plainDate('2026-02-25'),
		...due('2026-02-20')
	});
	const home = await readHome(app, lead);
	const rows = home.kind === 'own-work' ? home.organisations[0]!.rows : [];
	expect(rows.map(({ reference, work }) => [reference, work])).toEqual([
		['OIC-6', 'overdue'],
		['OIC-5', 'overdue'],
		['OIC-4', 'returned'],
		['OIC-3', 'due-soon'],
		['OIC-2', 'under-way'],
		['OIC-7', 'with-inspectorate'],
		['OIC-1', 'closed']
	]);
});

it('lists the longest overdue first and says for whom an assignment waits', async () => {
	const app = openTestApp();
	const kent = await anOrganisation(app, 'KENT');
	const inspector = await aPerson(app, 'inspector');
	for (const [index, day] of ['2026-02-20', '2025-12-01', '2026-01-10'].entries()) {
		await anAssignment(app, kent, {
			number: index + 1,
			status: 'in-progress',
			originalDueOn: plainDate(day),
			currentDueOn: plainDate(day)
		});
	}
	const home = await readHome(app, inspector);
	const groups = home.kind === 'oversight' ? home.attention : [];
	expect(groups.map(({ group }) => group)).toEqual(['overdue', 'orphan']);
	expect(groups[0]!.rows.map(({ reference }) => reference)).toEqual(['OIC-2', 'OIC-3', 'OIC-1']);
});
