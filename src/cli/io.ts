import type { Clock } from '#lib/domain/clock.ts';

/** The world of a command: a terminal, or a test. */
export interface Io {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly clock: Clock;
	/** Results, on standard output. */
	out(text: string): void;
	/** Progress and problems, on standard error. */
	err(text: string): void;
	/** Whether somebody is there to answer. */
	readonly isInteractive: boolean;
	ask(question: string): Promise<string>;
	/** As `ask`, without showing what is typed. */
	askHidden(question: string): Promise<string>;
	/** All of standard input. */
	readInput(): Promise<string>;
}

export interface Command {
	readonly name: string;
	/** One line for the list. */
	readonly summary: string;
	/** What may follow the name, as `help` shows it. */
	readonly usage?: string;
	/** Returns the exit code. Throws Stop or Refusal for what is expected. */
	run(args: readonly string[], io: Io): Promise<number>;
}

/** An expected end of a command: the message is for the person at the terminal. */
export class Stop extends Error {
	readonly exitCode: number;

	constructor(message: string, exitCode = 1) {
		super(message);
		this.name = 'Stop';
		this.exitCode = exitCode;
	}
}
