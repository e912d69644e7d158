import { addDays, londonDay, type PlainDate } from '#lib/domain/plain-date.ts';
import {
	action,
	actionAssignment,
	actionChange,
	comment,
	partChange,
	recommendationPart
} from '#lib/server/db/schema/tables.ts';
import type { Allocated } from './inspections.ts';
import { narrative, shortText, subject } from './phrases.ts';
import { seededRandom, type Random } from './random.ts';
import type { RowWriter } from './row-writer.ts';

const ACTIONS = 3;
const PARTS = ['a', 'b', 'c'] as const;
/** One recommendation in three has lettered parts. */
const PARTS_EVERY = 3;
const HOUR = 3_600_000;

/** Beside the history: a plan of three steps, a comment, and where there are parts how each stands. */
export function addOwnersSide(rows: RowWriter, allocated: readonly Allocated[]): void {
	const parts = addParts(rows, allocated);
	let actions = 0;
	for (const one of allocated) {
		const random = seededRandom(900_000 + one.id);
		const at = one.allocatedAt + HOUR;
		const onDay = londonDay(at);
		const actorId = random.pick(one.body.leads).id;
		for (let position = 1; position <= ACTIONS; position++) {
			addAction(rows, random, { ...one, actionId: ++actions, position, at, onDay, actorId });
		}
		rows.add(comment, {
			assignmentId: one.id,
			authorId: actorId,
			at,
			onDay,
			audience: 'everyone',
			text: narrative(random)
		});
		for (const partId of parts.get(one.recommendationId) ?? []) {
			if (random.chance(0.5)) continue;
			rows.add(partChange, { assignmentId: one.id, partId, at, onDay, actorId, isMet: true });
		}
	}
}

interface Step extends Allocated {
	readonly actionId: number;
	readonly position: number;
	readonly at: number;
	readonly onDay: PlainDate;
	readonly actorId: number;
}

function addAction(rows: RowWriter, random: Random, step: Step): void {
	const { actionId, position, at, onDay, actorId } = step;
	const isDone = random.chance(0.4);
	const facts = {
		title: `Mend ${subject(random)}`,
		shows: shortText(random),
		ownerPostId: random.pick(step.body.posts).id,
		dueOn: addDays(step.publishedOn, random.between(60, 500)),
		state: isDone ? ('done' as const) : ('planned' as const),
		doneOn: isDone ? addDays(step.publishedOn, random.between(30, 90)) : null
	};
	const key = `action${String(actionId).padStart(8, '0')}`;
	rows.add(action, { id: actionId, key, organisationId: step.body.id, ...facts });
	rows.add(actionAssignment, { actionId, assignmentId: step.id, position });
	const state = JSON.stringify(facts);
	rows.add(actionChange, { actionId, at, onDay, actorId, verb: 'add', state });
}

/** @returns the ids of the parts of each recommendation that has any */
function addParts(rows: RowWriter, allocated: readonly Allocated[]): Map<number, number[]> {
	const parts = new Map<number, number[]>();
	let id = 0;
	for (const { recommendationId, publishedOn } of allocated) {
		if (recommendationId % PARTS_EVERY !== 0 || parts.has(recommendationId)) continue;
		const random = seededRandom(800_000 + recommendationId);
		const own = PARTS.map((label, index) => {
			const text = shortText(random);
			const position = index + 1;
			const fromDay = publishedOn;
			rows.add(recommendationPart, { id: ++id, recommendationId, label, text, position, fromDay });
			return id;
		});
		parts.set(recommendationId, own);
	}
	return parts;
}
