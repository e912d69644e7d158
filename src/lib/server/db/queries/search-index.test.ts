import { LONDON_TODAY } from '../../../../../tests/support/search.ts';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { aPerson, anAssignment, anOrganisation } from '../../../../../tests/support/builders.ts';
import { HOSTILE_TEXTS } from '../../../../../tests/support/hostile-texts.ts';
import {
	aComment,
	anEvidence,
	anUpdate,
	aWording,
	foundBy
} from '../../../../../tests/support/search.ts';
import { openTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import type { Queryable } from '../open.ts';
import {
	evidence,
	inspection,
	organisation,
	recommendation,
	recommendationPart
} from '../schema/tables.ts';
import { checkSearchIndex, rebuildSearchIndex } from './search-index.ts';

let app: TestApp;
let kent: number;
let about: number;
let author: number;

beforeEach(async () => {
	app = openTestApp();
	kent = await anOrganisation(app, 'KENT');
	about = (await anAssignment(app, kent)).id;
	author = (await aPerson(app, ['lead', kent])).personId;
});

describe('the index follows', () => {
	test('a recommendation, its title, its reference and its latest wording', async () => {
		await write((tx) => tx.update(recommendation).set({ title: 'Grading of groups' }));
		expect(await foundBy(app, 'grading')).toHaveLength(1);
		await aWording(app, 'Forces should reconsider lorries.');
		await aWording(app, 'Forces should reconsider ferries.');
		expect(await foundBy(app, 'lorries')).toEqual([]);
		expect(await foundBy(app, 'ferries')).toHaveLength(1);
		await write((tx) => tx.update(inspection).set({ code: 'NEWCODE' }));
		expect(await foundBy(app, 'NEWCODE')).toHaveLength(1);
		expect(await foundBy(app, 'OIC')).toEqual([]);
	});

	test('a part until it is retired', async () => {
		const [{ id } = { id: 0 }] = await app.db.read.select().from(recommendation);
		await write((tx) =>
			tx.insert(recommendationPart).values({
				recommendationId: id,
				label: 'a',
				text: 'train interpreters',
				position: 1,
				fromDay: LONDON_TODAY
			})
		);
		expect(await foundBy(app, 'interpreters')).toHaveLength(1);
		await write((tx) => tx.update(recommendationPart).set({ toDay: LONDON_TODAY }));
		expect(await foundBy(app, 'interpreters')).toEqual([]);
	});

	test('an organisation that is given another name', async () => {
		await write((tx) => tx.update(organisation).set({ name: 'Heddlu Gŵyr' }));
		expect(await foundBy(app, 'gwyr')).toHaveLength(1);
		expect(await foundBy(app, 'police')).toEqual([]);
	});

	test('an update until it is corrected, and what the correction says', async () => {
		const first = await anUpdate(app, about, author, 'Six interpreters were hired.');
		await anUpdate(app, about, author, 'Five interpreters were hired.', first);
		expect(await foundBy(app, 'six')).toEqual([]);
		expect(await foundBy(app, 'interpreters')).toHaveLength(1);
	});

	test('evidence: the latest version alone, and nothing once it is withdrawn', async () => {
		await anEvidence(app, about, author, { key: 'first', title: 'Old policy' });
		const next = { key: 'second', itemKey: 'first', itemVersion: 2, title: 'New policy' };
		await anEvidence(app, about, author, next);
		expect(await foundBy(app, 'old')).toEqual([]);
		expect(await foundBy(app, 'new')).toHaveLength(1);
		await write((tx) =>
			tx.update(evidence).set({ withdrawnAt: 1 }).where(eq(evidence.key, 'second'))
		);
		expect(await foundBy(app, 'policy')).toEqual([]);
	});

	test('a write that is taken back', async () => {
		const work = app.db.write(async (tx) => {
			await tx.update(organisation).set({ name: 'Phantom' });
			throw new Error('taken back');
		});
		await expect(work).rejects.toThrow('taken back');
		expect(await foundBy(app, 'phantom')).toEqual([]);
		expect(await foundBy(app, 'kent')).toHaveLength(1);
	});
});

test.each([
	['Gŵyl Dŷ Ŵyn', 'gwyl dy wyn'],
	['Zażółć gęślą ŁÓDŹ', 'zazolc gesla lodz'],
	['Ørsted í Đakovo', 'orsted i dakovo']
])('“%s” is found by plain letters: %s', async (written, plain) => {
	await aComment(app, about, author, written);
	expect(await foundBy(app, plain)).toHaveLength(1);
});

describe('checking and rebuilding', () => {
	beforeEach(async () => {
		for (const text of Object.values(HOSTILE_TEXTS)) {
			const first = await anUpdate(app, about, author, text);
			await anUpdate(app, about, author, `${text} again`, first);
			await aComment(app, about, author, text, 'inspectorate');
			await anEvidence(app, about, author, { title: text, shows: text });
		}
		await aWording(app, 'Forces should reconsider ferries.');
		await write((tx) => tx.update(organisation).set({ name: 'Heddlu Gŵyr' }));
	});

	test('what is built anew is what grew, word by word', async () => {
		const grown = await everyWord();
		expect(grown.length).toBeGreaterThan(100);
		await write(rebuildSearchIndex);
		expect(await everyWord()).toEqual(grown);
	});

	test('an index that is whole passes; one that lacks or has too much is told, and mended', async () => {
		const sound = { missing: 0, surplus: 0, isDamaged: false };
		const before = await app.db.write(checkSearchIndex);
		expect(before).toMatchObject(sound);
		expect(before.entries).toBe(2 + 3 * Object.keys(HOSTILE_TEXTS).length);
		await write((tx) => tx.run(sql`delete from search_text where rowid = ${2 * 2 ** 40 + kent}`));
		await write((tx) => tx.run(sql`insert into search_text (rowid, title) values (7, 'stray')`));
		await write((tx) =>
			tx.run(sql`insert into search_text (rowid, title) values (${5 * 2 ** 40 + 4711}, 'stray')`)
		);
		expect(await app.db.write(checkSearchIndex)).toMatchObject({ missing: 1, surplus: 2 });
		await write(rebuildSearchIndex);
		expect(await app.db.write(checkSearchIndex)).toEqual(before);
	});
});

function write(work: (tx: Queryable) => unknown): Promise<unknown> {
	return app.db.write(async (tx) => void (await work(tx)));
}

async function everyWord() {
	return app.db.read.all(
		sql`select doc, term, col, "offset" from search_word order by doc, col, "offset", term`
	);
}
