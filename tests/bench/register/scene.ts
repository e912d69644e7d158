import type { Particulars } from '#lib/domain/audit-entry.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { assignmentReference } from '#lib/domain/reference.ts';
import type { Body, Person } from './bodies.ts';
import type { Happening } from './life.ts';
import type { Random } from './random.ts';
import type { RowWriter } from './row-writer.ts';
import type { Standing } from './standing.ts';
import type { Trail } from './trail.ts';

export interface Stage {
	readonly rows: RowWriter;
	readonly trail: Trail;
	readonly inspectors: readonly Person[];
	/** By the assignment's id; changed as the history goes on. */
	readonly standings: ReadonlyMap<number, Standing>;
}

export interface Scene extends Stage {
	readonly random: Random;
	readonly standing: Standing;
	readonly happening: Happening;
	readonly onDay: PlainDate;
	readonly serial: { evidence: number; waiting: number };
	readonly openWaits: Map<number, number>;
}

/** What every row of history begins with. */
export function about({ happening, onDay }: Scene, actor: Person) {
	return { assignmentId: happening.assignment.id, at: happening.at, onDay, actorId: actor.id };
}

export function tell(scene: Scene, action: string, actor: Person, particulars: Particulars): void {
	const { id, reference, body } = scene.happening.assignment;
	const code = reference.lastIndexOf('-');
	scene.trail.record({
		action,
		actor,
		at: scene.happening.at,
		assignmentId: id,
		organisationId: body.id,
		particulars: {
			reference: assignmentReference(
				reference.slice(0, code),
				Number(reference.slice(code + 1)),
				body.code
			),
			organisation: body.name,
			...particulars
		}
	});
}

export function ownBody({ happening }: Scene): Body {
	return happening.assignment.body;
}

export function lead(scene: Scene): Person {
	return scene.random.pick(ownBody(scene).leads);
}

export function inspector({ random, inspectors }: Scene): Person {
	return random.pick(inspectors);
}
