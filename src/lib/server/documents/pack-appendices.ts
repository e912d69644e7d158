import type { PackContent } from '#lib/domain/pack-content.ts';
import type { PaperBlock } from '#lib/domain/paper.ts';
import { ATTENTION_WORDS } from '#lib/wording/attention.ts';
import { formatNumber, plural } from '#lib/wording/counts.ts';
import { formatDay, formatDayShort } from '#lib/wording/dates.ts';
import { deadlineWords, movedWords } from '#lib/wording/deadline.ts';
import { attentionHref, listHref } from '#lib/wording/figures.ts';
import { withDay } from '#lib/wording/as-at.ts';
import { paths } from '#lib/wording/paths.ts';
import { plainLine } from '#lib/wording/plain-line.ts';
import { LICENCE_ADDRESS, LICENCE_SENTENCE, workingSummaryNote } from '#lib/wording/provenance.ts';
import { scopeWords, standingSentences } from '#lib/wording/samples.ts';
import { lateWords, SECTION55_LAW, SECTION55_LOOK } from '#lib/wording/section55.ts';
import { STATUS_LOOK } from '#lib/wording/status.ts';
import { BASIS_OF_STATUS, excerpt } from '#lib/wording/summary.ts';
import {
	address,
	cell,
	heading,
	link,
	look,
	paragraph,
	said,
	smallPrint,
	strong,
	table
} from './blocks.ts';
import { changes } from './pack-changes.ts';
import { exceptionRow } from './pack-exceptions.ts';
import { eachRecommendation } from './pack-recommendations.ts';

/** Moved deadlines that a paper can bear. */
const MOVES_SHOWN = 500;
const REASON_MAX = 260;

/** What the two sheets before rest on, each under a letter of its own. */
export function packAppendices(content: PackContent): PaperBlock[] {
	const appendices = [
		eachRecommendation(content),
		allExceptions(content),
		changes(content),
		ledger(content),
		samples(content),
		section55(content),
		basis(content)
	];
	return appendices.filter((blocks) => blocks.length > 0).flatMap(lettered);
}

function lettered([first, ...rest]: readonly PaperBlock[], index: number): PaperBlock[] {
	if (first?.kind !== 'heading') throw new Error('An appendix begins with its heading');
	const letter = String.fromCharCode('A'.charCodeAt(0) + index);
	return [{ ...first, text: `Appendix ${letter}: ${first.text}` }, ...rest];
}

function placeOf({ inspection, body }: PackContent) {
	return { inspection: inspection.code, organisation: body?.code };
}

/** A list as it was at the end of the pack's day. */
function listAt({ origin, statement }: PackContent, path: string): string {
	return origin + withDay(path, statement.asAt);
}

function allExceptions(content: PackContent): PaperBlock[] {
	const blocks = content.exceptions.flatMap(({ group, total, rows }) => [
		heading(3, `${ATTENTION_WORDS[group].title}: ${formatNumber(total)}`),
		smallPrint(
			rows.length < total
				? `${formatNumber(rows.length)} shown, ${ATTENTION_WORDS[group].order}. `
				: '',
			'The list: ',
			address(listAt(content, attentionHref(placeOf(content), group)))
		),
		table(
			`${ATTENTION_WORDS[group].title}, ${ATTENTION_WORDS[group].order}`,
			[
				['Assignment', 30],
				['Why', 55],
				['Next date', 15]
			],
			rows.map((row) => exceptionRow(content, { group }, row, false)),
			true
		)
	]);
	const comments = content.comments.flatMap(({ reference, organisationName, text }) => [
		paragraph(strong(`${reference} ${plainLine(organisationName)}`)),
		said(text)
	]);
	return [
		heading(2, 'Every exception'),
		...(blocks.length > 0 ? blocks : [paragraph('None.')]),
		...(comments.length > 0 ? [heading(3, 'What the pack says of them'), ...comments] : [])
	];
}

function ledger(content: PackContent): PaperBlock[] {
	const { moves, origin } = content;
	const shown = moves.slice(0, MOVES_SHOWN);
	const href = listAt(content, listHref(placeOf(content), { only: 'moved' }));
	if (moves.length === 0) {
		return [heading(2, 'Deadlines that were moved'), paragraph('None.')];
	}
	return [
		heading(2, 'Deadlines that were moved'),
		paragraph(
			`${plural(moves.length, 'assignment')}. Original deadlines stay in the record, and lateness is told from them too.`
		),
		smallPrint(
			shown.length < moves.length ? `${formatNumber(shown.length)} shown. ` : '',
			'Those that are open: ',
			address(href)
		),
		table(
			'Every deadline that was moved, with the reason of its latest move',
			[
				['Assignment', 23],
				['Original', 11],
				['Now', 11],
				['Moved', 15],
				['Latest reason', 40]
			],
			shown.map((move) => [
				cell(
					link(
						`${move.reference} ${plainLine(move.organisationName)}`,
						origin + paths.extensions(move.reference, move.organisationCode)
					)
				),
				cell(move.originalDueOn ? formatDayShort(move.originalDueOn) : '–'),
				cell(move.currentDueOn ? formatDayShort(move.currentDueOn) : deadlineWords(null)),
				cell(movedWords(move)),
				cell(move.reason === null ? '–' : excerpt(move.reason, REASON_MAX))
			]),
			true
		)
	];
}

function samples({ samples: drawn }: PackContent): PaperBlock[] {
	if (drawn === null) return [];
	return [
		heading(2, 'Claims that were checked by sample'),
		...(drawn.length === 0 ? [paragraph('No sample was drawn.')] : []),
		...drawn.map(({ reference, onDay, standing }) => {
			const [code = '', number] = reference.split('-');
			const from = scopeWords(code, number === undefined ? null : Number(number));
			return paragraph(
				strong(`${from}, drawn on ${formatDay(onDay)}. `),
				standingSentences(standing).join(' ')
			);
		})
	];
}

function section55({ section55: duty }: PackContent): PaperBlock[] {
	if (duty === null) return [];
	const rows = duty.rows.filter(({ state }) => duty.rows.length === 1 || state !== 'in-time');
	const counts = (['in-time', 'late', 'not-published', 'not-due'] as const).flatMap((state) => {
		const items = duty.rows.filter((row) => row.state === state).length;
		return items === 0
			? []
			: [`${formatNumber(items)} ${SECTION55_LOOK[state].word.toLowerCase()}`];
	});
	return [
		heading(2, 'Comments of local policing bodies (section 55)'),
		paragraph(
			`Due by ${formatDay(duty.dueOn)}. Of ${plural(duty.rows.length, 'local policing body', 'local policing bodies')}: ${counts.join(', ')}.`
		),
		smallPrint(
			`${SECTION55_LAW.duty} ${SECTION55_LAW.sourceWords}: `,
			address(SECTION55_LAW.source)
		),
		...(rows.length === 0
			? []
			: [
					table(
						'Local policing bodies whose comments are late or not published',
						[
							['Local policing body', 45],
							['State', 25],
							['Published', 30]
						],
						rows.map((row) => [
							cell(`${row.localPolicingBody} (${row.organisationName})`),
							cell(look(SECTION55_LOOK[row.state])),
							cell(
								row.publishedOn ? `${formatDayShort(row.publishedOn)} ` : '',
								lateWords(row),
								...(row.url ? [' ', address(row.url)] : [])
							)
						]),
						true
					)
				])
	];
}

function basis({ rows, origin, issue, inspection }: PackContent): PaperBlock[] {
	const hasOfficial = rows.some((row) => row.isOfficialWording);
	const hasWorking = rows.some((row) => !row.isOfficialWording);
	return [
		heading(2, 'What the words mean'),
		table(
			'The word for each status',
			[
				['Status', 25],
				['What it means', 75]
			],
			Object.values(STATUS_LOOK).map((status) => [cell(look(status)), cell(status.meaning)]),
			true
		),
		...BASIS_OF_STATUS.map((sentence) => smallPrint(sentence)),
		...(hasWorking ? [smallPrint(workingSummaryNote(inspection.url))] : []),
		...(hasOfficial ? [smallPrint(`${LICENCE_SENTENCE} `, address(LICENCE_ADDRESS))] : []),
		...(issue === null
			? []
			: [
					heading(3, 'Is this paper genuine?'),
					paragraph(
						'Enter the code ',
						strong(issue.code),
						' at ',
						address(origin + paths.verify()),
						'. It answers whether this pack was issued, and whether a later one has taken its place.'
					)
				])
	];
}
