import type { EvidenceKind, EvidenceSort, HeldMarking } from '#lib/domain/evidence.ts';
import type { ScanStanding } from '#lib/domain/file-scan.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';

/** One version of an item of evidence. */
export interface EvidenceItem {
	/** What an address points at. */
	readonly id: number;
	readonly key: string;
	/** From 1. */
	readonly version: number;
	readonly kind: EvidenceKind;
	readonly title: string;
	readonly shows: string;
	readonly marking: HeldMarking;
	readonly sort: EvidenceSort | null;
	readonly page: string | null;
	readonly shownOn: PlainDate | null;
	/** The label of the part of the recommendation that it serves. */
	readonly part: string | null;
	/** The title of the action that it serves. */
	readonly action: string | null;
	readonly onDay: PlainDate;
	readonly addedBy: string;
	readonly fileName: string | null;
	readonly bytes: number | null;
	/** Null for what is no file. */
	readonly scan: ScanStanding | null;
	readonly found: string | null;
	readonly canOpen: boolean;
	readonly linkUrl: string | null;
	readonly heldWhere: string | null;
	readonly custodian: string | null;
	readonly seenBy: string | null;
	readonly seenOn: PlainDate | null;
	readonly withdrawnOn: PlainDate | null;
	readonly withdrawnBy: string | null;
	readonly withdrawnReason: string | null;
	/** Other items of the same organisation with the same file; only where they were looked for. */
	readonly twins?: readonly {
		readonly key: string;
		readonly title: string;
		readonly recommendation: string;
	}[];
}
