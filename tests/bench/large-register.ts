import Database from 'better-sqlite3';
import { openDatabase } from '#lib/server/db/open.ts';
import { assignment } from '#lib/server/db/schema/assignment.ts';
import { addStaff } from './register/bodies.ts';
import { addInspections } from './register/inspections.ts';
import { lifeOf, type Happening } from './register/life.ts';
import { addOwedUpdates } from './register/owed.ts';
import { addExemptions, addWordingLoads, addWorkbooks } from './register/desks.ts';
import { addExtensions } from './register/extensions.ts';
import { addOwnersSide } from './register/owners-side.ts';
import { addPacks } from './register/packs.ts';
import { replay } from './register/replay.ts';
import { addReviews } from './register/reviews.ts';
import { openRowWriter, type RowWriter } from './register/row-writer.ts';
import { addSamples } from './register/samples.ts';
import type { RegisterSize } from './register/sizes.ts';
import { startingStanding } from './register/standing.ts';
import { openTrail } from './register/trail.ts';
import { progressUpdates } from './register/updates.ts';

/**
 * Makes a register of that size in `file`, which must not exist: the same bytes of history on every run.
 * It goes past the services, and ends as they would have left it: what stands is what the history says,
 * and the trail verifies.
 */
export function buildRegister(file: string, size: RegisterSize): void {
	openDatabase(file).close();
	const connection = new Database(file);
	try {
		// Nothing is lost when a half-built register is: speed before safety, until it is whole.
		connection.pragma('journal_mode = OFF');
		connection.pragma('synchronous = OFF');
		connection.pragma('foreign_keys = OFF');
		connection.pragma('cache_size = -200000');
		connection.exec('BEGIN');
		const rows = openRowWriter(connection);
		const { allocated, inspectors } = fill(rows, size);
		addOwedUpdates(connection);
		addReviews(connection, rows, allocated, inspectors);
		addSamples(connection, rows, inspectors);
		connection.exec('COMMIT');
		const broken = connection.pragma('foreign_key_check') as unknown[];
		if (broken.length > 0)
			throw new Error(`${broken.length} rows refer to rows that are not there`);
		connection.pragma('journal_mode = WAL');
	} finally {
		connection.close();
	}
}

function fill(rows: RowWriter, size: RegisterSize) {
	const { bodies, inspectors } = addStaff(rows, size.bodies);
	const { allocated, told } = addInspections(rows, size, bodies);
	const standings = new Map(allocated.map((one) => [one.id, startingStanding(one)]));
	const lives = allocated.map(lifeOf);
	const soFar = told.length + allocated.length + rowsOf(lives);
	const updates = progressUpdates(lives, Math.max(0, Math.ceil((size.historyRows - soFar) / 2)));
	const happenings = [...lives.flat(), ...updates].sort(
		(a, b) => a.at - b.at || a.assignment.id - b.assignment.id
	);
	told.sort((a, b) => a.at - b.at);
	replay({ rows, trail: openTrail(rows), inspectors, standings }, told, happenings);
	for (const standing of standings.values()) rows.add(assignment, standing);
	addOwnersSide(rows, allocated);
	addExtensions(rows, allocated, inspectors);
	addExemptions(rows, allocated, standings);
	addWordingLoads(rows, size, bodies, inspectors);
	addWorkbooks(rows, allocated);
	addPacks(rows, size, bodies, inspectors);
	return { allocated, inspectors };
}

/** Each happening is a row of history and an entry of the trail; an update that moves is a third. */
function rowsOf(lives: readonly (readonly Happening[])[]): number {
	let rows = 0;
	for (const { deed } of lives.flat()) rows += deed.kind === 'update' && deed.move ? 3 : 2;
	return rows;
}
