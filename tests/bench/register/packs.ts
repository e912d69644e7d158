import { createHash } from 'node:crypto';
import type { PackFacts } from '#lib/domain/board-pack.ts';
import { canonicalJson, type Paper } from '#lib/domain/paper.ts';
import { addDays } from '#lib/domain/plain-date.ts';
import { boardPack, boardPackIssue, storedFile } from '#lib/server/db/schema/tables.ts';
import type { Body, Person } from './bodies.ts';
import { narrative } from './phrases.ts';
import { seededRandom } from './random.ts';
import type { RowWriter } from './row-writer.ts';
import { AS_AT, type RegisterSize } from './sizes.ts';

/** Of the last inspection: as many as a board gets in two years, and one for each of the first bodies. */
const NATIONAL = 20;
const OF_BODIES = 20;

/** Packs that were issued, each with a snapshot of two pages, and the draft of the next. */
export function addPacks(
	rows: RowWriter,
	size: RegisterSize,
	bodies: readonly Body[],
	inspectors: readonly Person[]
): void {
	const inspectionId = size.inspections;
	const preparer = inspectors[0]!.id;
	let id = 0;
	const add = (organisationId: number | null, number: number, preparedBy: number, ago: number) => {
		const random = seededRandom(4_000_000 + ++id);
		const asAt = addDays(AS_AT, -ago);
		const at = Date.parse(`${asAt}T12:00:00Z`);
		rows.add(boardPack, {
			...{
				id,
				key: `pack${String(id).padStart(8, '0')}`,
				inspectionId,
				organisationId,
				preparedBy
			},
			...{ meeting: 'Strategic Oversight Board', meetingOn: addDays(asAt, 9), asAt, version: 1 },
			...{ purpose: 'decision', asks: narrative(random), marking: 'official' },
			...{ createdAt: at, changedAt: at }
		});
		if (number === 0) return;
		const code = `BENCH-${String(id).padStart(4, '0')}`;
		const paper = paperOf(code, asAt, at, narrative(random));
		const snapshot = canonicalJson({ paper, facts: factsOf(size) });
		const pdfSha256 = sha256(`pdf ${id}`);
		rows.add(storedFile, { sha256: pdfSha256, bytes: 1000, mediaType: 'application/pdf', at });
		rows.add(boardPackIssue, {
			...{ at, onDay: asAt, packId: id, inspectionId, organisationId, number, code },
			...{ issuedBy: preparedBy, snapshot, contentHash: sha256(snapshot), pdfSha256 }
		});
	};
	for (let number = 1; number <= NATIONAL; number++) {
		add(null, number, preparer, (NATIONAL - number + 1) * 30);
	}
	for (const body of bodies.slice(0, OF_BODIES)) add(body.id, 1, body.leads[0]!.id, 40);
	add(null, 0, preparer, 2);
}

function paperOf(code: string, asAt: string, madeAt: number, said: string): Paper {
	const row = (index: number) =>
		[`INSP-${index}`, 'A recommendation', `${index} of 60`].map((text) => [{ text }]);
	const columns = ['Number', 'Title', 'Confirmed'].map((label) => ({ label, share: 1 }));
	return {
		...{ format: 1, title: 'Board pack', caption: 'An inspection', marking: 'OFFICIAL', code },
		...{ asAt: `Data as at ${asAt}`, hash: null, notice: null, author: 'The service', madeAt },
		blocks: [
			{ kind: 'heading', level: 2, text: 'Summary' },
			{ kind: 'said', paragraphs: [said] },
			{
				...{ kind: 'table', caption: 'Recommendations', columns },
				rows: Array.from({ length: 30 }, (_, index) => row(index + 1))
			}
		]
	};
}

/** What the next pack is compared with. */
function factsOf({ inspections, recommendations, bodies }: RegisterSize): PackFacts {
	const code = `INSP${String(inspections).padStart(2, '0')}`;
	const rows = Array.from({ length: recommendations }, (_, index) => ({
		...{ reference: `${code}-${index + 1}`, applicable: bodies, confirmed: index },
		...{ claimed: 0, open: bodies - index, overdue: 7 }
	}));
	return { rows, exceptions: [{ group: 'overdue', total: 7 * recommendations, names: [] }] };
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
