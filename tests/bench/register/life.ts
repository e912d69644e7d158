import type { Acceptance } from '#lib/domain/acceptance.ts';
import { addDays, type PlainDate } from '#lib/domain/plain-date.ts';
import type { Verb } from '#lib/domain/status.ts';
import type { Allocated } from './inspections.ts';
import { seededRandom, type Random } from './random.ts';
import { AS_AT } from './sizes.ts';

/** What somebody does to an assignment. */
export type Deed =
	| { readonly kind: 'move'; readonly verb: Verb }
	| { readonly kind: 'update'; readonly move?: 'start' | 'resume' }
	| { readonly kind: 'deadline'; readonly lastDay: PlainDate }
	| { readonly kind: 'accept'; readonly acceptance: Exclude<Acceptance, 'not-recorded'> }
	| { readonly kind: 'owner' }
	| { readonly kind: 'evidence' }
	| { readonly kind: 'wait' }
	| { readonly kind: 'end-wait' };

export interface Happening {
	readonly at: number;
	readonly assignment: Allocated;
	readonly deed: Deed;
}

export const DAY_MS = 86_400_000;
export const END_OF_TIME = Date.parse(`${AS_AT}T18:00:00Z`);

/** What happens to one assignment between its allocation and the last day, in order, by the table of moves. */
export function lifeOf(assignment: Allocated): Happening[] {
	const random = seededRandom(100_000 + assignment.id);
	const happenings: Happening[] = [];
	let at = assignment.allocatedAt;
	const after = (least: number, most: number, deed: Deed) => {
		at = Math.max(at + 60_000, workingHour(random, at + random.between(least, most) * DAY_MS));
		if (at < END_OF_TIME) happenings.push({ at, assignment, deed });
	};
	settle(random, assignment, after);
	if (random.chance(0.04)) {
		closeOtherwise(random, after);
	} else if (random.chance(0.94)) {
		begin(random, after);
		work(random, assignment, after);
		claim(random, after);
	}
	return happenings;
}

type After = (leastDays: number, mostDays: number, deed: Deed) => void;

function settle(random: Random, { publishedOn }: Allocated, after: After): void {
	const days = random.between(150, 700);
	if (random.chance(0.92)) {
		after(1, 14, { kind: 'deadline', lastDay: addDays(publishedOn, days) });
	}
	if (random.chance(0.95)) after(1, 20, { kind: 'owner' });
	if (random.chance(0.9)) {
		const acceptance = random.chance(0.88) ? 'accepted' : 'partly-accepted';
		after(2, 25, { kind: 'accept', acceptance });
	}
}

function closeOtherwise(random: Random, after: After): void {
	const verb = random.pick(['set-not-applicable', 'set-not-accepted', 'set-no-further-action']);
	after(20, 120, { kind: 'move', verb: verb as Verb });
}

function begin(random: Random, after: After): void {
	after(
		10,
		90,
		random.chance(0.8) ? { kind: 'update', move: 'start' } : { kind: 'move', verb: 'start' }
	);
}

function work(random: Random, { publishedOn }: Allocated, after: After): void {
	if (random.chance(0.05)) {
		after(5, 60, { kind: 'wait' });
		if (random.chance(0.6)) after(20, 120, { kind: 'end-wait' });
	}
	for (let item = random.between(1, 3); item > 0; item--) after(15, 110, { kind: 'evidence' });
	if (random.chance(0.3)) {
		const lastDay = addDays(publishedOn, random.between(500, 1100));
		after(5, 60, { kind: 'deadline', lastDay });
	}
}

/** Claims, and what the inspectorate says to them; a claim that comes late is not made yet. */
function claim(random: Random, after: After): void {
	after(20, 420, { kind: 'move', verb: 'report-complete' });
	if (random.chance(0.03)) {
		after(2, 20, { kind: 'move', verb: 'withdraw-claim' });
		after(20, 90, { kind: 'move', verb: 'report-complete' });
	}
	if (random.chance(0.2)) {
		after(10, 60, { kind: 'move', verb: 'return' });
		after(3, 20, { kind: 'update', move: 'resume' });
		after(30, 150, { kind: 'move', verb: 'report-complete' });
	}
	after(10, 90, { kind: 'move', verb: 'confirm' });
	if (random.chance(0.02)) {
		after(60, 300, { kind: 'move', verb: 'reopen' });
		after(30, 200, { kind: 'move', verb: 'report-complete' });
		after(10, 90, { kind: 'move', verb: 'confirm' });
	}
}

/** Between nine and five on the day of the instant. */
export function workingHour(random: Random, at: number): number {
	return (
		at - (at % DAY_MS) + random.between(9 * 60, 17 * 60 - 1) * 60_000 + random.between(0, 59_999)
	);
}
