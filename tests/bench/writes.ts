import { openClient } from './ask.ts';
import type { Cast, Desk } from './cast.ts';
import { percentile } from './drive.ts';
import { openForm } from './form.ts';

export interface SaveFigures {
	readonly what: string;
	readonly saves: number;
	/** Milliseconds for the POST alone. */
	readonly p50: number;
	readonly p95: number;
	readonly failures: number;
}

/** Saves one after the other, each a form that is opened and sent: progress updates, then moves. */
export async function measureSaves(
	origin: string,
	cast: Cast,
	howMany: number
): Promise<SaveFigures[]> {
	const leads = cast.desks.filter((_, index) => index % 2 === 0);
	const updates = spread(leads, (desk) => desk.open, howMany);
	const starts = spread(leads, (desk) => desk.unstarted, howMany);
	return [
		await saveEach(origin, 'progress update', updates, '/updates/new', {
			narrative: 'The steps that were agreed last month have been taken in every district.',
			confidence: 'probable'
		}),
		await saveEach(origin, 'move to in progress', starts, '/moves/start', {})
	];
}

interface Place {
	readonly desk: Desk;
	readonly path: string;
}

/** Taken from each desk in turn, so that no two saves follow each other on one assignment. */
function spread(
	desks: readonly Desk[],
	choose: (desk: Desk) => readonly string[],
	howMany: number
): Place[] {
	const places: Place[] = [];
	for (let round = 0; places.length < howMany; round++) {
		const before = places.length;
		for (const desk of desks) {
			const path = choose(desk)[round];
			if (path !== undefined && places.length < howMany) places.push({ desk, path });
		}
		if (places.length === before) break;
	}
	return places;
}

async function saveEach(
	origin: string,
	what: string,
	places: readonly Place[],
	form: string,
	fields: Readonly<Record<string, string>>
): Promise<SaveFigures> {
	const client = openClient(origin);
	const times: number[] = [];
	let failures = 0;
	for (const { desk, path } of places) {
		const opened = await openForm(client, desk.who, path + form);
		const { status, took } = await opened.send(fields);
		times.push(took);
		if (status !== 303) failures += 1;
	}
	client.close();
	return {
		what,
		saves: times.length,
		p50: percentile(times, 50),
		p95: percentile(times, 95),
		failures
	};
}
