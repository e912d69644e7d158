import type { EvidenceKind } from './evidence.ts';
import type { AssignmentStatus } from './status.ts';

/**
 * What an assignment that is claimed or confirmed rests on, the strongest first: a file that is held here and
 * provable by its hash, material that somebody saw and a custodian holds, an address whose content may change,
 * or nothing but the owner's word.
 */
export const EVIDENCE_MIX = ['uploaded', 'sighted', 'linked', 'asserted'] as const;
export type EvidenceMix = (typeof EVIDENCE_MIX)[number];

/** Said to be done. Of what is not, evidence is only being gathered. */
export const CLAIMED_OR_CONFIRMED: readonly AssignmentStatus[] = ['reported-complete', 'confirmed'];

const BY_KIND: Readonly<Record<EvidenceKind, EvidenceMix>> = {
	file: 'uploaded',
	sighting: 'sighted',
	link: 'linked'
};

/**
 * The strongest of its evidence; null where nothing is claimed or confirmed.
 * @param kinds of what counts: neither withdrawn nor in quarantine
 */
export function evidenceMixOf(
	status: AssignmentStatus,
	kinds: readonly EvidenceKind[]
): EvidenceMix | null {
	if (!CLAIMED_OR_CONFIRMED.includes(status)) return null;
	const found = kinds.map((kind) => BY_KIND[kind]);
	return EVIDENCE_MIX.find((strength) => found.includes(strength)) ?? 'asserted';
}
