import type { EvidenceKind, EvidenceSort, Marking } from '#lib/domain/evidence.ts';
import type { ScanStanding } from '#lib/domain/file-scan.ts';
import { formatBytes } from './counts.ts';
import type { Look } from './look.ts';

export const EVIDENCE_KIND_WORDS: Record<EvidenceKind, { word: string; hint: string }> = {
	file: { word: 'File', hint: 'A document to upload, marked OFFICIAL or OFFICIAL-SENSITIVE.' },
	link: { word: 'Link', hint: 'The address of a document that is published or held elsewhere.' },
	sighting: {
		word: 'Sighted, not uploaded',
		hint: 'Material that is too sensitive to upload: say what it is, where it is held and who saw it.'
	}
};

/** What may be chosen in a file input. `isOne`: a version is one file. */
export function filesHint(maxBytes: number, isOne: boolean): string {
	const kinds = 'PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG, text or CSV';
	const size = `${formatBytes(maxBytes)} or smaller`;
	return isOne
		? `${size}: ${kinds}.`
		: `Up to 10 at once, each ${size}: ${kinds}. Each becomes an item of its own.`;
}

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

export const EVIDENCE_SORT_WORDS: Record<EvidenceSort, { word: string; hint: string }> = {
	policy: { word: 'Policy', hint: 'A policy, procedure, strategy or order.' },
	'training-record': { word: 'Training record', hint: 'Who was trained in what, and when.' },
	data: { word: 'Data', hint: 'Figures, a dashboard or an extract from a system.' },
	audit: { word: 'Audit', hint: 'A dip sample, review or check by somebody of the organisation.' },
	observation: {
		word: 'Observation',
		hint: 'What somebody saw done, or heard from those who do it.'
	}
};

/** How a file stands with the malware scanner. */
export const SCAN_LOOK: Record<ScanStanding, Look> = {
	'not-scanned': {
		word: 'Not scanned',
		shape: 'dash',
		tone: 'grey',
		meaning: 'This service has no malware scanner. Open it with care.'
	},
	waiting: {
		word: 'Waiting for the malware scan',
		shape: 'hourglass',
		tone: 'blue',
		meaning: 'Until it is scanned only whoever uploaded it can open it.'
	},
	failed: {
		word: 'Malware scan failed',
		shape: 'warning',
		tone: 'orange',
		meaning: 'It will be tried again. Until then only whoever uploaded it can open it.'
	},
	clean: {
		word: 'Scanned',
		shape: 'tick',
		tone: 'green',
		meaning: 'The malware scanner found nothing.'
	},
	infected: {
		word: 'Quarantined',
		shape: 'cross',
		tone: 'red',
		meaning: 'The malware scanner found something in it. Nobody can open it.'
	}
};
