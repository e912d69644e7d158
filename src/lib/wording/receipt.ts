import type { ReceiptContent, ReceiptItem } from '#lib/domain/receipt.ts';
import { formatDay, formatInstant } from './dates.ts';
import { MARKING_WORDS } from './evidence.ts';

// What the page of a receipt and its file say alike.

export const RECEIPT_TITLES = {
	receipt: 'Receipt: reported complete',
	statement: 'Closing statement',
	rests: 'What the claim rests on',
	evidence: 'Evidence as it was submitted',
	proof: 'Proof of what was submitted'
} as const;

export const RESTS_COLUMNS = {
	point: 'What is shown',
	rests: 'Evidence, and where to look'
} as const;
export const ITEM_COLUMNS = { title: 'Evidence', what: 'What it is' } as const;

interface Fact {
	readonly key: string;
	readonly value: string;
}

export function receiptFacts(
	content: Pick<ReceiptContent, 'recommendation' | 'organisation' | 'reportedBy'>,
	receipt: { readonly recommendation: string; readonly at: number }
): Fact[] {
	return [
		{ key: 'Recommendation', value: `${receipt.recommendation}: ${content.recommendation}` },
		{ key: 'Organisation', value: content.organisation },
		{ key: 'Reported complete by', value: content.reportedBy },
		{ key: 'Received', value: formatInstant(receipt.at) }
	];
}

/** 'OFFICIAL, version 2' */
export function itemNote({ marking, version }: Pick<ReceiptItem, 'marking' | 'version'>): string {
	return version > 1 ? `${MARKING_WORDS[marking]}, version ${version}` : MARKING_WORDS[marking];
}

/** Pieces of a sentence: what somebody wrote is the odd ones, and so stands apart where it can. */
export function itemPieces(item: ReceiptItem): readonly string[] {
	if (item.kind === 'file') return ['', item.fileName ?? '', ', SHA-256 ', item.sha256 ?? ''];
	if (item.kind === 'link') return ['', item.linkUrl ?? ''];
	const { heldWhere, custodian, seenBy, seenOn } = item;
	return [
		...['Held at ', heldWhere ?? '', ' by ', custodian ?? '', '. Seen by ', seenBy ?? ''],
		`${seenOn ? ` on ${formatDay(seenOn)}` : ''}.`
	];
}

export function proofFacts(receipt: {
	readonly contentHash: string;
	readonly chainSequence: number;
	readonly chainHead: string;
}): Fact[] {
	return [
		{ key: 'SHA-256 of the content', value: receipt.contentHash },
		{ key: 'Entry of the audit trail', value: String(receipt.chainSequence) },
		{ key: 'Hash of that entry', value: receipt.chainHead }
	];
}

/** How anybody can show later that this is what was submitted; the words between are a link or a command. */
export const PROOF_STEPS = {
	intro: 'To check later that nothing was changed:',
	content: [
		'Download ',
		'the content of this receipt',
		' and compute its SHA-256, for example with sha256sum or Get-FileHash. It is the first hash above.'
	],
	files:
		'Compute the SHA-256 of your own copy of each file. It is the hash beside that file in the content.',
	trail: [
		'Ask an administrator to run ',
		'tracker check --hash ',
		'. It recomputes the whole audit trail, finds this entry in it, and recomputes every receipt.'
	]
} as const;
