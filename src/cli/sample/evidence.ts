import type { HeldMarking } from '#lib/domain/evidence.ts';
import type { Chance } from './random.ts';
import type { SampleAct, SampleAssignment } from './step.ts';
import { partTexts } from './texts/parts.ts';
import type { Voice } from './voice.ts';

const KINDS = ['file', 'file', 'file', 'sighting', 'sighting', 'link'] as const;

const HELD = [
	['Force records system, folder of the programme', 'Records manager'],
	['Locked cabinet, headquarters, second floor', 'Programme office'],
	['Secure share of the intelligence unit', 'Head of intelligence support'],
	['Learning management system', 'Training administrator']
] as const;

/** One to three items behind a claim; or one of each kind. */
export function evidenceActs(
	assignment: SampleAssignment,
	voice: Voice,
	chance: Chance,
	isOneOfEach: boolean
): SampleAct[] {
	const kinds = isOneOfEach
		? (['file', 'link', 'sighting'] as const)
		: Array.from({ length: chance.between(1, 3) }, () => chance.pick(KINDS));
	const parts = partTexts(assignment.number);
	return kinds.map((kind, index) => {
		const [title, shows] = voice.evidence();
		const marking: HeldMarking = chance.happens(0.2) ? 'official-sensitive' : 'official';
		const part = parts[index % parts.length];
		const statement = { title, shows, marking, ...(part ? { part: part.label } : {}) };
		if (kind === 'file') {
			const format = chance.pick(['pdf', 'pdf', 'csv', 'txt'] as const);
			return { act: 'file', format, ...statement };
		}
		if (kind === 'link')
			return { act: 'link', linkUrl: addressOf(assignment, title), ...statement };
		const [heldWhere, custodian] = chance.pick(HELD);
		return { act: 'sighting', heldWhere, custodian, ...statement };
	});
}

/** In a domain that is kept for examples and belongs to nobody (RFC 2606). */
function addressOf({ reference, organisation }: SampleAssignment, title: string): string {
	const page = title
		.toLowerCase()
		.replace(/[^a-z]+/g, '-')
		.replace(/^-|-$/g, '');
	return `https://documents.${organisation.toLowerCase()}.example/${reference.toLowerCase()}/${page}`;
}
