import type { Paper, PaperBlock } from '#lib/domain/paper.ts';
import type { ReceiptContent } from '#lib/domain/receipt.ts';
import { pointName } from '#lib/wording/claim.ts';
import { formatDay } from '#lib/wording/dates.ts';
import { EVIDENCE_KIND_WORDS, MARKING_WORDS } from '#lib/wording/evidence.ts';
import { highestMarking } from '#lib/wording/evidence-archive.ts';
import { paths } from '#lib/wording/paths.ts';
import { plainLine } from '#lib/wording/plain-line.ts';
import {
	ITEM_COLUMNS,
	itemNote,
	itemPieces,
	PROOF_STEPS,
	proofFacts,
	RECEIPT_TITLES,
	receiptFacts,
	RESTS_COLUMNS
} from '#lib/wording/receipt.ts';
import { SAMPLE_NOTICE, SERVICE_NAME } from '#lib/wording/service.ts';
import { address, cell, heading, paragraph, said, strong, table } from './blocks.ts';

/** A receipt, as it is read. */
interface Receipt {
	readonly key: string;
	/** 'OIC-7' */
	readonly recommendation: string;
	/** Epoch milliseconds. */
	readonly at: number;
	readonly contentHash: string;
	readonly chainSequence: number;
	readonly chainHead: string;
}

/**
 * The receipt of a claim, with the words of its page: the same file whenever it is asked for. The hash at the
 * foot of each sheet is that of the content, by which it can be checked.
 */
export function receiptPaper(
	receipt: Receipt,
	content: ReceiptContent,
	{ isSample, origin }: { readonly isSample: boolean; readonly origin: string }
): Paper {
	return {
		...{ format: 1, title: RECEIPT_TITLES.receipt, code: null, hash: receipt.contentHash },
		caption: `${content.reference} · ${plainLine(content.organisation)}`,
		marking: MARKING_WORDS[highestMarking(content.evidence.map(({ marking }) => marking))],
		asAt: `Received ${formatDay(content.onDay)}`,
		notice: isSample ? `${SAMPLE_NOTICE.title}. ${SAMPLE_NOTICE.text}` : null,
		...{ author: SERVICE_NAME, madeAt: receipt.at },
		blocks: [
			facts(receiptFacts(content, receipt)),
			heading(2, RECEIPT_TITLES.statement),
			said(content.statement),
			...rests(content),
			...evidence(content),
			...proof(receipt, origin)
		]
	};
}

function facts(rows: readonly { readonly key: string; readonly value: string }[]): PaperBlock {
	return {
		kind: 'facts',
		rows: rows.map(({ key, value }) => ({ name: key, runs: cell(plainLine(value)) }))
	};
}

function rests({ shows, evidence: items }: ReceiptContent): PaperBlock[] {
	return [
		table(
			RECEIPT_TITLES.rests,
			[
				[RESTS_COLUMNS.point, 45],
				[RESTS_COLUMNS.rests, 55]
			],
			shows.map((point) => [
				cell(strong(pointName(point)), point.text ? `: ${plainLine(point.text)}` : ''),
				cell(
					point.rests
						.map(({ item, page }) =>
							[items[item - 1]?.title ?? '', ...(page ? [page] : [])].map(plainLine).join(': ')
						)
						.join('; ')
				)
			])
		)
	];
}

function evidence({ evidence: items }: ReceiptContent): PaperBlock[] {
	return [
		table(
			RECEIPT_TITLES.evidence,
			[
				[ITEM_COLUMNS.title, 40],
				[ITEM_COLUMNS.what, 60]
			],
			items.map((item) => [
				cell(strong(plainLine(item.title)), ` (${itemNote(item)})`),
				cell(
					`${EVIDENCE_KIND_WORDS[item.kind].word}. `,
					itemPieces(item)
						.map((piece, index) => (index % 2 ? plainLine(piece) : piece))
						.join('')
				)
			])
		)
	];
}

function proof(receipt: Receipt, origin: string): PaperBlock[] {
	const { intro, content, files, trail } = PROOF_STEPS;
	return [
		heading(2, RECEIPT_TITLES.proof),
		facts(proofFacts(receipt)),
		paragraph(intro),
		{
			kind: 'list',
			items: [
				cell(
					`${content[0]}${content[1]} at `,
					address(origin + paths.receiptContent(receipt.key)),
					content[2]
				),
				cell(files),
				cell(trail[0], strong(`${trail[1]}${receipt.chainHead}`), trail[2])
			]
		}
	];
}
