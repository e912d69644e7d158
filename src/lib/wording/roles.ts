import type { Role } from '#lib/domain/actor.ts';

export const ROLE_WORDS: Record<Role, { word: string; meaning: string }> = {
	administrator: {
		word: 'Administrator',
		meaning: 'Invites people, gives roles and looks after the register. Decides no claims.'
	},
	inspector: {
		word: 'Inspector',
		meaning: 'Sees every organisation, decides claims and sets deadlines.'
	},
	lead: {
		word: 'Lead',
		meaning: 'Answers for one organisation: gives updates, adds evidence and reports complete.'
	},
	contributor: {
		word: 'Contributor',
		meaning: 'Gives updates and adds evidence for one organisation. Cannot report complete.'
	},
	observer: {
		word: 'Observer',
		meaning: 'Reads and changes nothing: one organisation, or all of them as a national observer.'
	}
};

/** 'Lead for Kent Police', 'National observer', 'Inspector'. */
export function roleHoldingWords(role: Role, organisationName: string | null): string {
	const { word } = ROLE_WORDS[role];
	if (organisationName !== null) return `${word} for ${organisationName}`;
	return role === 'observer' ? 'National observer' : word;
}
