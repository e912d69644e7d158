import { addDays, plainDate } from '#lib/domain/plain-date.ts';
import { isOpen } from '#lib/domain/status.ts';
import {
	exemptionRequest,
	wordingLoad,
	wordingLoadItem,
	workbookChange,
	workbookDownload,
	workbookReturn
} from '#lib/server/db/schema/tables.ts';
import type { Body, Person } from './bodies.ts';
import type { Allocated } from './inspections.ts';
import { narrative, shortText } from './phrases.ts';
import { seededRandom } from './random.ts';
import type { RowWriter } from './row-writer.ts';
import { AS_AT, type RegisterSize } from './sizes.ts';
import type { Standing } from './standing.ts';

const MOMENT = { at: Date.parse(`${AS_AT}T08:00:00Z`), onDay: AS_AT };
const ITEMS = 30;
const CHANGES = 30;

/** One open assignment in a hundred has asked to be not applicable, and waits for an answer. */
export function addExemptions(
	rows: RowWriter,
	allocated: readonly Allocated[],
	standings: ReadonlyMap<number, Standing>
): void {
	let open = 0;
	for (const { id, body } of allocated) {
		const random = seededRandom(5_000_000 + id);
		const status = standings.get(id)?.status;
		const isAsked = status && status !== 'reported-complete' && isOpen(status);
		if (!isAsked || open++ % 100 !== 0) continue;
		const actorId = random.pick(body.leads).id;
		rows.add(exemptionRequest, {
			...{ ...MOMENT, assignmentId: id, actorId, reason: narrative(random) }
		});
	}
}

/** Wording that waits to be checked: for each inspection once, with all of its recommendations. */
export function addWordingLoads(
	rows: RowWriter,
	size: RegisterSize,
	bodies: readonly Body[],
	inspectors: readonly Person[]
): void {
	const organisations = JSON.stringify(bodies.map(({ code }) => code));
	for (let id = 1; id <= size.inspections; id++) {
		const random = seededRandom(6_000_000 + id);
		const isLast = id === size.inspections;
		rows.add(wordingLoad, {
			...{ id, key: `wording${String(id).padStart(5, '0')}`, inspectionId: id },
			...{ sourceUrl: 'https://papers.example/report', source: 'The report', retrievedOn: AS_AT },
			...{ sourceText: narrative(random), loadedBy: inspectors[1]!.id, loadedAt: MOMENT.at },
			...(isLast
				? {}
				: { outcome: 'put-aside', settledBy: inspectors[2]!.id, settledAt: MOMENT.at }),
			...(isLast ? {} : { reason: shortText(random) })
		});
		for (let position = 1; position <= ITEMS; position++) {
			const text = `By March 2027, forces should: ${narrative(random)}`;
			const parts = ['a', 'b', 'c'].map((label) => ({ label, text: shortText(random) }));
			rows.add(wordingLoadItem, {
				...{ loadId: id, position, number: position, sourceText: text, text, organisations },
				...{ addressees: 'forces', deadlinePhrase: 'By March 2027', deadlineKind: 'month' },
				...{ deadlineLastDay: plainDate('2027-03-31'), parts: JSON.stringify(parts), unread: '[]' },
				deadlineRule: 'The last day of the month printed'
			});
		}
	}
}

/** A workbook of each body that came back, with an update for each of the last assignments of it. */
export function addWorkbooks(rows: RowWriter, allocated: readonly Allocated[]): void {
	const byBody = Map.groupBy(allocated, ({ body }) => body);
	let id = 0;
	for (const [body, all] of byBody) {
		const own = all.slice(-CHANGES);
		const { inspectionId } = own[0]!;
		const random = seededRandom(7_000_000 + body.id);
		const content = own.map(({ reference }) => ({
			...{ key: `${reference}/${body.code}`, version: '1', title: 'A recommendation' },
			latest: shortText(random)
		}));
		const personId = body.leads[0]!.id;
		rows.add(workbookDownload, {
			...{ id: ++id, at: MOMENT.at, onDay: addDays(AS_AT, 0), key: `left${id}`, personId },
			...{ inspectionId, organisationId: body.id },
			content: JSON.stringify({ Assignments: content, Actions: [] })
		});
		rows.add(workbookReturn, {
			...{ id, key: `workbook${String(id).padStart(5, '0')}`, downloadId: id, personId },
			...{ fileName: `${body.code}.xlsx`, sha256: 'ab', at: MOMENT.at }
		});
		for (const [index, before] of content.entries()) {
			rows.add(workbookChange, {
				...{ returnId: id, position: index + 1, sheet: 'Assignments', row: index + 4 },
				subject: before.key,
				theirs: JSON.stringify({ kind: 'update', cells: { narrative: narrative(random) } }),
				before: JSON.stringify(before)
			});
		}
	}
}
