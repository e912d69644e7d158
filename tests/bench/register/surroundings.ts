import type { Acceptance } from '#lib/domain/acceptance.ts';
import type { Particulars } from '#lib/domain/audit-entry.ts';
import { addDays, type PlainDate } from '#lib/domain/plain-date.ts';
import {
	acceptanceChange,
	deadlineRevision,
	ownerChange,
	waiting,
	waitingEnd
} from '#lib/server/db/schema/tables.ts';
import type { Body } from './bodies.ts';
import { shortText } from './phrases.ts';
import { about, inspector, lead, ownBody, tell, type Scene } from './scene.ts';

// Deeds around the work itself: by when, accepted or not, whose, and waiting for whom.

export function setDeadline(scene: Scene, lastDay: PlainDate): void {
	const { random, standing } = scene;
	const actor = inspector(scene);
	const previous = standing.currentDueOn;
	const isMove = standing.originalDueOn !== null && lastDay !== previous;
	const reason = standing.originalDueOn === null ? null : shortText(random);
	scene.rows.add(deadlineRevision, {
		...about(scene, actor),
		kind: 'fixed-day',
		phrase: null,
		lastDay,
		rule: 'The day itself',
		setBy: 'inspectorate',
		reason
	});
	standing.originalDueOn ??= lastDay;
	standing.currentDueOn = lastDay;
	standing.deadlineMoves += isMove ? 1 : 0;
	standing.version += 1;
	tell(scene, 'assignment.set-deadline', actor, { previous, lastDay, reason });
}

export function accept(scene: Scene, acceptance: Exclude<Acceptance, 'not-recorded'>): void {
	const actor = lead(scene);
	const from = scene.standing.acceptance;
	const reason = acceptance === 'accepted' ? null : shortText(scene.random);
	scene.rows.add(acceptanceChange, { ...about(scene, actor), acceptance, reason });
	scene.standing.acceptance = acceptance;
	scene.standing.version += 1;
	tell(scene, 'assignment.accept', actor, { from, to: acceptance, reason });
}

export function setOwner(scene: Scene): void {
	const actor = lead(scene);
	const { id: postId, title } = scene.random.pick(ownBody(scene).posts);
	scene.rows.add(ownerChange, { ...about(scene, actor), postId });
	scene.standing.ownerPostId = postId;
	scene.standing.version += 1;
	tell(scene, 'assignment.set-owner', actor, { title, previous: null });
}

export function wait(scene: Scene): void {
	const { random, rows, onDay, happening, serial, standing } = scene;
	const actor = lead(scene);
	const { id: onAssignmentId, body } = happening.assignment.neighbour;
	const reviewOn = addDays(onDay, random.between(30, 120));
	const id = ++serial.waiting;
	rows.add(waiting, {
		...about(scene, actor),
		id,
		onAssignmentId,
		reason: shortText(random),
		reviewOn
	});
	scene.openWaits.set(standing.id, id);
	standing.version += 1;
	tell(scene, 'assignment.wait', actor, { ...waitedOn(scene, body), reviewOn });
}

export function endWait(scene: Scene): void {
	const { random, rows, happening, openWaits, standing } = scene;
	const waitingId = openWaits.get(standing.id);
	if (waitingId === undefined) throw new Error('Nothing was waited for');
	const actor = lead(scene);
	rows.add(waitingEnd, { ...about(scene, actor), waitingId, reason: shortText(random) });
	openWaits.delete(standing.id);
	standing.version += 1;
	tell(scene, 'assignment.end-wait', actor, waitedOn(scene, happening.assignment.neighbour.body));
}

function waitedOn({ happening }: Scene, { code, name }: Body): Particulars {
	return { on: `${happening.assignment.reference}/${code}`, onOrganisation: name };
}
