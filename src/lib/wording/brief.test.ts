import { expect, test } from 'vitest';
import { holdingWords, moreWords, promiseWords } from './brief.ts';

test('evidence is said by kind, with where it is held', () => {
	const none = { files: 0, links: 0, sightings: 0, hosts: [], places: [] };
	expect(holdingWords({ ...none, files: 1 })).toBe('1 file in this service');
	expect(
		holdingWords({
			files: 3,
			links: 2,
			sightings: 2,
			hosts: ['kent.example', 'docs.example'],
			places: ['Secure room (Head of Custody)']
		})
	).toBe(
		'3 files in this service; 2 links to kent.example and docs.example; 2 sighted, held at Secure room (Head of Custody)'
	);
});

test('a promise keeps to one line whatever was typed', () => {
	expect(promiseWords('action', 'Train\nthem\u202e')).toBe('Train them[U+202E]');
	expect(promiseWords('review', 'Essex Police')).toBe('Look again at the wait for Essex Police');
});

test('what is left out is counted, with where it is', () => {
	expect(moreWords(8, 20, 'https://x.example/a')).toBe('and 12 more, see https://x.example/a');
	expect(moreWords(8, 8, 'https://x.example/a')).toBeNull();
});
