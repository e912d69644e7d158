import type { EvidenceKind, Marking } from '#lib/domain/evidence.ts';

export const EVIDENCE_KIND_WORDS: Record<EvidenceKind, { word: string; hint: string }> = {
	file: { word: 'File', hint: 'A document to upload, marked OFFICIAL or OFFICIAL-SENSITIVE.' },
	link: { word: 'Link', hint: 'The address of a document that is published or held elsewhere.' },
	sighting: {
		word: 'Sighted, not uploaded',
		hint: 'Material that is too sensitive to upload: say what it is, where it is held and who saw it.'
	}
};

export const MARKING_WORDS: Record<Marking, string> = {
	official: 'OFFICIAL',
	'official-sensitive': 'OFFICIAL-SENSITIVE',
	secret: 'SECRET',
	'top-secret': 'TOP SECRET'
};

/** What the service does with each marking. */
export const MARKING_HINTS: Record<Marking, string> = {
	official: 'Most of what the service holds.',
	'official-sensitive': 'Kept, and marked wherever it is listed.',
	secret: 'Not held here. Record it as sighted, with a title and description that are OFFICIAL.',
	'top-secret':
		'Not held here. Record it as sighted, with a title and description that are OFFICIAL.'
};
