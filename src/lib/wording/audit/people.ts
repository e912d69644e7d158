import type { Facts, Predicate } from './facts.ts';

export const PEOPLE_SENTENCES: Readonly<Record<string, Predicate>> = {
	'post.create': (facts) =>
		`created the post${facts.quoted('', 'title')}${facts.suffix(' at', 'organisation')}`,
	'post.hold': (facts) =>
		`recorded ${person(facts)} as the holder of${postWords(facts)}${facts.suffix(', after', 'previous')}`,
	'post.vacate': (facts) =>
		`recorded that nobody holds${postWords(facts)}${facts.suffix(', after', 'previous')}`,
	'post.accept-handover': (facts) =>
		`accepted the handover of${postWords(facts)}${facts.suffix(' from', 'previous')}`,
	'person.invite': (facts) => `invited ${person(facts)}${facts.suffix(' as', 'roles')}`,
	'person.renew-invitation': (facts) => `made a new invitation for ${person(facts)}`,
	'person.accept-invitation': () => 'accepted the invitation and chose a password',
	'person.set-roles': (facts) =>
		`set the roles of ${person(facts)} to ${facts.text('roles', 'to') || 'none'}${facts.suffix(', which were', 'previous', 'from')}`,
	'person.deactivate': (facts) => `switched off the account of ${person(facts)}`,
	'person.reactivate': (facts) => `switched the account of ${person(facts)} back on`,
	'person.change-password': () => 'changed their own password',
	'person.ask-reset': (facts) => `asked for a link to reset the password of ${person(facts)}`,
	'person.reset-password': (facts) => `reset the password of ${person(facts)}`,
	'session.sign-in': () => 'signed in',
	'session.sign-out': () => 'signed out',
	'session.end-others': () => 'signed out everywhere else',
	'session.refused': (facts) => `was refused a sign-in${facts.suffix(' as', 'email')}`
};

/** ' “Head of Crime” at Kent Police' */
function postWords(facts: Facts): string {
	return `${facts.quoted('', 'title') || ' a post'}${facts.suffix(' at', 'organisation')}`;
}

function person(facts: Facts): string {
	return facts.text('name', 'email') || 'a person';
}
