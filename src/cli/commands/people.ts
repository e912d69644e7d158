import { readEverybody } from '#lib/server/reads/everybody.ts';
import { roleHoldingWords } from '#lib/wording/roles.ts';
import type { Command } from '../io.ts';
import { withRegister } from '../register-folder.ts';

export const people: Command = {
	name: 'people',
	summary: 'Lists everybody: e-mail address, name, roles, and who cannot sign in',
	run: (_args, io) =>
		withRegister(io, async ({ db }) => {
			for (const { email, name, roles, state } of await readEverybody(db.read)) {
				const words = roles.map(({ role, organisationName }) =>
					roleHoldingWords(role, organisationName)
				);
				io.out([email, name, words.join(', ') || 'No role', STATES[state]].join('\t').trimEnd());
			}
			return 0;
		})
};

const STATES = {
	active: '',
	invited: 'has not chosen a password',
	deactivated: 'is switched off'
} as const;
