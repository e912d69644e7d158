import { VERBS } from '#lib/domain/status.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bannerWords, isGoodNews } from './banners.ts';
import { ownerWords } from './owner.ts';

test('every move is told when it was made', () => {
	for (const verb of VERBS) {
		expect(bannerWords(verb)).toMatch(/^This assignment is .*\.$/);
		expect(isGoodNews(verb)).toBe(true);
	}
});

test('what was not carried out is no success', () => {
	for (const code of ['already-submitted', 'discarded']) {
		expect(bannerWords(code)).not.toBeNull();
		expect(isGoodNews(code)).toBe(false);
	}
});

test.each([undefined, '', 'You are hacked', 'constructor', '__proto__', 'toString'])(
	'a cookie that is none of ours says nothing: %j',
	(code) => {
		expect(bannerWords(code)).toBeNull();
		expect(isGoodNews(code)).toBe(false);
	}
);

test('every banner that a page shows has words', () => {
	const shown = readdirSync('src/routes', { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
		.flatMap((entry) => {
			const source = readFileSync(join(entry.parentPath, entry.name), 'utf8');
			return [...source.matchAll(/\bbanner\b.*=>(.*)|showBanner\([^,)]+,(.*)/g)];
		})
		.flatMap((match) => [...(match[1] ?? match[2] ?? '').matchAll(/'([a-z-]+)'/g)])
		.map((match) => match[1] ?? '');
	expect(shown).toEqual(expect.arrayContaining(['already-submitted', 'evidence-added']));
	expect(shown.filter((code) => bannerWords(code) === null)).toEqual([]);
});

test('an owner is a post and whoever holds it, or says what is missing', () => {
	expect(ownerWords('Head of Crime', 'Sam Roe')).toBe('Head of Crime, held by Sam Roe');
	expect(ownerWords('Head of Crime', null)).toBe('Head of Crime, held by nobody');
	expect(ownerWords(null, null)).toBe('No owner');
});
