import type { Movement } from '#lib/domain/movement.ts';
import { reconciles } from '#lib/domain/movement.ts';
import type { Capacity, OrganisationKind } from '#lib/domain/organisation.ts';
import type { PackAssignment, PackCount, PackExceptions } from '#lib/domain/pack-content.ts';
import type { Paper, PaperBlock } from '#lib/domain/paper.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { ASSIGNMENT_STATUSES } from '#lib/domain/status.ts';
import { formatNumber } from '#lib/wording/counts.ts';
import { formatDay } from '#lib/wording/dates.ts';
import { deadlineWords, movedWords } from '#lib/wording/deadline.ts';
import { headlineFacts, headlineSentence } from '#lib/wording/headline.ts';
import { NO_OWNER } from '#lib/wording/owner.ts';
import { paths } from '#lib/wording/paths.ts';
import { plainLine } from '#lib/wording/plain-line.ts';
import { LICENCE_ADDRESS, LICENCE_SENTENCE, workingSummaryNote } from '#lib/wording/provenance.ts';
import { PAGE_MARKING } from '#lib/wording/reminders.ts';
import { SAMPLE_NOTICE, SERVICE_NAME } from '#lib/wording/service.ts';
import { STATUS_LOOK } from '#lib/wording/status.ts';
import { BASIS_OF_STATUS, excerpt, leadWords, spanWords } from '#lib/wording/summary.ts';
import {
	address,
	cell,
	heading,
	look,
	paragraph,
	said,
	smallPrint,
	strong,
	table
} from './blocks.ts';
import { statusTable } from './pack-recommendations.ts';
import { exceptionTable, movementTable } from './sheet-tables.ts';

/** One recommendation, as it is read for a sheet. */
interface Sheet {
	readonly today: PlainDate;
	readonly reference: string;
	readonly title: string;
	readonly wording: string | null;
	readonly wordingKind: 'working-summary' | 'official' | null;
	readonly wordingSource: string | null;
	readonly deadline: { readonly phrase: string | null; readonly lastDay: PlainDate | null } | null;
	readonly inspection: { readonly title: string; readonly url: string };
	readonly counts: PackCount;
	/** Those that the reader may see. */
	readonly assignments: readonly SheetAssignment[];
	/** What is of all organisations; null for who may not see them all. */
	readonly ofAll: {
		readonly since: PlainDate;
		readonly movement: Movement | null;
		readonly exceptions: readonly PackExceptions[];
	} | null;
}

interface SheetAssignment extends PackAssignment {
	readonly kind: OrganisationKind;
	readonly capacity: Capacity;
}

interface Facts {
	readonly isSample: boolean;
	readonly origin: string;
	/** Epoch milliseconds: of the register that was read. */
	readonly at: number;
}

/** Letters and lines of the wording that leave room for the rest, and where the names take much of it. */
const WORDING_MAX = 900;
const WORDING_MIN = 400;
const LINES_MAX = 9;
/** Letters of names from which on they crowd the sheet: those of the forces of today take half as many. */
const CROWDED = 1500;
/** Letters of names that take the place of one exception. */
const NAMES_FOR_ONE = 190;
const EXCEPTIONS_SHOWN = 8;
/** Of somebody's own bodies; nearly everybody has one. */
const OWN_SHOWN = 12;

/** How one recommendation stands, on one sheet of A4: with the names of organisations for national readers. */
export function recommendationSheet(sheet: Sheet, { isSample, origin, at }: Facts): Paper {
	const { today, reference, inspection, ofAll } = sheet;
	return {
		...{ format: 1, title: `${reference} ${plainLine(sheet.title)}` },
		...{ caption: inspection.title, marking: PAGE_MARKING },
		...{ asAt: `Data as at ${formatDay(today)}`, code: null, hash: null },
		notice: isSample ? `${SAMPLE_NOTICE.title}. ${SAMPLE_NOTICE.text}` : null,
		...{ author: SERVICE_NAME, madeAt: at },
		blocks: [
			paragraph(strong('All organisations: '), headlineSentence(headlineFacts(sheet.counts))),
			...wording(sheet),
			...(ofAll === null ? ofOwn(sheet) : ofEverybody(sheet, ofAll)),
			smallPrint('All of it: ', address(origin + paths.recommendation(reference))),
			smallPrint(BASIS_OF_STATUS[0] ?? '')
		]
	};
}

function wording(sheet: Sheet): PaperBlock[] {
	const { wording: text, wordingKind, wordingSource, inspection } = sheet;
	const isOfficial = wordingKind === 'official';
	const most = crowding(sheet) > 0 ? WORDING_MIN : WORDING_MAX;
	const isShort = text !== null && text.length <= most && text.split('\n').length <= LINES_MAX;
	const shown = text && (isShort ? text : excerpt(text, most));
	return [
		...(shown ? [said(shown)] : []),
		smallPrint(
			isShort || text === null ? '' : 'Shortened. ',
			isOfficial
				? `Official wording. ${LICENCE_SENTENCE}`
				: workingSummaryNote(inspection.url, wordingSource),
			...(isOfficial ? [' ', address(LICENCE_ADDRESS)] : []),
			wordingSource === null ? ' ' : ` Source: ${plainLine(wordingSource)}. `,
			address(inspection.url)
		)
	];
}

function ofEverybody(sheet: Sheet, { since, movement, exceptions }: NonNullable<Sheet['ofAll']>) {
	const { reference, assignments, today } = sheet;
	const shown = Math.max(1, EXCEPTIONS_SHOWN - Math.ceil(crowding(sheet) / NAMES_FOR_ONE));
	return [
		facts([
			['Lead', leadWords(leadsOf(assignments))],
			['Original deadline', spanWords(spanOf(assignments, 'originalDueOn'))],
			['Current deadline', spanWords(spanOf(assignments, 'currentDueOn'))]
		]),
		heading(2, 'Who stands where'),
		assignments.length === 0
			? paragraph('It falls to nobody yet.')
			: statusTable(reference, assignments),
		...(movement !== null && reconciles(movement) ? [movementTable(movement, since, today)] : []),
		heading(2, 'Exceptions'),
		exceptionTable({
			...{ groups: exceptions, today, shown, label: 'Organisation' },
			nameOf: (row) => plainLine(row.organisationName)
		})
	];
}

/** Letters of names beyond those that leave the sheet its room. */
function crowding({ ofAll, assignments }: Sheet): number {
	if (ofAll === null) return 0;
	const letters = assignments.reduce((sum, { organisationName: name }) => sum + name.length, 0);
	return Math.max(0, letters - CROWDED);
}

/** For somebody of one body: how many stand where, and only of their own by name. */
function ofOwn({ reference, deadline, counts, assignments }: Sheet): PaperBlock[] {
	const own = assignments.slice(0, OWN_SHOWN);
	return [
		...(deadline === null
			? []
			: [facts([['Deadline of the whole recommendation', deadlineWords(deadline.lastDay)]])]),
		heading(2, 'How many stand where'),
		table(
			`${reference}: assignments by status`,
			[
				['Status', 25],
				['How many', 12, 'number'],
				['What it means', 63]
			],
			ASSIGNMENT_STATUSES.filter((status) => counts.statuses[status] > 0).map((status) => [
				cell(look(STATUS_LOOK[status])),
				cell(formatNumber(counts.statuses[status])),
				cell(STATUS_LOOK[status].meaning)
			]),
			true
		),
		...(own.length === 0
			? []
			: [
					heading(2, 'Your own'),
					table(
						`${formatNumber(own.length)} of ${formatNumber(assignments.length)}`,
						[
							['Organisation', 26],
							['Status', 18],
							['Original deadline', 16],
							['Current deadline', 20],
							['Owner', 20]
						],
						own.map((row) => [
							cell(strong(plainLine(row.organisationName))),
							cell(look(STATUS_LOOK[row.status])),
							cell(deadlineWords(row.originalDueOn)),
							cell(
								[deadlineWords(row.currentDueOn), movedWords(row)]
									.filter((words) => words !== '')
									.join(', ')
							),
							cell(plainLine(row.ownerPost ?? NO_OWNER))
						]),
						true
					)
				])
	];
}

function facts(rows: readonly (readonly [string, string])[]): PaperBlock {
	return { kind: 'facts', rows: rows.map(([name, words]) => ({ name, runs: cell(words) })) };
}

/** Who leads on it: each kind of body with how many. */
function leadsOf(assignments: readonly SheetAssignment[]) {
	const leading = assignments.filter(({ capacity }) => capacity === 'lead');
	return [...Map.groupBy(leading, ({ kind }) => kind)].map(([kind, those]) => ({
		...{ kind, items: those.length },
		codes: those.map(({ organisationCode }) => organisationCode).sort()
	}));
}

function spanOf(
	assignments: readonly SheetAssignment[],
	which: 'originalDueOn' | 'currentDueOn'
): { first: PlainDate; last: PlainDate } | null {
	const days = assignments.flatMap((row) => row[which] ?? []).sort();
	const [first] = days;
	const last = days.at(-1);
	return first && last ? { first, last } : null;
}
