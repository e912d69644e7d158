import { parseArgs } from 'node:util';
import { checkNewPassword } from '#lib/domain/password.ts';
import { emailAddress, line } from '#lib/forms/fields.ts';
import { parseTyped } from '#lib/forms/parse.ts';
import type { App } from '#lib/server/app.ts';
import { hashPassword } from '#lib/server/auth/password.ts';
import { issueResetLink } from '#lib/server/services/password-link.ts';
import { createPerson } from '#lib/server/services/people.ts';
import { recordInit } from '#lib/server/services/register.ts';
import * as v from 'valibot';
import { Stop, type Command, type Io } from '../io.ts';
import { makeRegister } from '../make-register.ts';
import { configOf, readRegisterState } from '../register-folder.ts';
import { loadSeed, readSeed } from '../seed/load.ts';

export const init: Command = {
	name: 'init',
	summary: 'Makes the register and its first administrator, where there is none',
	usage: '[--email <address> --name <name>] [--password-stdin | --link]',
	async run(args, io) {
		const { values } = parseArgs({
			args: [...args],
			options: {
				email: { type: 'string' },
				name: { type: 'string' },
				'password-stdin': { type: 'boolean', default: false },
				link: { type: 'boolean', default: false }
			}
		});
		const config = configOf(io);
		const state = await readRegisterState(config, io);
		if (state.kind === 'real' || state.kind === 'sample') {
			throw new Stop(`There is a register in ${config.dataDir} already. Nothing was changed.`);
		}
		const seed = readSeed();
		const who = await askWho(values, io);
		const password = values.link ? null : await askPassword(values['password-stdin'], who, io);
		let link = '';
		const isMade = await makeRegister(config, io, state.kind === 'empty', async (app) => {
			const assignments = await loadSeed(app, seed);
			io.err(`${seed.organisations.length} organisations, ${assignments} assignments`);
			await createAdministrator(app, who, password);
			if (password === null) link = await issueResetLink(app, who.email);
		});
		if (!isMade) throw new Stop('Another process has just made a register there. It stays.');
		io.err(`The register is in ${config.dataDir}.`);
		if (link !== '') io.out(link);
		return 0;
	}
};

interface Who {
	readonly email: string;
	readonly name: string;
}

const WHO = v.object({ email: emailAddress(), name: line('a name') });

async function askWho(given: { email?: string; name?: string }, io: Io): Promise<Who> {
	if (!io.isInteractive && (given.email === undefined || given.name === undefined)) {
		throw new Stop('Nobody is there to ask. Give --email and --name.', 2);
	}
	const email = given.email ?? (await io.ask('E-mail address of the first administrator: '));
	const name = given.name ?? (await io.ask('Name: '));
	const parsed = parseTyped(WHO, { email, name });
	if (parsed.ok) return parsed.command;
	throw new Stop(parsed.problems.map(({ message }) => message).join('\n'), 2);
}

async function askPassword(fromInput: boolean, who: Who, io: Io): Promise<string> {
	if (!fromInput && !io.isInteractive) {
		throw new Stop('Nobody is there to ask. Give --password-stdin or --link.', 2);
	}
	const password = fromInput
		? (await io.readInput()).replace(/\r?\n$/, '')
		: await io.askHidden('Password, three random words for example: ');
	checkNewPassword(password, who);
	if (!fromInput && (await io.askHidden('The same again: ')) !== password) {
		throw new Stop('The two passwords differ. Nothing was made.');
	}
	return password;
}

async function createAdministrator(app: App, who: Who, password: string | null): Promise<void> {
	const roles = [{ role: 'administrator' as const, organisationId: null }];
	const passwordHash = password === null ? null : await hashPassword(password);
	const personId = await createPerson(app, null, { ...who, roles, passwordHash });
	await recordInit(app, { personId, ...who, roles });
}
