import type { Role } from '#lib/domain/actor.ts';
import { ROLE_WORDS } from './roles.ts';

/** On every note, and above the form of one. */
export const INSPECTORATE_ONLY = 'Inspectorate only';

export function noteReaders(organisation: string): string {
	return `Inspectors read this. ${organisation} does not, nor do national observers or administrators.`;
}

export function commentReaders(organisation: string): string {
	return `Everybody who may see this assignment reads this: ${organisation}, the inspectorate and national observers.`;
}

export const NEVER_CHANGED =
	'It cannot be changed or withdrawn once it is sent. If something in it is wrong, say so in a further one.';

/** 'Kent Police' or 'Inspectorate', beside the author's name. */
export function sideWords(isByInspectorate: boolean, organisation: string): string {
	return isByInspectorate ? 'Inspectorate' : organisation;
}

/** What somebody holds, in a list of people: 'Lead for Kent Police, Inspector' */
export function personToTellWords(
	roles: readonly { readonly role: Role; readonly isOfBody: boolean }[],
	organisation: string
): string {
	return roles
		.map(({ role, isOfBody }) => {
			if (isOfBody) return `${ROLE_WORDS[role].word} for ${organisation}`;
			return role === 'observer' ? 'National observer' : ROLE_WORDS[role].word;
		})
		.join(', ');
}
