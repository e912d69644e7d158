import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { isExportList, EXPORT_ROWS_MAX, type ExportList } from '#lib/domain/export.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import { asAtWords } from '#lib/wording/as-at.ts';
import { MARKING_WORDS } from '#lib/wording/evidence.ts';
import { SAMPLE_NOTICE } from '#lib/wording/service.ts';
import type { ScanningContext } from '../../reads/evidence-rows.ts';
import { viewOf } from '../../reads/looking-back.ts';
import { readServiceFacts } from '../../reads/service-facts.ts';
import type { FileTable, TableFile } from '../table-file.ts';
import { openAssignments, openRegister } from './assignments.ts';
import { openAudit } from './audit.ts';
import { openOrganisations, openRecommendations } from './counts.ts';
import { openEvidence } from './evidence.ts';
import { openExtensions } from './extensions.ts';
import { openMovement } from './movement.ts';
import { openPeople } from './people.ts';
import { openPeriod, openPeriods } from './reporting.ts';
import { openReviews } from './reviews.ts';
import { openSection55 } from './section55.ts';
import type { OpenListOf } from './open-list.ts';

const LISTS: Record<ExportList, OpenListOf> = {
	assignments: openAssignments,
	register: openRegister,
	recommendations: openRecommendations,
	organisations: openOrganisations,
	reviews: openReviews,
	people: openPeople,
	audit: openAudit,
	evidence: openEvidence,
	extensions: openExtensions,
	movement: openMovement,
	periods: openPeriods,
	period: openPeriod,
	'section-55': openSection55
};

/** A list as a file of one table, before any row of it is read. */
export interface OpenExport {
	/** 'OIC-assignments-as-at-2026-03-02-OFFICIAL', without what stands behind the dot. */
	readonly name: string;
	readonly file: TableFile;
	readonly table: FileTable;
}

/**
 * Opens the list of that name with the query of its page.
 * @throws Refusal 'not-found' for a list that there is not, 'export-too-long' (facts: rows, most), and as the
 * list's own page does
 */
export async function openExport(
	context: ScanningContext,
	actor: Actor,
	list: string,
	params: URLSearchParams
): Promise<OpenExport> {
	if (!isExportList(list)) throw notFound('list');
	const view = await viewOf(context, actor, params.get('as-at'));
	const opened = await LISTS[list]({ ...view, params });
	const { total, columns, chunks, title } = opened;
	if (total > EXPORT_ROWS_MAX) {
		throw new Refusal('export-too-long', { facts: { rows: total, most: EXPORT_ROWS_MAX } });
	}
	const marking = opened.marking ?? MARKING_WORDS.official;
	const { at, today } = momentOf(view.context.clock);
	const { isSample } = await readServiceFacts(context.db);
	const about = [
		...(isSample ? [`${SAMPLE_NOTICE.title}. ${SAMPLE_NOTICE.text}`] : []),
		...(view.asAt ? [asAtWords(view.asAt)] : []),
		...opened.about
	];
	const table = { name: 'List', title, columns, total, chunks };
	return {
		name: `${opened.name}-as-at-${today}-${marking}`,
		file: { title, marking, asAt: at, about, tables: [table] },
		table
	};
}
