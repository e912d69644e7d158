import type { EvidenceKind } from '#lib/domain/evidence.ts';
import type { Facts, Predicate } from './facts.ts';

export const EVIDENCE_SENTENCES: Readonly<Record<string, Predicate>> = {
	'evidence.add': (facts) => `added ${evidence(facts)}${where(' to', facts)}`,
	'evidence.add-version': (facts) =>
		`added${facts.suffix(' version', 'version')} of ${evidence(facts)}${where(' to', facts)}`,
	'evidence.quarantine': (facts) =>
		`quarantined ${evidence(facts)}${where(' of', facts)}${facts.quoted(': the malware scanner found', 'found')}`,
	'evidence.download-all': (facts) =>
		`downloaded ${facts.count('file')} of evidence${where(' of', facts)} as one ZIP file`,
	'evidence.withdraw': (facts) => `withdrew ${evidence(facts)}${where(' from', facts)}`,
	'evidence.download': (facts) => `downloaded ${evidence(facts)}${where(' of', facts)}`
};

const KIND_NOUNS: Record<EvidenceKind, string> = {
	file: 'the file',
	link: 'the link',
	sighting: 'the sighting of'
};

function evidence(facts: Facts): string {
	const kind = facts.text('kind');
	const noun = Object.hasOwn(KIND_NOUNS, kind) ? KIND_NOUNS[kind as EvidenceKind] : 'the evidence';
	return facts.quoted(noun, 'title', 'name') || 'evidence';
}

function where(preposition: string, facts: Facts): string {
	return facts.text('reference') === '' ? '' : `${preposition} ${facts.about()}`;
}
