import type { AttentionFacts, AttentionGroup } from '#lib/domain/attention.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { expect, it } from 'vitest';
import { attentionFact } from './attention.ts';

const TODAY = plainDate('2026-03-02');
const day = plainDate;

const FACTS: AttentionFacts = {
	allocatedOn: day('2025-10-17'),
	statusOn: day('2026-02-20'),
	acceptance: 'accepted',
	originalDueOn: day('2026-01-31'),
	currentDueOn: day('2026-01-31'),
	deadlineMoves: 0,
	lastReportedOn: null,
	claimedOn: null,
	awaitedName: null,
	reviewOn: null,
	orphan: null,
	ownerPost: null
};

it.each<[AttentionGroup, Partial<AttentionFacts>, string]>([
	['overdue', {}, '30 days overdue'],
	['overdue', { currentDueOn: day('2026-03-01') }, '1 day overdue'],
	[
		'overdue',
		{ originalDueOn: day('2025-12-31'), deadlineMoves: 2 },
		'30 days overdue; deadline moved twice, 31 days'
	],
	['overdue', { claimedOn: day('2026-02-05') }, 'Reported complete 5 days late'],
	['returned', {}, 'Returned 10 days ago'],
	['not-reported', {}, 'Never reported'],
	['not-reported', { lastReportedOn: day('2025-12-04') }, 'Last reported 4 Dec 2025'],
	['no-owner', {}, 'Allocated 17 Oct 2025'],
	['orphan', { orphan: 'no-owner' }, 'No post owns it'],
	['orphan', { orphan: 'no-holder', ownerPost: 'Head of\nCrime' }, 'Nobody holds Head of Crime'],
	[
		'orphan',
		{ orphan: 'holder-gone', ownerPost: 'Head of Crime' },
		'The account of whoever holds Head of Crime is switched off'
	],
	[
		'waiting',
		{ awaitedName: 'National Crime Agency', reviewOn: day('2026-04-01') },
		'For National Crime Agency; review on 1 Apr 2026'
	],
	['claimed', { claimedOn: day('2026-02-05') }, 'Waiting since 5 Feb 2026'],
	[
		'moved',
		{ originalDueOn: day('2025-12-31'), currentDueOn: day('2026-04-02'), deadlineMoves: 2 },
		'Moved twice, 92 days'
	],
	['moved', { currentDueOn: null, deadlineMoves: 1 }, 'Taken away'],
	['not-accepted', { acceptance: 'not-accepted' }, 'Not accepted'],
	['not-accepted', { acceptance: 'partly-accepted' }, 'Partly accepted']
])('%s, %j: %s', (group, facts, words) => {
	expect(attentionFact(group, { ...FACTS, ...facts }, TODAY)).toBe(words);
});

it('keeps what is typed into the name of a body on one plain line', () => {
	const facts = { ...FACTS, awaitedName: 'Kent\u202e\nPolice' };
	expect(attentionFact('waiting', facts, TODAY)).toBe('For Kent[U+202E] Police');
});
