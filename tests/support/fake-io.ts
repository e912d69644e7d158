import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { noonOf, TEST_DAY } from './test-app.ts';

export interface FakeTerminal {
	readonly io: Io;
	readonly dataDir: string;
	/** Runs a command as it would be typed, and gives what it says. */
	run(command: string, typed?: Typed): Promise<{ code: number; out: string; err: string }>;
	/** Noon of a day 'YYYY-MM-DD'. */
	goTo(day: string): void;
}

interface Typed {
	/** Given one by one to whatever is asked; without any nobody is there. */
	readonly answers?: readonly string[];
	readonly input?: string;
}

/**
 * A terminal that stands at noon on TEST_DAY.
 * @param dataDir by default one of its own, not there yet, and gone when the test ends
 */
export function fakeTerminal(dataDir = ownFolder()): FakeTerminal {
	let at = noonOf(TEST_DAY);
	let said = { out: [] as string[], err: [] as string[] };
	let answers: string[] | null = null;
	let input = '';
	const answer = () => Promise.resolve(answers?.shift() ?? '');
	const io: Io = {
		env: { DATA_DIR: dataDir, LOG_LEVEL: 'silent', ORIGIN: 'https://tracker.test' },
		clock: { now: () => at },
		out: (text) => void said.out.push(text),
		err: (text) => void said.err.push(text),
		get isInteractive() {
			return answers !== null;
		},
		ask: answer,
		askHidden: answer,
		readInput: () => Promise.resolve(input)
	};
	return {
		io,
		dataDir,
		goTo: (day) => void (at = noonOf(day)),
		async run(command, typed = {}) {
			said = { out: [], err: [] };
			answers = typed.answers ? [...typed.answers] : null;
			input = typed.input ?? '';
			const code = await runCommand(split(command), io);
			return { code, out: said.out.join('\n'), err: said.err.join('\n') };
		}
	};
}

function ownFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'tracker-cli-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return join(folder, 'data');
}

/** Words, of which some stand in quotation marks. */
function split(command: string): string[] {
	return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
}
