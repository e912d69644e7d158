import type { EvidenceKind } from '#lib/domain/evidence.ts';
import type { Facts, Predicate } from './facts.ts';

export const EVIDENCE_SENTENCES: Readonly<Record<string, Predicate>> = {
	'evidence.add': (facts) => `added ${evidence(facts)} to ${facts.about()}`,
	'evidence.withdraw': (facts) => `withdrew ${evidence(facts)} from ${facts.about()}`,
	'evidence.download': (facts) => `downloaded ${evidence(facts)} of ${facts.about()}`
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
