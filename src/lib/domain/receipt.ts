import type { ClaimPoint } from './claim-check.ts';
import type { EvidenceKind, HeldMarking } from './evidence.ts';
import type { PlainDate } from './plain-date.ts';

/** What was submitted, in one fixed order: its text is what a receipt's hash is taken over. */
export interface ReceiptContent {
	/** Of this layout. */
	readonly format: 1;
	/** 'OIC-7/KENT' */
	readonly reference: string;
	readonly recommendation: string;
	readonly organisation: string;
	readonly reportedBy: string;
	/** An instant in UTC, as ISO 8601 has it. */
	readonly at: string;
	/** The same instant's day in London. */
	readonly onDay: PlainDate;
	readonly statement: string;
	readonly shows: readonly ReceiptPoint[];
	readonly evidence: readonly ReceiptItem[];
}

export interface ReceiptPoint {
	readonly kind: ClaimPoint['kind'];
	readonly label: string;
	readonly text: string;
	readonly rests: readonly {
		/** Its place in the list of evidence, from 1. */
		readonly item: number;
		readonly page: string | null;
	}[];
}

export interface ReceiptItem {
	readonly title: string;
	readonly kind: EvidenceKind;
	readonly marking: HeldMarking;
	readonly version: number;
	readonly fileName: string | null;
	/** Of the file's bytes. */
	readonly sha256: string | null;
	readonly linkUrl: string | null;
	readonly heldWhere: string | null;
	readonly custodian: string | null;
	readonly seenBy: string | null;
	readonly seenOn: PlainDate | null;
}

/**
 * The one text of a receipt's content: JSON with the members in the order above, indented by two spaces, in
 * UTF-8. Half a surrogate pair becomes U+FFFD, as the database would give it back.
 */
export function receiptText(content: ReceiptContent): string {
	const { format, reference, recommendation, organisation, reportedBy, at, onDay } = content;
	const ordered: ReceiptContent = {
		...{ format, reference, recommendation, organisation, reportedBy, at, onDay },
		statement: content.statement,
		shows: content.shows.map(({ kind, label, text, rests }) => ({
			...{ kind, label, text },
			rests: rests.map(({ item, page }) => ({ item, page }))
		})),
		evidence: content.evidence.map((item) => ({
			...{ title: item.title, kind: item.kind, marking: item.marking, version: item.version },
			...{ fileName: item.fileName, sha256: item.sha256, linkUrl: item.linkUrl },
			...{ heldWhere: item.heldWhere, custodian: item.custodian },
			...{ seenBy: item.seenBy, seenOn: item.seenOn }
		}))
	};
	return JSON.stringify(ordered, (_key, value) => wellFormed(value), 2);
}

/** For a text that `receiptText` made. */
export function readReceipt(text: string): ReceiptContent {
	return JSON.parse(text) as ReceiptContent;
}

function wellFormed(value: unknown): unknown {
	return typeof value === 'string' ? value.toWellFormed() : value;
}
