import { Refusal } from '#lib/domain/refusal.ts';
import { refusalMessage } from '#lib/wording/refusal.ts';
import { COMMANDS } from './commands.ts';
import { helpText } from './help-text.ts';
import { Stop, type Io } from './io.ts';

/** Runs what the arguments ask for. Returns the exit code: 2 where they ask for nothing that there is. */
export async function runCommand(args: readonly string[], io: Io): Promise<number> {
	const [name, ...rest] = args;
	if (name === undefined || ['help', '--help', '-h'].includes(name)) {
		io.out(helpText(COMMANDS));
		return 0;
	}
	const command = COMMANDS.find((candidate) => candidate.name === name);
	if (!command) {
		io.err(`There is no command “${name}”.\n`);
		io.err(helpText(COMMANDS));
		return 2;
	}
	if (rest.includes('--help') || rest.includes('-h')) {
		io.out(helpText([command]));
		return 0;
	}
	try {
		return await command.run(rest, io);
	} catch (thrown) {
		if (thrown instanceof Stop) {
			io.err(thrown.message);
			return thrown.exitCode;
		}
		if (thrown instanceof Refusal) {
			io.err(refusalMessage(thrown).message);
			return 1;
		}
		if (isArgumentProblem(thrown)) {
			io.err(`${thrown.message}\n\n${helpText([command])}`);
			return 2;
		}
		throw thrown;
	}
}

/** What `parseArgs` throws for an option that there is not. */
function isArgumentProblem(thrown: unknown): thrown is Error & { code: string } {
	return (
		thrown instanceof TypeError &&
		'code' in thrown &&
		typeof thrown.code === 'string' &&
		thrown.code.startsWith('ERR_PARSE_ARGS_')
	);
}
