import { expect, it } from 'vitest';
import { nextDateOf, type NextDate } from './next-date.ts';
import { plainDate } from './plain-date.ts';

const TODAY = plainDate('2026-03-02');
const on = (day: string) => plainDate(`2026-${day}`);
const NONE = { reviewOn: null, nextMilestoneOn: null, currentDueOn: null };

it.each<[Partial<typeof NONE> | object, NextDate | null]>([
	[{}, null],
	[{ currentDueOn: on('03-02') }, { kind: 'deadline', day: on('03-02') }],
	[{ currentDueOn: on('03-01') }, null],
	[
		{ currentDueOn: on('03-20'), nextMilestoneOn: on('03-10') },
		{ kind: 'milestone', day: on('03-10') }
	],
	[
		{ currentDueOn: on('03-20'), nextMilestoneOn: on('02-10'), reviewOn: on('04-01') },
		{ kind: 'deadline', day: on('03-20') }
	],
	[
		{ currentDueOn: on('03-20'), nextMilestoneOn: on('03-20'), reviewOn: on('03-20') },
		{ kind: 'review', day: on('03-20') }
	]
])('of %j is %j', (facts, next) => {
	expect(nextDateOf({ ...NONE, ...facts }, TODAY)).toEqual(next);
});
