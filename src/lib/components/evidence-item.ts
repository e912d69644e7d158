import type { EvidenceKind, HeldMarking } from '#lib/domain/evidence.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';

export interface EvidenceItem {
	readonly key: string;
	readonly kind: EvidenceKind;
	readonly title: string;
	readonly shows: string;
	readonly marking: HeldMarking;
	readonly onDay: PlainDate;
	readonly addedBy: string;
	readonly fileName: string | null;
	readonly bytes: number | null;
	readonly linkUrl: string | null;
	readonly heldWhere: string | null;
	readonly custodian: string | null;
	readonly seenBy: string | null;
	readonly seenOn: PlainDate | null;
	readonly withdrawnOn: PlainDate | null;
	readonly withdrawnBy: string | null;
	readonly withdrawnReason: string | null;
}
