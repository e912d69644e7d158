import { PAPER_PICTURE } from '#lib/charts/picture.ts';
import { chartFacts, type ChartInputs, type ChartName } from '#lib/charts/registry.ts';
import { shareRoom } from '#lib/domain/attention.ts';
import type { PackContent } from '#lib/domain/pack-content.ts';
import type { Paper, PaperBlock } from '#lib/domain/paper.ts';
import { ATTENTION_WORDS } from '#lib/wording/attention.ts';
import { packTitle, PURPOSE_WORDS } from '#lib/wording/board-packs.ts';
import { formatNumber } from '#lib/wording/counts.ts';
import { formatDay, formatInstant } from '#lib/wording/dates.ts';
import { MARKING_WORDS } from '#lib/wording/evidence.ts';
import { headlineFacts, headlineSentence } from '#lib/wording/headline.ts';
import { plainLine } from '#lib/wording/plain-line.ts';
import { SAMPLE_NOTICE, SERVICE_NAME } from '#lib/wording/service.ts';
import {
	BASIS_OF_STATUS,
	changeWords,
	leadWords,
	spanWords,
	standingWords
} from '#lib/wording/summary.ts';
import { address, cell, heading, paragraph, said, smallPrint, strong, table } from './blocks.ts';
import { packAppendices } from './pack-appendices.ts';
import { exceptionRow } from './pack-exceptions.ts';
import { movementTable } from './sheet-tables.ts';

/** Exceptions that leave room for the rest on two sheets. */
const EXCEPTIONS_SHOWN = 10;

/** A board pack as a paper: what a board reads first on two sheets, then everything that it rests on. */
export function packPaper(content: PackContent): Paper {
	const { statement, issue, inspection, isSample } = content;
	const notices = [
		...(issue === null ? ['Draft, not issued'] : []),
		...(isSample ? [`${SAMPLE_NOTICE.title}. ${SAMPLE_NOTICE.text}`] : [])
	];
	return {
		format: 1,
		title: packTitle(issue?.number ?? null, content.body?.name ?? null),
		caption: inspection.title,
		marking: MARKING_WORDS[statement.marking],
		asAt: `Data as at ${formatDay(statement.asAt)}`,
		code: issue?.code ?? null,
		hash: null,
		notice: notices.length > 0 ? notices.join('. ') : null,
		author: plainLine(issue?.by ?? statement.preparedBy) || SERVICE_NAME,
		madeAt: content.at,
		blocks: [...summaryOf(content), ...packAppendices(content)]
	};
}

/** The same paper with the hash of what it is made of, on every sheet and in full at its end. */
export function withHash(paper: Paper, hash: string): Paper {
	const stamp = smallPrint('SHA-256 of the content of this pack: ', hash);
	return { ...paper, hash, blocks: [...paper.blocks, stamp] };
}

function summaryOf(content: PackContent): PaperBlock[] {
	const { statement, issue, inspection, body, counts, national } = content;
	const { meeting, meetingOn, asAt, purpose, asks, preparedBy } = statement;
	const by =
		issue === null
			? `Prepared by ${plainLine(preparedBy)}.`
			: `Prepared by ${plainLine(preparedBy)}, issued by ${plainLine(issue.by)} on ${formatInstant(issue.at)}.`;
	const headline = headlineSentence(headlineFacts(counts));
	return [
		paragraph(
			strong(`For ${plainLine(meeting)}, ${formatDay(meetingOn)}.`),
			` ${PURPOSE_WORDS[purpose].sentence} `,
			strong(`Data as at ${formatDay(asAt)}.`),
			` ${by}`
		),
		paragraph(
			`${inspection.inspectorate} published the inspection on ${formatDay(inspection.publishedOn)}: `,
			address(inspection.url)
		),
		heading(2, 'Where it stands'),
		paragraph(strong(headline)),
		...(body === null
			? []
			: [paragraph(`All organisations: ${headlineSentence(headlineFacts(national))}`)]),
		heading(2, 'Asks of the board'),
		asks === null ? paragraph('None.') : said(asks),
		heading(2, 'The recommendations'),
		recommendations(content),
		movementTable(content.movement, content.since, asAt),
		heading(2, 'Exceptions'),
		...exceptions(content),
		...chart(content),
		heading(2, 'Basis of status'),
		...BASIS_OF_STATUS.map((sentence) => smallPrint(sentence))
	];
}

function recommendations({ rows, since, body }: PackContent): PaperBlock {
	const isOne = body !== null;
	return table(
		`Change is since the end of ${formatDay(since)}`,
		[
			['Recommendation', 26],
			...(isOne ? [] : [['Lead', 15] as const]),
			['Original deadline', 14],
			['Current deadline', 14],
			['How it stands', 23],
			['Change', 17]
		],
		rows.map((row) => [
			cell(strong(row.reference), ` ${plainLine(row.title)}`),
			...(isOne ? [] : [cell(leadWords(row.leads))]),
			cell(spanWords(row.original)),
			cell(spanWords(row.current)),
			cell(
				standingWords(row.counts.statuses, row.counts.timeliness.overdue, row.counts.wouldBeOverdue)
			),
			cell(changeWords(row.movement))
		]),
		true
	);
}

function exceptions(content: PackContent): PaperBlock[] {
	const groups = content.exceptions;
	if (groups.length === 0) {
		return [
			paragraph(
				'None: nothing is overdue, silent, without an owner, waiting or not accepted, and no date was moved.'
			)
		];
	}
	const shares = shareRoom(
		groups.map(({ rows }) => rows.length),
		EXCEPTIONS_SHOWN
	);
	const shown = groups.flatMap((group, index) =>
		group.rows.slice(0, shares[index]).map((row) => ({ group, row }))
	);
	const totals = groups.map(
		({ group, total }) => `${ATTENTION_WORDS[group].title.toLowerCase()} ${formatNumber(total)}`
	);
	return [
		paragraph(
			`By kind: ${totals.join(', ')}. An assignment can be of several. All are in appendix B.`
		),
		table(
			`${formatNumber(shown.length)} of them, the longest-standing of each kind`,
			[
				['Assignment', 24],
				['Kind', 16],
				['Why', 48],
				['Next date', 12]
			],
			shown.map(({ group, row }) => exceptionRow(content, group, row, true)),
			true
		)
	];
}

/** All recommendations side by side; of one body, how its open assignments stand to their deadlines. */
function chart({ body, rows, counts }: PackContent): PaperBlock[] {
	if (rows.length === 0) return [];
	if (body !== null) return [drawing('timeliness', { counts: counts.timeliness })];
	const data = rows.map((row) => ({
		...{ reference: row.reference, title: row.title },
		counts: row.counts.statuses
	}));
	return [drawing('status-by-recommendation', data)];
}

function drawing<Name extends ChartName>(name: Name, data: ChartInputs[Name]): PaperBlock {
	const chart = { name, data };
	const { title, description } = chartFacts(chart, PAPER_PICTURE);
	return { kind: 'chart', title, description, chart };
}
