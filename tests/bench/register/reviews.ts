import type Database from 'better-sqlite3';
import { criterion, criterionFinding } from '#lib/server/db/schema/tables.ts';
import type { Person } from './bodies.ts';
import type { Allocated } from './inspections.ts';
import { shortText } from './phrases.ts';
import { seededRandom } from './random.ts';
import type { RowWriter } from './row-writer.ts';

const CRITERIA = 3;

/** What good looks like for each recommendation, and how every claim that was decided was found to meet it. */
export function addReviews(
	connection: Database.Database,
	rows: RowWriter,
	allocated: readonly Allocated[],
	inspectors: readonly Person[]
): void {
	const criteria = addCriteria(rows, allocated, inspectors);
	// A review for each decision, by whoever took it, at that moment.
	connection.exec(`
		insert into claim_review (at, on_day, assignment_id, actor_id, claim_id, verdict, basis, reason)
		select s.at, s.on_day, s.assignment_id, s.actor_id, (
				select max(c.id) from status_change c where c.assignment_id = s.assignment_id
					and c.verb = 'report-complete' and c.id < s.id
			), s.verb, s.basis, s.reason
		from status_change s where s.verb in ('confirm', 'return') order by s.id`);
	const decided = connection
		.prepare<[], { id: number; verdict: string; recommendationId: number }>(
			`select r.id, r.verdict, a.recommendation_id as recommendationId
			from claim_review r join assignment a on a.id = r.assignment_id order by r.id`
		)
		.all();
	for (const { id, verdict, recommendationId } of decided) {
		const random = seededRandom(2_000_000 + id);
		for (const [index, criterionId] of (criteria.get(recommendationId) ?? []).entries()) {
			const isShort = verdict === 'return' && index === 0;
			const finding = isShort ? random.pick(['partly-met', 'not-met'] as const) : 'met';
			const reason = isShort ? shortText(random) : null;
			rows.add(criterionFinding, { reviewId: id, criterionId, finding, reason });
		}
	}
}

/** @returns the ids of each recommendation's criteria */
function addCriteria(
	rows: RowWriter,
	allocated: readonly Allocated[],
	inspectors: readonly Person[]
): Map<number, number[]> {
	const criteria = new Map<number, number[]>();
	let id = 0;
	for (const { recommendationId, publishedOn: fromDay } of allocated) {
		if (criteria.has(recommendationId)) continue;
		const random = seededRandom(2_500_000 + recommendationId);
		const writtenBy = random.pick(inspectors).id;
		const own = Array.from({ length: CRITERIA }, (_, index) => {
			const said = { text: shortText(random), position: index + 1, fromDay, writtenBy };
			rows.add(criterion, { id: ++id, recommendationId, ...said });
			return id;
		});
		criteria.set(recommendationId, own);
	}
	return criteria;
}
