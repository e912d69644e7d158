import type { Actor } from '#lib/domain/actor.ts';
import { can } from '#lib/domain/policy.ts';
import { SEARCH_KINDS, type SearchKind } from '#lib/domain/search-query.ts';
import { progressUpdate, recommendation } from '#lib/server/db/schema/tables.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aPerson, anAssignment, anOrganisation } from '../../../../tests/support/builders.ts';
import { countQueries } from '../../../../tests/support/count-queries.ts';
import { HOSTILE_TEXTS } from '../../../../tests/support/hostile-texts.ts';
import { outcomeOf } from '../../../../tests/support/refusals.ts';
import { aComment, anEvidence, anUpdate, aWording } from '../../../../tests/support/search.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { readSearch, type SearchAsked } from './search.ts';

let app: TestApp;
let kent: number;
let essex: number;
let actors: Readonly<Record<string, Actor>>;
let ours: Awaited<ReturnType<typeof anAssignment>>;
let theirs: Awaited<ReturnType<typeof anAssignment>>;

interface Written {
	readonly kind: SearchKind;
	readonly id: number;
	readonly organisationId: number;
	readonly text: string;
	readonly isNote?: boolean;
}
let written: Written[];

beforeEach(async () => {
	app = openTestApp();
	kent = await anOrganisation(app, 'KENT');
	essex = await anOrganisation(app, 'ESSEX');
	await anOrganisation(app, 'DYFED', { name: 'Dyfed-Powys Police' });
	actors = {
		'lead of Kent': await aPerson(app, ['lead', kent]),
		'contributor of Kent': await aPerson(app, ['contributor', kent]),
		'observer of Essex': await aPerson(app, ['observer', essex]),
		'lead of both': await aPerson(app, ['lead', kent], ['lead', essex]),
		inspector: await aPerson(app, 'inspector'),
		'inspector who is of Kent': await aPerson(app, 'inspector', ['lead', kent]),
		'national observer': await aPerson(app, 'observer'),
		administrator: await aPerson(app, 'administrator'),
		nobody: await aPerson(app)
	};
	ours = await anAssignment(app, kent);
	theirs = await anAssignment(app, essex);
	await anAssignment(app, kent, { number: 4 });
	written = [];
	for (const [organisationId, { id }] of [
		[kent, ours],
		[essex, theirs]
	] as const) {
		await write(id, organisationId, 'interpreters were trained');
		await write(id, organisationId, 'interpreters and cars');
	}
});

describe('what is found is what may be read and holds every word', () => {
	test.each(['interpreters', 'interp', 'cars interpreters', '"were trained"', 'nothing such'])(
		'by anybody: %s',
		async (typed) => {
			const words = typed.replaceAll('"', '').split(' ');
			for (const [who, actor] of Object.entries(actors)) {
				for (const kind of ['update', 'evidence', 'comment'] as const) {
					const { groups } = await search(actor, typed, { kind });
					const expected = written.filter(
						(one) =>
							one.kind === kind &&
							words.every((word) => one.text.includes(word)) &&
							mayRead(actor, one)
					);
					const ids = groups.flatMap(({ results }) => results.map(({ id }) => id));
					expect([who, kind, ids.toSorted()]).toEqual([
						who,
						kind,
						expected.map(({ id }) => id).toSorted()
					]);
					expect(groups[0]?.total ?? 0).toBe(expected.length);
				}
			}
		}
	);

	test('and nothing that others write or have changes a letter of the answer', async () => {
		const asked = ['interpreters', 'cars', 'zebra', 'zeb', 'kent', 'police'];
		const lead = actors['lead of Kent']!;
		const answers = async () =>
			JSON.stringify(await Promise.all(asked.map((typed) => search(lead, typed))));
		const before = await answers();
		for (let time = 0; time < 30; time += 1) {
			await write(theirs.id, essex, `interpreters zebra zebras zeb${time} cars cars ${time}`);
		}
		const author = actors['inspector']!.personId;
		await aComment(app, ours.id, author, 'interpreters zebra cars', 'inspectorate');
		expect(await answers()).toBe(before);
	});

	test('in one inspection alone, where one is chosen', async () => {
		const inspector = actors['inspector']!;
		const within = await search(inspector, 'interpreters', { inspection: 'OIC' });
		expect(within.groups).toEqual((await search(inspector, 'interpreters')).groups);
		const other = search(inspector, 'interpreters', { inspection: 'NONE' });
		expect(await outcomeOf(other)).toBe('not-found');
	});
});

describe('names', () => {
	test.each(['OIC-7/KENT', 'oic 7 kent', 'oic-7 kent', 'kent oic 7', '"oic 7" kent pol'])(
		'%s is found at once',
		async (typed) => {
			await aWording(app, 'Within 7 days.');
			for (const who of ['inspector', 'lead of Kent']) {
				const { groups } = await search(actors[who]!, typed);
				expect(groups.map(({ kind }) => kind)).toEqual(['assignment']);
				expect(groups[0]!.results[0]).toMatchObject({
					recommendation: 'OIC-7',
					organisationCode: 'KENT'
				});
			}
			expect((await search(actors['observer of Essex']!, typed)).groups).toEqual([]);
		}
	);

	test('the reference of a recommendation comes before texts that have its number', async () => {
		await aWording(app, 'Within 7 days, and 7 more, and 7 more.');
		const { groups } = await search(actors['administrator']!, 'oic 7');
		expect(groups[0]).toMatchObject({ kind: 'recommendation', total: 2 });
		expect(groups[0]!.results.map((result) => result.recommendation)).toEqual(['OIC-7', 'OIC-4']);
	});

	test('of bodies are found by all, and open to those who may see them', async () => {
		for (const [who, opens] of [
			['lead of Kent', true],
			['observer of Essex', false],
			['national observer', true],
			['administrator', false]
		] as const) {
			const { groups } = await search(actors[who]!, 'kent', { kind: 'organisation' });
			expect(groups[0]!.results).toMatchObject([{ organisationCode: 'KENT', isOpen: opens }]);
		}
	});

	test('of bodies come by the alphabet, but for one whose code was typed', async () => {
		const codes = async (typed: string) => {
			const { groups } = await search(actors['inspector']!, typed, { kind: 'organisation' });
			return groups[0]!.results.map(({ organisationCode }) => organisationCode);
		};
		expect(await codes('police')).toEqual(['DYFED', 'ESSEX', 'KENT']);
		await anOrganisation(app, 'KENTISH', { name: 'A body that is Kentish' });
		expect(await codes('kent')).toEqual(['KENT', 'KENTISH']);
	});

	test('a lead finds the own assignments by what the recommendation says; whoever sees all, by the body', async () => {
		await app.db.write((tx) => tx.update(recommendation).set({ title: 'Grading of groups' }));
		const own = await search(actors['lead of Kent']!, 'grading');
		expect(own.groups.map(({ kind, total }) => [kind, total])).toEqual([
			['recommendation', 2],
			['assignment', 2]
		]);
		const all = await search(actors['inspector']!, 'grading');
		expect(all.groups.map(({ kind }) => kind)).toEqual(['recommendation']);
		const named = await search(actors['inspector']!, 'grading essex');
		expect(named.groups).toMatchObject([{ kind: 'assignment', total: 1 }]);
	});

	test('that are mistyped are put right', async () => {
		const { groups, suggestions } = await search(actors['observer of Essex']!, 'Knet Polise');
		expect(groups).toEqual([]);
		expect(suggestions).toEqual(['KENT Police']);
	});
});

describe('a page', () => {
	test('turns without repeating or leaving out, also of more than are compared', async () => {
		await app.db.write((tx) =>
			tx.insert(progressUpdate).values(
				Array.from({ length: 130 }, (_, index) => ({
					assignmentId: ours.id,
					narrative: `giraffe ${index}`,
					at: 0,
					onDay: '2026-03-02' as never
				}))
			)
		);
		const lead = actors['lead of Kent']!;
		const first = await search(lead, 'giraffe', { kind: 'update' });
		expect(first.groups).toMatchObject([{ total: 130, isRanked: false, pages: 7, isMore: false }]);
		const ids = new Set<number>();
		for (let page = 1; page <= 7; page += 1) {
			const { groups } = await search(lead, 'giraffe', { kind: 'update', page });
			for (const { id } of groups[0]!.results) ids.add(id);
		}
		expect(ids.size).toBe(130);
		const beyond = await search(lead, 'giraffe', { kind: 'update', page: 99 });
		expect(beyond.groups[0]!.page).toBe(7);
	});

	test('takes few queries', async () => {
		const { queries } = await countQueries(app, () =>
			search(actors['lead of Kent']!, 'interpreters cars kent')
		);
		expect(queries).toBeLessThanOrEqual(6);
	});
});

describe('whatever is typed', () => {
	const typed = {
		...HOSTILE_TEXTS,
		nothing: '',
		'only signs': '?!*"-()^:{}[]+,.\\/',
		quotes: '"""" "a" "',
		operators: 'NEAR(a b, 3) AND NOT OR body:x scope:o1 {title} : y - z ^q *',
		'the column of bodies': 'o1 o2 i1',
		'a null': 'kent\u0000"',
		'many words': 'a '.repeat(5000),
		'a placeholder': '? ?1 :name @name $name'
	};

	test.each(Object.entries(typed))('is words and nothing else: %s', async (_, text) => {
		for (const actor of Object.values(actors)) {
			for (const kind of [undefined, ...SEARCH_KINDS]) {
				const { groups } = await search(actor, text.slice(0, 200), { kind });
				const texts = groups.filter(({ kind: found }) => TEXTS.includes(found));
				for (const { results } of texts) {
					for (const { organisationCode } of results) {
						const organisationId = organisationCode === 'KENT' ? kent : essex;
						expect(can(actor, 'read-assignment', { organisationId })).toBe(true);
					}
				}
			}
		}
	});

	test('is found again when it was written', async () => {
		for (const text of [HOSTILE_TEXTS['Welsh']!, HOSTILE_TEXTS['Polish']!, HOSTILE_TEXTS['SQL']!]) {
			const id = await anUpdate(app, ours.id, actors['lead of Kent']!.personId, text);
			const { groups } = await search(actors['lead of Kent']!, text);
			expect(groups).toMatchObject([{ kind: 'update', results: [{ id }] }]);
		}
	});
});

const TEXTS: readonly SearchKind[] = ['update', 'evidence', 'comment'];

async function write(assignmentId: number, organisationId: number, text: string): Promise<void> {
	const author = actors['inspector']!.personId;
	const add = (kind: SearchKind, id: number, isNote = false) =>
		written.push({ kind, id, organisationId, text, isNote });
	add('update', await anUpdate(app, assignmentId, author, text));
	add('evidence', await anEvidence(app, assignmentId, author, { title: text, shows: text }));
	add('comment', await aComment(app, assignmentId, author, text));
	add('comment', await aComment(app, assignmentId, author, text, 'inspectorate'), true);
}

function mayRead(actor: Actor, { organisationId, isNote }: Written): boolean {
	return can(actor, isNote ? 'read-notes' : 'read-assignment', { organisationId });
}

function search(actor: Actor, text: string, more: Partial<SearchAsked> = {}) {
	return readSearch(app, actor, { text, kind: undefined, inspection: undefined, page: 1, ...more });
}
