import { moveOf, isOpen } from '#lib/domain/status.ts';
import type { Allocated } from './inspections.ts';
import { END_OF_TIME, workingHour, type Happening } from './life.ts';
import { seededRandom } from './random.ts';

/** One assignment gets this many updates at most, to see what a very long history costs. */
const BUSIEST_UPDATES = 400;

interface Span {
	readonly assignment: Allocated;
	readonly from: number;
	readonly to: number;
}

/**
 * Progress updates between the start of work and its end, `howMany` in all, shared out by how long each
 * assignment was being worked on; the one that goes on to the last day of the last inspection gets most.
 */
export function progressUpdates(
	lives: readonly (readonly Happening[])[],
	howMany: number
): Happening[] {
	const spans = lives.flatMap(spansOfWork);
	const busiest = spans.findLast((span) => span.to === END_OF_TIME);
	const forBusiest = busiest ? Math.min(BUSIEST_UPDATES, Math.floor(howMany / 10)) : 0;
	const updates = busiest ? within(busiest, forBusiest, 1) : [];
	const whole = spans.reduce((days, span) => days + span.to - span.from, 0);
	let passed = 0;
	let given = 0;
	for (const span of spans) {
		passed += span.to - span.from;
		const due = Math.round(((howMany - forBusiest) * passed) / whole);
		updates.push(...within(span, due - given, span.assignment.id));
		given = due;
	}
	return updates;
}

/** When the assignment was open and work on it had begun. */
function spansOfWork(life: readonly Happening[]): Span[] {
	const spans: Span[] = [];
	let from: number | null = null;
	for (const { at, assignment, deed } of life) {
		const verb = deed.kind === 'move' ? deed.verb : deed.kind === 'update' ? deed.move : undefined;
		if (verb === undefined) continue;
		if (!isOpen(moveOf(verb).to)) {
			if (from !== null) spans.push({ assignment, from, to: at });
			from = null;
		} else {
			from ??= at;
		}
	}
	const [first] = life;
	if (first && from !== null) spans.push({ assignment: first.assignment, from, to: END_OF_TIME });
	return spans;
}

function within({ assignment, from, to }: Span, howMany: number, seed: number): Happening[] {
	const random = seededRandom(500_000 + seed);
	return Array.from({ length: howMany }, () => {
		const at = workingHour(random, from + random.next() * (to - from));
		return {
			at: Math.min(Math.max(at, from + 1), to - 1),
			assignment,
			deed: { kind: 'update' as const }
		};
	});
}
