import type { RefusalWords } from './words.ts';

/** Personal tokens, and what programs ask for. */
export const TOKEN_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'scope-needed': { message: 'Select what the program may read' },
	'too-many-tokens': {
		message: 'You have as many tokens as one person can have. Revoke one that you no longer use.'
	},
	'token-needed': {
		title: 'A token is needed',
		message: 'Send a personal token that works as “Authorization: Bearer …”.'
	},
	'scope-missing': {
		title: 'The token does not cover this',
		message: 'Make a token with the scope that this address needs.'
	},
	'unknown-parameter': {
		title: 'There is no such parameter',
		message: 'The description at /api/v1/openapi.json lists the parameters of this address.'
	},
	'wrong-parameter': {
		title: 'A parameter has a value that it cannot have',
		message: 'The description at /api/v1/openapi.json says what it takes.'
	}
};
