import type { HeldMarking } from '#lib/domain/evidence.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';

/** Why a file is not in the ZIP. */
export const LEFT_OUT_WORDS = {
	withdrawn: 'It was withdrawn',
	infected: 'It is quarantined: the malware scanner found something in it',
	'awaits-scan': 'The malware scanner has not passed it yet',
	missing: 'It is missing from the store; tell whoever runs the service',
	altered: 'It is not as it was uploaded; tell whoever runs the service'
} as const;

/** 'OIC-7 KENT evidence 2026-03-02', the name of the ZIP and of the folder in it. */
export function archiveName(facts: {
	readonly recommendation: string;
	readonly organisationCode: string;
	readonly today: PlainDate;
}): string {
	return `${facts.recommendation} ${facts.organisationCode} evidence ${facts.today}`;
}

/** An archive is handled by the highest marking of what it lists. */
export function highestMarking(markings: readonly HeldMarking[]): HeldMarking {
	return markings.includes('official-sensitive') ? 'official-sensitive' : 'official';
}
