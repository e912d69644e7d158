import { issueResetLink } from '#lib/server/services/password-link.ts';
import type { Command } from '../io.ts';
import { onlyArgument } from '../only-argument.ts';
import { withRegister } from '../register-folder.ts';

export const resetLink: Command = {
	name: 'reset-link',
	summary: 'Prints a link to choose a new password, which works once and for an hour',
	usage: '<e-mail address>',
	run(args, io) {
		const email = onlyArgument(args, 'the e-mail address of the account');
		return withRegister(io, async (app) => {
			io.out(await issueResetLink(app, email.trim().toLowerCase()));
			return 0;
		});
	}
};
