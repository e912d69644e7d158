import { londonDay } from '#lib/domain/plain-date.ts';
import type { Happening } from './life.ts';
import { addEvidence, move, update } from './progress.ts';
import { seededRandom } from './random.ts';
import type { Scene, Stage } from './scene.ts';
import { accept, endWait, setDeadline, setOwner, wait } from './surroundings.ts';
import type { Told } from './trail.ts';

/**
 * Writes the happenings as the services would have: a row of history, the standing of the assignment and an
 * entry of the trail for each. Both lists are in order of time; what was told about the register goes between.
 */
export function replay(
	stage: Stage,
	told: readonly Told[],
	happenings: readonly Happening[]
): void {
	const shared = {
		...stage,
		random: seededRandom(7),
		serial: { evidence: 0, waiting: 0 },
		openWaits: new Map<number, number>()
	};
	let next = 0;
	const tellUntil = (at: number) => {
		for (; next < told.length && told[next]!.at <= at; next++) stage.trail.record(told[next]!);
	};
	for (const happening of happenings) {
		tellUntil(happening.at);
		const standing = stage.standings.get(happening.assignment.id);
		if (!standing) throw new Error(`No assignment ${happening.assignment.id}`);
		carryOut({ ...shared, happening, standing, onDay: londonDay(happening.at) });
	}
	tellUntil(Infinity);
}

function carryOut(scene: Scene): void {
	const { deed } = scene.happening;
	switch (deed.kind) {
		case 'move':
			return move(scene, deed.verb);
		case 'update':
			return update(scene, deed.move);
		case 'deadline':
			return setDeadline(scene, deed.lastDay);
		case 'accept':
			return accept(scene, deed.acceptance);
		case 'owner':
			return setOwner(scene);
		case 'evidence':
			return addEvidence(scene);
		case 'wait':
			return wait(scene);
		case 'end-wait':
			return endWait(scene);
	}
}
