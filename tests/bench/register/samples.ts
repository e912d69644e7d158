import type Database from 'better-sqlite3';
import { drawSample } from '#lib/domain/sampling.ts';
import { addDays, type PlainDate } from '#lib/domain/plain-date.ts';
import { sampleDraw, sampleItem, sampleOutcome } from '#lib/server/db/schema/tables.ts';
import type { Person } from './bodies.ts';
import { shortText } from './phrases.ts';
import { seededRandom } from './random.ts';
import type { RowWriter } from './row-writer.ts';
import { AS_AT } from './sizes.ts';

/** Draws of each inspection, and claims of each draw. */
const DRAWS = 10;
const SIZE = 20;

interface Claim {
	readonly id: number;
	readonly inspectionId: number;
	readonly actorId: number;
}

/** Samples of the claims of each inspection, drawn as the service draws them, three in four of them checked. */
export function addSamples(
	connection: Database.Database,
	rows: RowWriter,
	inspectors: readonly Person[]
): void {
	const claims = connection
		.prepare<[], Claim>(
			`select s.id, a.inspection_id as inspectionId, s.actor_id as actorId
			from status_change s join assignment a on a.id = s.assignment_id
			where s.verb = 'report-complete' order by a.inspection_id, s.id`
		)
		.all();
	const byInspection = Map.groupBy(claims, ({ inspectionId }) => inspectionId);
	let draws = 0;
	let items = 0;
	for (const [inspectionId, own] of byInspection) {
		for (let number = 1; number <= DRAWS; number++) {
			const random = seededRandom(3_000_000 + inspectionId * 100 + number);
			const population = own.slice(0, 400).map(({ id }) => ({ id, weight: 1 }));
			const drawId = ++draws;
			const actorId = random.pick(inspectors).id;
			const moment = momentAgo(random.between(5, 300));
			const size = Math.min(SIZE, population.length);
			const seed = `bench-${drawId}`;
			rows.add(sampleDraw, {
				...{ id: drawId, ...moment, key: `sample${String(drawId).padStart(6, '0')}` },
				...{ inspectionId, recommendationId: null, actorId, method: 'random', seed, size },
				population: JSON.stringify(population.map(({ id, weight }) => [id, weight])),
				populationSize: population.length
			});
			for (const [index, claimId] of drawSample(population, size, seed).entries()) {
				rows.add(sampleItem, { id: ++items, drawId, claimId, position: index + 1 });
				if (!random.chance(0.75)) continue;
				const outcome = random.chance(0.85) ? 'upheld' : 'not-upheld';
				const reason = outcome === 'upheld' ? null : shortText(random);
				rows.add(sampleOutcome, { ...moment, itemId: items, actorId, outcome, reason });
			}
		}
	}
}

function momentAgo(days: number): { at: number; onDay: PlainDate } {
	const onDay = addDays(AS_AT, -days);
	return { at: Date.parse(`${onDay}T10:00:00Z`), onDay };
}
