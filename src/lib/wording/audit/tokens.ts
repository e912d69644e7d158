import type { Predicate } from './facts.ts';

export const TOKEN_SENTENCES: Readonly<Record<string, Predicate>> = {
	'token.create': (facts) =>
		`made ${facts.text('purpose') === 'calendar' ? 'an address for a calendar' : 'a token for programs'}${facts.quoted(',', 'name')}`,
	'token.revoke': (facts) =>
		`revoked the token${facts.quoted('', 'name')}${facts.suffix(' of', 'person')}`
};
